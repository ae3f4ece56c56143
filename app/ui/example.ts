import type { Child } from 'hono/jsx'
import type { View } from '#kit/view.ts'
import type { Lang } from '#kit/words.ts'

/** Says an example's words in the reader's language. */
export type Say = (ko: string, en: string) => string

/** What every component's file exports: its looks by name, for the gallery and the tests. */
export type Examples = Readonly<Record<string, (view: View, s: Say) => Child>>

export const show = (example: Examples[string], view: View): Child => example(view, sayIn(view.lang))

const sayIn =
  (lang: Lang): Say =>
  (ko, en) =>
    lang === 'ko' ? ko : en

/** A view as a page is given one, of a city that does not exist. */
export const exampleView = (lang: string, say = sayIn(lang)): View => ({
  lang,
  languages: ['ko', 'en'],
  cityName: { ko: '한빛시', en: 'Hanbit' },
  timeZone: 'Asia/Seoul',
  currency: 'KRW',
  at: Temporal.Instant.from('2026-11-21T05:30:00Z'),
  baseUrl: 'https://hanbit.example',
  path: '/ui',
  query: '',
  viewer: { kind: 'anonymous' },
  csrf: 'token',
  demo: true,
  prefs: { theme: 'auto', contrast: 'normal', text: 'normal' },
  nav: [
    { key: 'charter', href: `/${lang}/charter`, label: say('권리', 'Rights') },
    { key: 'bodies', href: `/${lang}/bodies`, label: say('맡은 곳', 'Who is responsible') },
    { key: 'committees', href: `/${lang}/committees`, label: say('위원회', 'Committees') },
    { key: 'glance', href: `/${lang}/glance`, label: say('한눈에 보는 도시', 'The city at a glance') },
    { key: 'record', href: `/${lang}/record`, label: say('공개 기록', 'Record') },
  ],
  source: () => undefined,
  assets: (name) => `/assets/${name}`,
  tell: (code, facts = {}) => `${code} ${Object.values(facts).join(' ')}`.trim(),
  footer: {
    checkpoint: { size: 18402, at: Temporal.Instant.from('2026-11-21T05:00:00Z') },
    attribution: say('행정구역 경계: 지어낸 도시', 'District boundaries: an invented city'),
  },
})
