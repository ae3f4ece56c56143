import type { Article, Instrument, Norm, NormVersion } from '#city/index.ts'
import { type Ref, ref } from '#kit/ref.ts'
import { type Day, holdsOn } from '#kit/time.ts'

/** An instrument without its articles, and which of them it has. */
export type Law = Omit<Instrument, 'articles'>

/** One article with the instrument it belongs to. */
export type Provision = { instrument: string; order: number; article: Article; charter: boolean }

/** One state of a rule that has a number. */
export type NormRow = { norm: Norm; version: NormVersion }

type Dated = { from: string; until?: string | undefined }

/** The version of something in force on a day. */
export const inForce = <V extends Dated>(versions: readonly V[], day: Day): V | undefined =>
  versions.find((each) =>
    holdsOn(day, Temporal.PlainDate.from(each.from), each.until ? Temporal.PlainDate.from(each.until) : null),
  )

/** The version to show on a day: the one in force, else the first that will be, else the last that was. */
export function shownOn<V extends Dated>(versions: readonly V[], day: Day): { version: V; is: Standing } {
  const now = inForce(versions, day)
  if (now) return { version: now, is: 'in force' }
  const coming = versions.find((each) => Temporal.PlainDate.compare(each.from, day) > 0)
  return coming
    ? { version: coming, is: 'not yet in force' }
    : { version: versions.at(-1)!, is: 'no longer in force' }
}

export type Standing = 'in force' | 'not yet in force' | 'no longer in force'

/** The address of an article: the charter's own stand at `charter/11`, all others under their instrument. */
export const articleRef = (instrument: string, no: string, charter: boolean): Ref =>
  charter ? ref('charter', no) : ref('law', `${instrument}/${no}`)

/** The days on which anything of an instrument changed. */
export const changeDays = (law: Law, articles: readonly Provision[]): string[] =>
  [law.versions, ...articles.map((each) => each.article.versions)].flat().map((each) => each.from)

/**
 * What became of numbers when an instrument was rewritten: which ones this article had before,
 * and where the matter went that had this article's number then.
 */
export function renumbered(law: Law, no: string): { version: string; had: string[]; wentTo: string[] }[] {
  return law.numberMaps
    .map(({ from, rows }) => ({
      version: from,
      had: rows.filter((row) => row.now.includes(no)).flatMap((row) => row.was ?? []),
      wentTo: rows.filter((row) => row.was === no && !row.now.includes(no)).flatMap((row) => row.now),
    }))
    .filter(({ had, wentTo }) => had.length + wentTo.length > 0)
}

/** A provision as the files name it: `ordinance/20-2(3)1` is the first item of the third paragraph of article 20-2. */
export function readProvision(provision: string): { instrument: string; no?: string; within: Within[] } {
  const [instrument = '', rest] = provision.split('/')
  if (!rest) return { instrument, within: [] }
  const within = [...rest.matchAll(/\(([0-9]+)\)([0-9]*)/g)].map(([, paragraph = '', item]) => ({
    paragraph,
    ...(item && { item }),
  }))
  return { instrument, no: rest.replace(/\(.*$/, ''), within }
}

export type Within = { paragraph: string; item?: string }

/** Where a provision stands: the page of its article, or of the whole instrument. The charter's leads on to its own. */
export const addressOf = (provision: string): Ref => ref('law', provision.replace(/\(.*$/, ''))

/** How far what serves an article is counted: of more a reader only wants to know that there are more. */
export const countedUpTo = 1000
