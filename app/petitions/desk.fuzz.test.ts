import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Fields, testCity } from '#testing/city.ts'
import { accepted, Civil, Daeun, filed, Harim, Jiwoo, Ombudsman } from './desk.fixture.ts'
import { steps } from './desk.rights.ts'

const names = [
  ...Object.keys(accepted),
  ...['reason', 'because', 'reviewOn', 'referredTo', 'referredReach', 'consented', 'body', 'procedure'],
  ...['articles', 'groups', 'topic', 'ground', 'to', 'day', 'time', 'place', 'access', 'proposal', 'agreed'],
  ...[
    'result',
    'granted',
    'sitting',
    'upheld',
    'decision',
    'stays',
    'opinion',
    'statement',
    'restored',
    'into',
  ],
]
const telling = fc.constantFrom(
  ...['yes', 'no', '1', '-1', '99999999999999', '2026-12-24', '2999-12-31', '0000-00-00', '14:30', '24:00'],
  ...['transport-department', 'no-such-body', 'civic-rights', 'author', 'mediation', 'threat', 'declined'],
  ...[
    'referred',
    'accepted',
    'charter/15',
    'en',
    '900101-1234567',
    'a\u0000b',
    '🦆',
    '<script>alert(1)</script>',
  ],
  'A sentence that is long enough for every field that asks for one or two of them.',
)
const fields = fc.dictionary(
  fc.constantFrom(...names),
  fc.oneof(telling, fc.array(telling, { maxLength: 2 })),
  {
    maxKeys: 14,
  },
)
const posted = fc.record({
  step: fc.constantFrom(...steps),
  part: fc.constantFrom('', '/1', '/0', '/999999999', '/x'),
  who: fc.constantFrom(Harim, Jiwoo, Daeun, Ombudsman, Civil),
  fields,
})

test('whatever is sent to the desk, it is done or refused, and never breaks', async () => {
  const town = await testCity()
  const id = await filed(town.city, { lane: 'yes', laneReason: 'Few need it.', groups: ['disabled'] })
  await fc.assert(
    fc.asyncProperty(posted, async ({ step, part, who, fields }) => {
      const sent = await town.as(who).post(`/en/desk/petitions/${id}/${step}${part}`, fields as Fields)
      expect([303, 404, 422]).toContain(sent.status)
      expect(await sent.text()).not.toContain('<script>alert')
      expect(town.bugs).toEqual([])
    }),
    { numRuns: 60, seed: 17 },
  )
}, 60_000)
