import { setCookie } from 'hono/cookie'
import { z } from 'zod'
import type { CityFiles, CityText, Source } from '#city/index.ts'
import { anyone } from '#kit/audience.ts'
import { form } from '#kit/form.ts'
import { found } from '#kit/found.ts'
import { list } from '#kit/list.ts'
import { type Declared, type Routes, routes } from '#kit/routes.ts'
import { type Lang, plain } from '#kit/words.ts'
import { localPath } from '#people/index.ts'
import { DataPage, SourcesPage, TextPage } from './pages.tsx'
import { words } from './words.ts'

const display = z.object({
  theme: z.enum(['auto', 'light', 'dark']),
  contrast: z.enum(['normal', 'high']),
  text: z.enum(['normal', 'large', 'larger']),
  back: z
    .string()
    .catch('/')
    .transform((to) => localPath(to, '/')),
})

const ownPages = ['about', 'accessibility', 'contact', 'privacy'] as const

const year = 365 * 24 * 60 * 60

/** The pages a city writes itself, and what it says of its own data. `declared` is asked late: it includes these. */
export function aboutRoutes(files: CityFiles, declared: () => readonly Declared[]): Routes {
  const all = routes()
  for (const key of ownPages)
    all.get(`/${key}`, anyone, (c) => {
      const { view } = c.var
      const more = key === 'about' ? furtherTexts(files, view.lang) : []
      return c.html(<TextPage view={view} which={key} text={textFor(files, key, view.lang)} more={more} />)
    })
  all.get('/about/:text', anyone, async (c) => {
    const further = furtherTexts(files, c.var.view.lang).find(({ key }) => key === c.req.param('text'))
    return c.html(<TextPage view={c.var.view} text={await found(further)} />)
  })
  list<Source>(all, {
    path: '/sources',
    audience: anyone,
    summary: 'Where each thing in the city’s files was read',
    columns: (['key', 'title', 'address', 'publisher', 'read', 'licence'] as const).map((key) => ({
      key,
      label: (view) =>
        key === 'key' || key === 'title' || key === 'address' ? words(view).source : words(view)[key],
      value: (source, view) => {
        const said = source[key]
        return typeof said === 'object' ? plain(said, view) : (said ?? null)
      },
    })),
    read: async () => ({ rows: files.sources, next: undefined }),
    page: (c, { rows }) => c.html(<SourcesPage view={c.var.view} sources={rows} />),
  })
  return all
    .get('/data', anyone, (c) => c.html(<DataPage view={c.var.view} lists={listsAmong(declared())} />))
    .post(
      '/prefs',
      anyone,
      form(display, (c) => c.redirect(`/${c.var.view.lang}`, 303)),
      (c, { back, ...prefs }) => {
        const secure = c.var.city.baseUrl.startsWith('https:')
        setCookie(c, 'prefs', new URLSearchParams(prefs).toString(), {
          path: '/',
          maxAge: year,
          sameSite: 'Lax',
          secure,
        })
        return c.redirect(back, 303)
      },
    )
}

/** Whatever else a city has written, in the order of the keys. */
const furtherTexts = (files: CityFiles, lang: Lang): CityText[] =>
  [...new Set(files.texts.map(({ key }) => key))]
    .filter((key) => !ownPages.some((own) => own === key))
    .flatMap((key) => textFor(files, key, lang) ?? [])

/** In the reader's language, else in the first of the city's that has it. */
function textFor({ texts, profile }: CityFiles, key: string, lang: Lang): CityText | undefined {
  const all = texts.filter((each) => each.key === key)
  return [lang, ...profile.languages].flatMap((each) => all.find((text) => text.lang === each) ?? [])[0]
}

/** What is handed out to everybody; lists for staff are none of it. */
const listsAmong = (declared: readonly Declared[]) =>
  declared.flatMap(({ path, audience, answers }) =>
    answers?.formats.includes('csv') && audience === anyone && !path.includes(':')
      ? [{ path: path.replace(/\.csv$/, ''), summary: answers.summary }]
      : [],
  )
