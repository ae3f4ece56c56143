import fc from 'fast-check'
import { expect, test } from 'vitest'
import { act } from '#record/index.ts'
import { testCity } from '#testing/city.ts'
import { findings, isOpen, isSilent, standingOf, standings } from './commitment.ts'
import { lineColumns } from './reads.ts'
import { openIs, silentIs, standingIs } from './standing.reads.ts'
import { commitments } from './tables.ts'

const moments = [0, 1, 2, 3, 4, 5].map((day) =>
  Temporal.Instant.from('2026-01-01T00:00:00Z').add({ hours: 24 * day }),
)
const moment = fc.constantFrom(...moments)
const maybe = fc.option(moment, { nil: null })

const dated = fc.record({
  startsAt: moment,
  dueAt: moment,
  brokenAt: maybe,
  silentAt: maybe,
  begunAt: maybe,
  doneAt: maybe,
  stoppedAt: maybe,
  finding: fc.option(fc.constantFrom(...findings), { nil: null }),
})

test('the database and the rule say the same of every commitment at every moment', async () => {
  const { city } = await testCity()
  const rows = fc.sample(dated, 300)
  const day = Temporal.PlainDate.from('2026-01-01')
  await act(city, { as: 'test' }, async (tx, adoptedAt) => {
    await tx.insert(commitments).values(
      rows.map((row) => ({
        ...row,
        kind: 'new' as const,
        title: '',
        text: '',
        lang: 'en',
        lead: 'transport-department',
        supporting: [],
        startsOn: day,
        dueOn: day,
        firstDueOn: day,
        articles: [],
        groups: [],
        districts: [],
        origin: 'petitions/1' as const,
        originKind: 'petitions',
        originTitle: {},
        adoptedAt,
      })),
    )
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
