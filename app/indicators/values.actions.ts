import { sql } from 'drizzle-orm'
import type { Tx } from '#kit/db.ts'
import type { Status } from './indicator.ts'

/** A figure of a release that nobody has checked yet. */
export type NewValue = {
  series: number
  release: number
  period: string
  /** ISO days, both included. */
  from: string
  until: string
  value: number | null
  written: string | null
  numerator: number | null
  denominator: number | null
  people: number | null
  status: Status
  definition: number
  place: number | null
  marks: Readonly<Record<string, string>> | null
}

/** What became of a figure: its release may have had one for the same series and period before. */
export type Put = 'new' | 'twice' | 'contradicts'

/** Puts figures in, thousands in one statement; what is there already stays as it was. */
export async function insertValues(tx: Tx, rows: readonly NewValue[]): Promise<Put[]> {
  const added = await tx.execute(sql`
    insert into indicators_values
      (series, release, period, "from", until, value, written, numerator, denominator, people, status,
       definition, place, marks)
    select * from json_to_recordset(${JSON.stringify(rows)}) as given
      (series int, release int, period text, "from" date, until date, value float8, written text,
       numerator float8, denominator float8, people int, status text, definition int, place int, marks jsonb)
    on conflict do nothing returning series, period`)
  const found = rowsOf<{ series: number; period: string }>(added)
  if (found.length === rows.length) return rows.map(() => 'new')
  const fresh = new Set(found.map(nameOf))
  const known = await valuesOf(tx, rows)
  return rows.map((row) => {
    if (fresh.delete(nameOf(row))) return 'new'
    return known.get(nameOf(row)) === row.value ? 'twice' : 'contradicts'
  })
}

async function valuesOf(tx: Tx, rows: readonly NewValue[]): Promise<Map<string, number | null>> {
  const found = await tx.execute(sql`
    select series, period, value from indicators_values
    join json_to_recordset(${JSON.stringify(rows)}) as given (series int, release int, period text)
      using (series, release, period)`)
  return new Map(
    rowsOf<{ series: number; period: string; value: number | null }>(found).map((row) => [
      nameOf(row),
      row.value,
    ]),
  )
}

const nameOf = ({ series, period }: { series: number; period: string }) => `${series} ${period}`

const rowsOf = <R>(result: unknown): R[] => (result as { rows: R[] }).rows
