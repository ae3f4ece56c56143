import { expect, test } from 'vitest'
import { alike } from './history.tsx'
import type { PublicEntry } from './reads.ts'

const entry = (number: number, changed: Partial<PublicEntry> = {}): PublicEntry => ({
  number,
  at: Temporal.Instant.from('2026-11-21T05:30:00Z'),
  actor: 'city-files',
  what: 'bodies.body-added',
  about: `bodies/${number}`,
  facts: {},
  title: { en: `Body ${number}` },
  erased: false,
  ...changed,
})

const later = Temporal.Instant.from('2026-11-21T05:31:00Z')

for (const [differs, changed] of [
  ['who did it', { actor: 'system' }],
  ['what was done', { what: 'bodies.body-changed' }],
  ['what is said of it', { facts: { fields: 'posts' } }],
  ['when', { at: later }],
  ['that it was erased', { erased: true }],
] as const) {
  test(`what one act did to many is told once, and apart from what differs in ${differs}`, () => {
    const runs = alike([entry(4), entry(3), entry(2, changed), entry(1)])
    expect(runs.map((run) => run.map((each) => each.number))).toEqual([[4, 3], [2], [1]])
  })
}
