import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Browser, Fields } from '#testing/city.ts'
import { come, demoCity, join, visits } from './walking.fixture.ts'

const names = [
  'email',
  'to',
  'code',
  'name',
  'lang',
  'age',
  'childUntil',
  'guardianEmail',
  'account',
  'also',
  'notices',
  'purpose',
  'id',
  'text',
  'sure',
  'role',
  'body',
  'from',
  'after',
  'reason',
  'receivers',
  'shown',
  'attestor',
  'since',
  'provider',
  'who',
]

const telling = fc.constantFrom(
  'yes',
  '1',
  '0',
  '-1',
  '99999999999',
  '2026-11-21',
  '2026-02-30',
  'en',
  'officer',
  'city',
  'older',
  'younger',
  'account',
  'yuna@example.org',
  'a\u0000b',
  '🦆',
  '0000-0000',
  '//evil',
  '<script>',
)
const value = fc.oneof(
  telling,
  fc.string({ unit: 'grapheme', maxLength: 80 }),
  fc.array(telling, { maxLength: 3 }),
)
const fields = fc.dictionary(fc.constantFrom(...names), value, { maxKeys: 12 })
const json = fc.dictionary(
  fc.constantFrom(...names, 'rawId', 'response', 'type'),
  fc.jsonValue({ maxDepth: 2 }),
)

async function everybody() {
  const city = await demoCity()
  const minho = city.browser()
  await join(city, minho, 'minho@example.org')
  const cast = await Promise.all(
    ['eunji', 'taeyang', 'nari', 'audit'].map((who) => come(city, who, visits.counter)),
  )
  const paths = city.house.rooms
    .find((room) => room.key === 'people')!
    .routes.flatMap((each) =>
      each.declared.map(({ method, path }) => ({ method, path: each.bare ? path : `/en${path}` })),
    )
    .map(({ method, path }) => ({ method, path: path.replace(/:\w+/, 'x%00y') }))
  return { city, browsers: [city.browser(visits.library), minho, ...cast], paths }
}

/** Forms as they are meant, of which one field at a time is spoilt. */
const meant: readonly [who: number, path: string, typed: Record<string, string>][] = [
  [0, '/sign-in', { email: 'yuna@example.org', to: '/en/me' }],
  [1, '/me/profile', { name: 'Minho', lang: 'en', notices: 'each' }],
  [1, '/me/email', { email: 'new@example.org' }],
  [1, '/me/consents', { purpose: 'invitations' }],
  [1, '/me/assistance/objection', { id: '1', text: 'No.' }],
  [1, '/me/sessions/end', { id: '1' }],
  [1, '/me/passkeys/removal', { id: 'abc' }],
  [
    2,
    '/desk/people/invitations',
    { email: 'h@example.org', role: 'officer', body: 'city', from: '', to: '2030-01-01', after: '' },
  ],
  [2, '/desk/people/roles/end', { id: '999999', reason: 'moved' }],
  [
    3,
    '/desk/people/help/newcomer',
    { name: 'Sora', lang: 'en', account: 'yes', also: 'notices', childUntil: '2030-01-01' },
  ],
  [3, '/desk/people/help/seen', { shown: 'M1234' }],
  [3, '/desk/people/letters', { receivers: 'Yuna Park, 1 Geumnam-ro' }],
  [5, '/desk/people/oversight', { attestor: '1', since: '2026-01-01', reason: 'wrong' }],
]

const csrfOf = async (browser: Browser) =>
  (await browser.page('/en/sign-in')).match(/name="_csrf" value="([^"]+)"/)![1]!

test('whatever is typed into any form, by anybody, the city answers and nothing breaks', async () => {
  const { city, browsers, paths } = await everybody()
  const posts = paths.filter(
    ({ method, path }) => method === 'POST' && path !== '/en/sign-out' && path !== '/en/demo',
  )
  expect(posts.length).toBeGreaterThan(30)
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...posts),
      fc.constantFrom(...browsers),
      fields,
      async ({ path }, browser, typed) => {
        const answer = await browser.post(path, typed as Fields)
        expect([200, 303, 403, 404, 422]).toContain(answer.status)
        expect(city.bugs).toEqual([])
      },
    ),
    { numRuns: 300 },
  )
}, 60_000)

test('a form that is right but for one field breaks nothing either', async () => {
  const { city, browsers } = await everybody()
  const spoilt = fc.constantFrom(...meant).chain(([who, path, typed]) =>
    fc.record({
      who: fc.constant(who),
      path: fc.constant(path),
      typed: fc.constant(typed),
      field: fc.constantFrom(...Object.keys(typed)),
      value,
    }),
  )
  await fc.assert(
    fc.asyncProperty(spoilt, async ({ who, path, typed, field, value }) => {
      const answer = await browsers[who]!.post(`/en${path}`, { ...typed, [field]: value })
      expect([200, 303, 422]).toContain(answer.status)
      expect(city.bugs).toEqual([])
    }),
    { numRuns: 400 },
  )
}, 60_000)

test('whatever a program sends, it is told what was wrong', async () => {
  const { city, browsers, paths } = await everybody()
  const tokens = new Map(await Promise.all(browsers.map(async (each) => [each, await csrfOf(each)] as const)))
  const posts = paths.filter(({ method, path }) => method === 'POST' && path !== '/en/sign-out')
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...posts),
      fc.constantFrom(...browsers),
      json,
      async ({ path }, browser, body) => {
        const headers = { 'content-type': 'application/json', 'x-csrf': tokens.get(browser)! }
        const answer = await browser.request(path, { method: 'POST', headers, body: JSON.stringify(body) })
        expect([200, 303, 403, 404, 422]).toContain(answer.status)
        expect(city.bugs).toEqual([])
      },
    ),
    { numRuns: 200 },
  )
}, 60_000)

test('every page can be asked for by anybody, in both languages', async () => {
  const { city, browsers, paths } = await everybody()
  for (const { path } of paths.filter(({ method }) => method === 'GET'))
    for (const browser of browsers)
      for (const lang of ['/en', '/ko']) {
        const answer = await browser.get(path.replace('/en', lang))
        expect([200, 303, 403, 404, 422], path).toContain(answer.status)
        expect(answer.headers.get('content-type') ?? '').not.toBe('text/plain')
      }
  expect(city.bugs).toEqual([])
}, 60_000)
