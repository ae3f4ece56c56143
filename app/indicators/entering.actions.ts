import { and, eq, inArray, isNull } from 'drizzle-orm'
import { allBodies } from '#bodies/index.ts'
import { canonical } from '#kit/canonical.ts'
import type { City } from '#kit/city.ts'
import type { Tx } from '#kit/db.ts'
import { Refusal } from '#kit/refusal.ts'
import { type Day, dayAt, daysBetween, type Instant } from '#kit/time.ts'
import { act } from '#record/index.ts'
import { previous } from './change.ts'
import { internalEntry, locked } from './entry.actions.ts'
import { reckon } from './formula.ts'
import { handsFor } from './hands.reads.ts'
import { type Definition, type Indicator, type Of, type Side, seriesKey, type Value } from './indicator.ts'
import { type Period, periodOf } from './period.ts'
import { valuesIn, valuesOf } from './reads.ts'
import { seriesFor, writeDown } from './storing.actions.ts'
import { releases } from './tables.ts'
import { definitionAt } from './target.ts'

/** As which body somebody works on figures, and by which account, which is never public. */
export type By = { as: string; person: number }

/** What was written into the form for the whole, a group or a district. */
export type CellSaid = {
  of: Of
  district: string | null
  value: number | null
  numerator: number | null
  denominator: number | null
  people: number | null
}

export type Entered = {
  by: Side
  period: string
  cells: readonly CellSaid[]
  provisional: boolean
  note: string
  lang: string
}

/** Writes down the figures of a period, for others to check. @returns the release. */
export const enter = (city: City, by: By, key: string, said: Entered): Promise<number> =>
  act(city, by, async (tx, at) => {
    const { doc } = await locked(tx, key)
    const today = dayAt(at, city.facts.timeZone)
    await checkHand(city, tx, by, doc, said.by, today)
    const period = checkEnded(periodOf(said.period), today)
    const before = (await valuesOf(tx, key)).filter((each) => each.by === said.by)
    const rows = said.cells.flatMap((cell) => rowOf(doc, period, cell, before, said.provisional))
    if (rows.length === 0) throw new Refusal('indicators.nothing-entered')
    await checkNotUnderWay(tx, by, key, said.by, period, rows)
    const places = new Set(rows.map(({ of, district }) => seriesKey({ of, district })))
    const corrects = before.some((each) => isOf(each, period) && places.has(seriesKey(each)))
    if (corrects && said.note === '') throw new Refusal('indicators.reason-needed', {}, 'note')
    const id = await insertRelease(tx, by, key, said, rows.length, at)
    const ids = await seriesFor(tx, key, said.by, rows)
    const numbered = rows.map((each) => ({ ...each, series: ids.get(seriesKey(each))! }))
    await writeDown(tx, id, numbered)
    const facts = { period: period.name, rows: rows.length }
    return {
      result: id,
      entries: [internalEntry(doc, `indicators.${corrects ? 'correction' : 'values'}-entered`, facts)],
    }
  })

async function checkHand(city: City, tx: Tx, by: By, doc: Indicator, side: Side, today: Day) {
  const measuring = city.facts.procedures?.measuring
  const hands = handsFor('entered', { doc, by: side }, { bodies: await allBodies(tx), measuring, today })
  if (!hands.some(({ body }) => body === by.as)) throw new Refusal('indicators.not-yours')
}

function checkEnded(period: Period, today: Day): Period {
  if (daysBetween(period.until, today) <= 0) throw new Refusal('indicators.not-ended', {}, 'period')
  return period
}

const isOf = (value: Value, period: Period): boolean =>
  value.period.from.equals(period.from) && value.period.until.equals(period.until)

type Row = ReturnType<typeof rowOf>[number]

/** A cell as it is written down; nothing where nothing was said of it. */
function rowOf(
  doc: Indicator,
  period: Period,
  cell: CellSaid,
  before: readonly Value[],
  provisional: boolean,
) {
  const { value, numerator, denominator } = cell
  if ([value, numerator, denominator].every((each) => each === null)) return []
  const definition = definitionAt(doc.definitions, period)
  const own = before.filter((each) => seriesKey(each) === seriesKey(cell))
  const last = previous(own, { period })
  const by: Definition | undefined = doc.definitions[definition]
  const reckoned =
    by && value === null
      ? reckon(by, { numerator, denominator }, { decimals: doc.decimals, before: last?.value ?? null })
      : ({ value, status: 'normal' } as const)
  const status = provisional && reckoned.status === 'normal' ? 'provisional' : reckoned.status
  // Whom a share is of is whom it stands for, unless somebody says otherwise.
  const people = cell.people ?? (denominator !== null && Number.isInteger(denominator) ? denominator : null)
  return [{ ...cell, ...reckoned, people, status, period, definition } as const]
}

async function checkNotUnderWay(
  tx: Tx,
  by: By,
  key: string,
  side: Side,
  period: Period,
  rows: readonly Row[],
): Promise<void> {
  const open = await tx
    .select({ id: releases.id, enteredBy: releases.enteredBy })
    .from(releases)
    .where(
      and(
        eq(releases.indicator, key),
        inArray(releases.by, [side]),
        isNull(releases.publishedAt),
        isNull(releases.returnedAt),
      ),
    )
  for (const { id, enteredBy } of open) {
    const there = (await valuesIn(tx, id)).filter((each) => isOf(each, period))
    if (there.length === 0) continue
    const said = (all: readonly (Row | Value)[]) =>
      canonical(all.map((each) => [seriesKey(each), each.value]).sort())
    const same = enteredBy === by.person && said(there) === said(rows)
    throw new Refusal(same ? 'indicators.sent-already' : 'indicators.under-way', { period: period.name })
  }
}

async function insertRelease(tx: Tx, by: By, key: string, said: Entered, rows: number, at: Instant) {
  const [row] = await tx
    .insert(releases)
    .values({
      indicator: key,
      by: said.by,
      way: 'desk',
      body: by.as,
      note: said.note,
      lang: said.lang,
      rows,
      enteredAt: at,
      enteredBy: by.person,
    })
    .returning({ id: releases.id })
  return row!.id
}
