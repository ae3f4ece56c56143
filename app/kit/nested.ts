import { asc, type GetColumnData, getTableColumns, is, type SQL, sql, Table } from 'drizzle-orm'
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core'

type Columns = Record<string, PgColumn>
type RowOf<C extends Columns> = { [K in keyof C]: GetColumnData<C[K]> }

/**
 * The rows of another table that belong to a row, read with it: one question instead of one for each table, and
 * nothing that changes in between. `select({ …, steps: rowsOf(steps, eq(steps.thing, things.id), steps.no) })`
 */
export function rowsOf<C extends Columns>(columns: C, where: SQL, by: PgColumn): SQL<RowOf<C>[]>
export function rowsOf<T extends PgTable>(table: T, where: SQL, by: PgColumn): SQL<T['$inferSelect'][]>
export function rowsOf(from: Columns | PgTable, where: SQL, by: PgColumn): SQL<unknown[]> {
  const columns = Object.entries(is(from, Table) ? getTableColumns(from) : from)
  const values = sql.join(
    columns.map(([, column]) => sql`${column}`),
    sql`, `,
  )
  const rows = sql`(select coalesce(json_agg(json_build_array(${values}) order by ${asc(by)}), '[]')
    from ${by.table} where ${where})`
  const rowFrom = (row: readonly unknown[]) =>
    Object.fromEntries(
      columns.map(([name, column], i) => [name, row[i] === null ? null : column.mapFromDriverValue(row[i])]),
    )
  // Within another piece, so that columns keep the names of their tables.
  return sql`${rows}`.mapWith((found: (readonly unknown[])[]) => found.map(rowFrom))
}
