import { z } from 'zod'
import type { Site } from './site.ts'

const described = z.object({
  info: z.object({ title: z.string() }),
  paths: z.record(
    z.string(),
    z.object({
      get: z
        .object({
          security: z.array(z.unknown()).optional(),
          parameters: z.array(
            z.object({ name: z.string(), schema: z.object({ enum: z.array(z.string()).optional() }) }),
          ),
        })
        .optional(),
    }),
  ),
})

const page = z.object({ items: z.array(z.record(z.string(), z.unknown())), next: z.string().nullable() })

export type Description = z.output<typeof described>

/** What the site says of itself: every path it declares is in there, and for whom. */
export const readDescription = (site: Site): Promise<Description> => site.json('/openapi.json', described)

/** The addresses of every public file, in every language. */
export async function* publicFiles(site: Site, { paths }: Description): AsyncGenerator<string> {
  for (const [path, { get }] of Object.entries(paths)) {
    if (!get || get.security || !/\.(csv|json|geojson)$/.test(path)) continue
    // What answers a question is no list.
    if (get.parameters.some(({ name }) => name === 'q')) continue
    const [, list = '', name = '', rest = ''] = path.match(/^(.*?)\/\{(?!lang\})(\w+)\}([^{}]*)$/) ?? []
    const languages = get.parameters.find((each) => each.name === 'lang')?.schema.enum ?? []
    for (const lang of languages) {
      const inLanguage = (template: string) => template.replace('{lang}', lang)
      if (!/\{(?!lang\})/.test(path)) yield inLanguage(path)
      else if (`${list}.json` in paths) yield* ofEach(site, inLanguage(list), name, rest)
    }
  }
}

/** `/ko/committees/{key}/sittings.csv` is as many files as the list `/ko/committees.json` has keys. */
async function* ofEach(site: Site, list: string, name: string, rest: string): AsyncGenerator<string> {
  for (const { [name]: key } of (await wholeList(site, `${list}.json`)).items)
    if (typeof key === 'string') yield `${list}/${encodeURIComponent(key)}${rest}`
}

/** A list that comes in pages, as one. */
export async function wholeList(site: Site, path: string): Promise<z.output<typeof page>> {
  const items: z.output<typeof page>['items'] = []
  for (let next: string | null = path; next; ) {
    const slice: z.output<typeof page> = await site.json(next, page)
    items.push(...slice.items)
    next = slice.next
  }
  return { items, next: null }
}

/** What stands at one address, whole. */
export async function contentOf(site: Site, path: string): Promise<Uint8Array | string> {
  const answer = await site.get(path)
  const bytes = new Uint8Array(await answer.arrayBuffer())
  if (!path.endsWith('.json')) return bytes
  const said: unknown = JSON.parse(new TextDecoder().decode(bytes))
  return page.safeParse(said).success ? JSON.stringify(await wholeList(site, path)) : bytes
}
