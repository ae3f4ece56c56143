import type { Draft, Report } from './draft.ts'
import type { Path } from './fault.ts'
import type { IsoDay } from './schema.ts'
import type { Where } from './schema-faults.ts'

type Span = { from: IsoDay; until?: IsoDay | undefined }
type Norm = Draft['records']['norms'][number]['record']
type Within = ReadonlyMap<string, string | undefined>
type Placed<T extends Span> = { span: T; path: Path }

const dayAfter = (day: IsoDay): IsoDay => Temporal.PlainDate.from(day).add({ days: 1 }).toString()
export const dayBefore = (day: IsoDay): IsoDay =>
  Temporal.PlainDate.from(day).subtract({ days: 1 }).toString()
export const holds = ({ from, until }: Span, day: IsoDay): boolean => from <= day && (!until || day <= until)

/** First days come before last days, and versions of one thing follow each other. */
export function checkDates({ records, calendar }: Draft, report: Report): void {
  for (const { record, where } of records.bodies) follow(report, where, listed(record.versions, ['versions']))
  const within: Within = new Map(
    [...records.territories, ...records.districts].map(({ record }) => [record.key, record.within]),
  )
  for (const { record, where } of records.norms) checkNorm(record, within, where, report)
  for (const { record, where } of records.law) {
    const inTurn = [...record.versions].sort((a, b) => (a.from < b.from ? -1 : 1))
    follow(
      report,
      where,
      inTurn.map((span) => ({ span, path: ['versions', span.key] })),
    )
    if (record.preamble) follow(report, where, listed(record.preamble.versions, ['preamble', 'versions']))
    for (const { no, versions } of record.articles) {
      follow(report, where, listed(versions, ['articles', no, 'versions']))
    }
    for (const { key, promulgated, from } of record.versions) {
      if (promulgated && promulgated > from) {
        report(where, ['versions', key, 'promulgated'], 'later-than-force', {
          severity: 'warning',
          found: promulgated,
          day: from,
        })
      }
    }
  }
  for (const { record, where } of records.committees) {
    follow(
      report,
      where,
      record.terms.map((span) => ({ span, path: ['terms', span.no] })),
    )
  }
  for (const { record, where } of [...records.terms, ...records.posts]) {
    const { from, until } = record
    if (from) ends(report, where, { span: { from, until }, path: [] })
  }
  for (const { record, where } of records.plans) {
    ends(report, where, { span: record, path: [] })
    for (const { key, from, until } of record.tasks)
      if (from) ends(report, where, { span: { from, until }, path: ['tasks', key] })
  }
  checkHolders(records, report)
  if (!calendar) return
  for (const { key, from, until } of calendar.record.days) {
    if (from) ends(report, calendar.where, { span: { from, until }, path: ['days', key] })
  }
}

function checkNorm({ versions, gap }: Norm, within: Within, where: Where, report: Report): void {
  const placed = listed(versions, ['versions'])
  const groups = Map.groupBy(placed, ({ span }) => span.territory)
  const followed = [...groups.values()].map((each) => follow(report, where, each))
  if (gap || followed.includes(false)) return
  for (const { span } of placed) {
    if (!span.until) continue
    const next = dayAfter(span.until)
    const reaching = placed.filter((each) => reaches(each.span.territory, span.territory, within))
    const later = reaching.filter((each) => each.span.from > next)
    const [first] = later.toSorted((a, b) => (a.span.from < b.span.from ? -1 : 1))
    if (first && !reaching.some((each) => holds(each.span, next))) {
      report(where, [...first.path, 'from'], 'norm-gap', { found: first.span.from, day: next })
    }
  }
}

/** A rule of the wider place reaches every place within it. */
function reaches(wider: string, place: string, within: Within): boolean {
  const seen = new Set<string>()
  let here: string | undefined = place
  while (here && here !== wider && !seen.has(here)) {
    seen.add(here)
    here = within.get(here)
  }
  return here === wider
}

/** One person at a time at the head. */
function checkHolders(records: Draft['records'], report: Report): void {
  const heads = new Set(records.posts.filter(({ record }) => record.head).map(({ record }) => record.key))
  const byPost = Map.groupBy(records.terms, ({ record }) => record.post)
  for (const [post, terms] of byPost) {
    if (!heads.has(post)) continue
    const inTurn = terms.toSorted((a, b) => (a.record.from < b.record.from ? -1 : 1))
    for (const [at, { record, where }] of inTurn.entries()) {
      const before = inTurn[at - 1]?.record
      if (before && (before.until ?? before.from) >= record.from) {
        report(where, ['from'], 'overlap', { found: record.from, day: before.until ?? before.from })
      }
    }
  }
}

const listed = <T extends Span>(spans: readonly T[], path: Path): Placed<T>[] =>
  spans.map((span, at) => ({ span, path: [...path, at] }))

function follow(report: Report, where: Where, spans: readonly Placed<Span>[]): boolean {
  let right = true
  for (const [at, { span, path }] of spans.entries()) {
    right = ends(report, where, { span, path }) && right
    const before = spans[at - 1]?.span
    const taken = before?.until && before.until >= before.from ? before.until : before?.from
    if (taken && span.from <= taken) {
      report(where, [...path, 'from'], 'overlap', { found: span.from, day: taken })
      right = false
    }
  }
  return right
}

function ends(report: Report, where: Where, { span, path }: Placed<Span>): boolean {
  if (!span.until || span.until >= span.from) return true
  report(where, [...path, 'until'], 'until-before-from', { found: span.until, day: span.from })
  return false
}
