import { z } from 'zod'
import type { Content, Site } from './site.ts'

const described = z.object({
  info: z.object({ title: z.string() }),
  paths: z.record(
    z.string(),
    z.object({
      get: z
        .object({
          security: z.array(z.unknown()).optional(),
          parameters: z.array(
            z.object({
              name: z.string(),
              required: z.boolean().optional(),
              schema: z.object({ enum: z.array(z.string()).optional() }),
            }),
          ),
        })
        .optional(),
    }),
  ),
})

const page = z.object({ items: z.array(z.record(z.string(), z.unknown())), next: z.string().nullable() })

type Page = z.output<typeof page>
export type Description = z.output<typeof described>

/** What the site says of itself: every path it declares is in there, and for whom. */
export const readDescription = (site: Site): Promise<Description> => site.json('/openapi.json', described)

/** The addresses of every public file, in every language. */
export async function* publicFiles(site: Site, { paths }: Description): AsyncGenerator<string> {
  for (const [path, { get }] of Object.entries(paths)) {
    if (!get || get.security || !/\.(csv|json|geojson)$/.test(path)) continue
    // What only answers a question is no list.
    if (get.parameters.some(({ name, required }) => name === 'q' && required)) continue
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
  for await (const { [name]: key } of itemsOf(site, await site.json(`${list}.json`, page)))
    if (typeof key === 'string') yield `${list}/${encodeURIComponent(key)}${rest}`
}

/** A list that comes in pages as one; anything else as it is. */
export async function contentOf(site: Site, path: string): Promise<Content> {
  if (!path.endsWith('.json')) return site.content(path)
  const said = await site.json(path, z.unknown())
  const first = page.safeParse(said)
  return first.success ? joined(itemsOf(site, first.data)) : JSON.stringify(said)
}

async function* itemsOf(site: Site, first: Page): AsyncGenerator<Page['items'][number]> {
  for (let slice = first; ; slice = await site.json(slice.next, page)) {
    yield* slice.items
    if (!slice.next) return
  }
}

async function* joined(items: AsyncIterable<unknown>): AsyncGenerator<Uint8Array> {
  let before = '{"items":['
  for await (const item of items) {
    yield Buffer.from(before + JSON.stringify(item))
    before = ','
  }
  yield Buffer.from(`${before === ',' ? '' : before}],"next":null}`)
}
