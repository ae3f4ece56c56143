import { goesRound } from './checks.place.ts'
import type { Draft, Held, Report } from './draft.ts'
import type { Path } from './fault.ts'
import { naturally } from './schema.parts.ts'
import type { Where } from './schema-faults.ts'
import { nearest } from './spelling.ts'

type Indicator = Draft['records']['indicators'][number]['record']
type Plan = Draft['records']['plans'][number]['record']

/** What is measured, how the rounds went, and what the plans say hold together. */
export function checkTower({ records }: Draft, report: Report): void {
  const charter = records.law.find(({ record }) => record.key === 'charter')?.record
  const chapters = charter?.chapters.map(({ no }) => no) ?? []
  const inChapter = (where: Where, path: Path, chapter: string | undefined) => {
    if (chapter && !chapters.includes(chapter))
      report(where, path, 'unknown-chapter', { found: chapter, list: chapters })
  }
  checkRings(records.indicators, 'within', report)
  for (const { record, where } of records.indicators) {
    inChapter(where, ['chapter'], record.chapter)
    checkIndicator(record, where, report)
  }
  for (const { record, where } of records.evaluations) {
    for (const [at, { chapter, improved, measured }] of record.chapters.entries()) {
      inChapter(where, ['chapters', at, 'chapter'], chapter)
      if (improved !== undefined && improved > (measured ?? record.measured))
        report(where, ['chapters', at, 'improved'], 'more-than-measured', { found: improved })
    }
    if (record.improved + (record.notImproved ?? 0) > record.measured)
      report(where, ['improved'], 'more-than-measured', { found: record.improved })
  }
  checkRings(records.plans, 'follows', report)
  for (const { record, where } of records.plans) checkPlan(record, where, report)
  checkTurns(records.plans, report)
}

function checkIndicator(indicator: Indicator, where: Where, report: Report): void {
  const { definitions, targets, values, dimensions, from = '', until } = indicator
  if (until && until < from) report(where, ['until'], 'not-in-turn', { found: until, name: from })
  for (const [at, { from }] of definitions.entries()) {
    const before = definitions[at - 1]?.from
    if (before && from <= before)
      report(where, ['definitions', at, 'from'], 'not-in-turn', { found: from, name: before })
  }
  const categories = (of: Record<string, string>, path: Path) => {
    for (const [key, category] of Object.entries(of)) {
      const dimension = dimensions.find((each) => each.key === key)
      const known = dimension?.categories.map((each) => each.key) ?? dimensions.map((each) => each.key)
      const found = dimension ? category : key
      if (!known.includes(found))
        report(where, [...path, key], 'unknown-category', {
          found,
          part: dimension ? 'value' : 'key',
          list: known,
          near: nearest(found, known),
        })
    }
  }
  for (const [at, { from, by, of }] of targets.entries()) {
    if (by <= from) report(where, ['targets', at, 'by'], 'not-in-turn', { found: by, name: from })
    categories(of, ['targets', at, 'of'])
  }
  const seen = new Set<string>()
  for (const [at, { period, of, district }] of values.entries()) {
    categories(of, ['values', at, 'of'])
    const series = JSON.stringify([period, district, Object.entries(of).sort(([a], [b]) => naturally(a, b))])
    if (seen.has(series)) report(where, ['values', at, 'period'], 'value-twice', { found: period })
    seen.add(series)
  }
}

function checkPlan({ goals, areas, tasks }: Plan, where: Where, report: Report): void {
  const among = { goal: goals.map(({ key }) => key), area: areas.map(({ key }) => key) }
  for (const task of tasks) {
    for (const part of ['area', 'goal'] as const) {
      const found = task[part]
      if (found === undefined || among[part].includes(found)) continue
      report(where, ['tasks', task.key, part], `unknown-${part}`, {
        found,
        list: among[part],
        near: nearest(found, among[part]),
      })
    }
  }
}

/** A plan begins when the one it follows is over, and of those that end one at a time runs in a place. */
function checkTurns(plans: Draft['records']['plans'], report: Report): void {
  for (const { record, where } of plans) {
    const { from, until, territory, follows } = record
    const others = plans.map((each) => each.record).filter((each) => each !== record)
    const runs = others.find(
      (each) =>
        until && each.until && each.territory === territory && each.from <= from && from <= each.until,
    )
    const before = others.find(({ key }) => key === follows)
    const still = runs ?? (before?.until && before.until < from ? undefined : before)
    if (still) report(where, ['from'], 'overlap', { found: from, day: still.until ?? still.from })
  }
}

/** Nothing is a part of itself, nor comes after itself. */
function checkRings<F extends 'within' | 'follows'>(
  all: readonly Held<{ key: string } & { [K in F]?: string | undefined }>[],
  field: F,
  report: Report,
): void {
  const next = new Map(all.map(({ record }) => [record.key, record[field]]))
  for (const { record, where } of all)
    if (goesRound(next, record.key)) report(where, [field], 'circle', { found: record[field] })
}
