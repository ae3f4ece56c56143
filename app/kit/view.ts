import type { Facts } from './refusal.ts'
import type { Instant } from './time.ts'
import type { Lang, Localized } from './words.ts'

/** What a person may do follows from posts and memberships with terms, never from the person alone. */
export type Role = { role: string; body: string }

export type Viewer =
  | { kind: 'anonymous' }
  | {
      kind: 'person'
      id: number
      name: string
      /** How surely this is one inhabitant: 0 nothing known … 3 seen in person. */
      assurance: 0 | 1 | 2 | 3
      secondFactor: boolean
      roles: readonly Role[]
      /** Set while a clerk acts for somebody else. */
      actingFor?: { id: number; name: string }
    }

export type Prefs = {
  theme: 'auto' | 'light' | 'dark'
  contrast: 'normal' | 'high'
  text: 'normal' | 'large' | 'larger'
}

/** Where the city's files say a thing was read, in the languages in which it has a title. */
export type Source = { title: Localized; address: string }

export type NavItem = { key: string; href: string; label: string }

/** Everything a page may know besides its own data. */
export type View = {
  lang: Lang
  languages: readonly Lang[]
  cityName: Localized
  timeZone: string
  currency: string
  at: Instant
  /** The public address of the site, without a slash at its end. */
  baseUrl: string
  /** Without the language: `/charter/11`. */
  path: string
  /** What was asked of the page: `?on=2012-05-21`, or nothing. */
  query: string
  viewer: Viewer
  csrf: string
  demo: boolean
  prefs: Prefs
  nav: readonly NavItem[]
  /** How many notices the viewer has not read. */
  unread?: number
  footer?: { checkpoint?: { size: number; at: Instant }; attribution?: string; contact?: string }
  /** The address of an asset by its plain name. */
  assets(name: string): string
  /** Where the city's files say a thing was read. */
  source(key: string): Source | undefined
  /** The sentence of a refusal, a form's problem or a record entry, in the reader's language. */
  tell(code: string, facts?: Facts): string
}
