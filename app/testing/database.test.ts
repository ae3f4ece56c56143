import { globSync } from 'node:fs'
import { sql } from 'drizzle-orm'
import { expect, inject, test } from 'vitest'
import { freshDatabase, openTestDatabase, rolledBack } from '#testing/database.ts'

const count = sql`select count(*)::int as n from drizzle.notes`
const rowsOf = (answer: unknown) => (answer as { rows: { n: number }[] }).rows

test('the tests of a city run on the database that the project names', async () => {
  const { kind, url, sql: ask } = await openTestDatabase()
  expect(kind).toBe(inject('postgres') ? 'postgres' : 'pglite')
  expect(url === undefined).toBe(kind === 'pglite')
  const migrations = globSync('migrations/*.sql').length
  expect((await ask('select count(*)::int as n from drizzle.__drizzle_migrations')).rows).toEqual([
    { n: migrations },
  ])
})

for (const time of ['first', 'second']) {
  test(`what a test writes is gone when it ends: the ${time} time the table is new`, async () => {
    const tx = await rolledBack((await openTestDatabase()).db)
    await tx.execute(sql`create table drizzle.notes (said text)`)
    await tx.transaction((inner) =>
      inner.execute(sql`insert into drizzle.notes values ('kept until the end')`),
    )
    await tx
      .transaction((inner) => inner.execute(sql`insert into drizzle.notes values (1 / 0)`))
      .catch(() => {})
    expect(rowsOf(await tx.execute(count))).toEqual([{ n: 1 }])
  })
}

test('a database of one’s own commits, and the shared one knows nothing of it', async () => {
  const own = await freshDatabase()
  await own.sql('create table drizzle.notes (said text)')
  expect((await own.sql("select to_regclass('drizzle.notes') is null as missing")).rows).toEqual([
    { missing: false },
  ])
  const shared = await openTestDatabase()
  expect((await shared.sql("select to_regclass('drizzle.notes') is null as missing")).rows).toEqual([
    { missing: true },
  ])
})
