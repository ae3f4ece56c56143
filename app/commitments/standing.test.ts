import fc from 'fast-check'
import { expect, test } from 'vitest'
import { act } from '#record/index.ts'
import { testCity } from '#testing/city.ts'
import { isOpen, isSilent, standingOf, standings } from './commitment.ts'
import { dated, moments, rowOf } from './dated.fixture.ts'
import { lineColumns } from './reads.ts'
import { openIs, silentIs, standingIs } from './standing.reads.ts'
import { commitments } from './tables.ts'

test('the database and the rule say the same of every commitment at every moment', async () => {
  const { city } = await testCity()
  const rows = fc.sample(dated, 300)
  await act(city, { as: 'test' }, async (tx) => {
    await tx.insert(commitments).values(rows.map((row) => rowOf(row)))
    return { entries: [{ what: 'made-up', about: 'commitments/1' }] }
  })
  const all = await city.reads.select(lineColumns).from(commitments)
  const ids = (told: readonly { id: number }[]) => told.map((each) => each.id).sort((a, b) => a - b)
  for (const at of moments) {
    for (const standing of standings) {
      const found = await city.reads
        .select({ id: commitments.id })
        .from(commitments)
        .where(standingIs(standing, at))
      expect([String(at), standing, ids(found)]).toEqual([
        String(at),
        standing,
        ids(all.filter((each) => standingOf(each, at) === standing)),
      ])
    }
    const silent = await city.reads.select({ id: commitments.id }).from(commitments).where(silentIs(at))
    expect(ids(silent)).toEqual(ids(all.filter((each) => isSilent(each, at))))
  }
  const open = await city.reads.select({ id: commitments.id }).from(commitments).where(openIs)
  expect(ids(open)).toEqual(ids(all.filter(isOpen)))
})
