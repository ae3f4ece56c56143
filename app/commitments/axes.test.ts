import { sql } from 'drizzle-orm'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { act } from '#record/index.ts'
import { testCity } from '#testing/city.ts'
import { axesAre } from './axes.reads.ts'
import { axesOf, implementations, verifications } from './commitment.ts'
import { dated, moments, rowOf } from './dated.fixture.ts'
import { lineColumns } from './reads.ts'
import { commitments } from './tables.ts'

test('the database and the rule say the same of all that was promised for one thing, on both axes', async () => {
  const { city } = await testCity()
  const groups = fc.sample(fc.array(dated, { minLength: 1, maxLength: 3 }), 60)
  await act(city, { as: 'test' }, async (tx) => {
    await tx
      .insert(commitments)
      .values(groups.flatMap((rows, no) => rows.map((row) => rowOf(row, `petitions/${no}`))))
    return { entries: [{ what: 'made-up', about: 'commitments/1' }] }
  })
  const lines = Map.groupBy(
    await city.reads.select(lineColumns).from(commitments),
    ({ origin }) => origin as string,
  )
  const asked = [...lines.keys(), 'petitions/without']
  const found = async (...[wanted, at]: [Parameters<typeof axesAre>[0], (typeof moments)[number]]) => {
    const things = sql`unnest(array[${sql.join(
      asked.map((each) => sql`${each}`),
      sql`, `,
    )}]::text[]) as o(thing)`
    const rows = await city.reads
      .select({ thing: sql<string>`o.thing` })
      .from(things)
      .where(axesAre(wanted, sql`o.thing`, at))
    return rows.map(({ thing }) => thing).sort()
  }
  for (const at of moments.slice(1, 5)) {
    const axes = (thing: string) => axesOf(lines.get(thing) ?? [], at)
    for (const each of implementations)
      expect([each, await found({ implementation: each }, at)]).toEqual([
        each,
        asked.filter((thing) => axes(thing)?.implementation === each).sort(),
      ])
    for (const each of verifications)
      expect([each, await found({ verification: each }, at)]).toEqual([
        each,
        asked.filter((thing) => axes(thing)?.verification === each).sort(),
      ])
  }
})
