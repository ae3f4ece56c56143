import type { City } from '#kit/city.ts'
import type { Tx } from '#kit/db.ts'
import type { Instant } from '#kit/time.ts'
import { type Lang, type Localized, say } from '#kit/words.ts'
import { letters } from './tables.ts'
import type { Written } from './written.ts'

/** Puts a weekly letter on its way that says something else than what happened; once for each key. */
export const putLetter = (
  tx: Tx,
  letter: { key: string; person: number; at: Instant; says: Written },
): Promise<unknown> => {
  const { at, ...row } = letter
  return tx
    .insert(letters)
    .values({ ...row, kind: 'weekly', madeAt: at, tryAt: at })
    .onConflictDoNothing()
}

/** The same as whoever gets it reads it. */
export function readAs({ baseUrl, facts }: City, lang: Lang, { subject, lines, why, about }: Written) {
  const said = (text: Localized) => say(text, lang, facts.languages).text
  const at = (path: string) => `${baseUrl}/${lang}${path}`
  return {
    subject: said(subject),
    lines: lines.map(({ says, path }) => ({ says: said(says), link: at(path) })),
    why: `${said(why.says)}\n${at(why.path)}`,
    about,
  }
}
