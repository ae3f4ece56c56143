import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Declared, parameter } from '#kit/routes.ts'
import { dayAt } from '#kit/time.ts'
import type { Viewer } from '#kit/view.ts'
import { personsHolding, settleDemo } from '#people/index.ts'
import { anonymous, browserOf, person, testCity } from '#testing/city.ts'
import { accessTable } from './site.tsx'

const roles = [
  'officer',
  'head',
  'hr-officer',
  'secretary',
  'clerk',
  'editor',
  'investigator',
  'ombudsman',
  'auditor',
]
const tasks = [...roles, 'accounts', 'records', 'attestor']

const viewers: Record<string, Viewer> = {
  nobody: anonymous,
  Yuna: person('Yuna', 1),
  'Yuna, seen in person': { ...person('Yuna', 1), assurance: 3 } as Viewer,
  'an officer without a second factor': {
    ...person('Harim', 2, ['officer', 'x']),
    secondFactor: false,
  } as Viewer,
  ...Object.fromEntries(tasks.map((role, at) => [role, person(role, 10 + at, [role, 'x'])])),
}

const addressOf = (lang: string, { path }: Declared, bare: boolean) =>
  `${bare ? '' : `/${lang}`}${path === '/' ? '' : path.replace(parameter, '1')}` || '/'

describe('every declared path lets in whom it says, and nobody else', async () => {
  for (const [name, viewer] of Object.entries(viewers))
    test(name, async () => {
      const { as, house } = await testCity()
      const browser = as(viewer)
      for (const { bare, declared } of house.rooms.flatMap((room) => room.routes))
        for (const each of declared) {
          const address = addressOf('en', each, bare)
          const answer = await (each.method === 'GET'
            ? browser.get(address)
            : browser.request(address, { method: 'POST', body: new FormData() }))
          const to = answer.headers.get('location') ?? ''
          const turnedAway =
            answer.status === 403 ||
            (answer.status === 303 && /^\/en\/sign-in(\/second-factor)?\?to=/.test(to))
          expect([each.method, address, turnedAway]).toEqual([
            each.method,
            address,
            !each.audience.admits(viewer),
          ])
        }
    })
})

test('the access table names every path once', async () => {
  const { house } = await testCity()
  const table = accessTable(house.rooms).map(({ method, path }) => `${method} ${path}`)
  expect(table.toSorted()).toEqual([...new Set(table)].toSorted())
  expect(table).toContain('GET /charter/:article')
})

test('the first address leads to the reader’s language', async () => {
  const { browser } = await testCity()
  for (const [accepts, to] of [
    ['ko-KR,ko;q=0.9,en;q=0.8', '/ko'],
    ['en-GB,en', '/en'],
    ['fr-FR,en;q=0.5', '/en'],
    ['fr', '/ko'],
    ['', '/ko'],
  ] as const) {
    const answer = await browser().request('/', { headers: { 'accept-language': accepts } })
    expect([accepts, answer.headers.get('location')]).toEqual([accepts, to])
  }
})

test('every form and JSON body may be nonsense: the answer is a sentence, never an error of ours', async () => {
  const { as, city, files, house, bugs } = await testCity({ demo: true })
  await settleDemo(city, files)
  const posts = house.rooms
    .flatMap((room) => room.routes)
    .flatMap(({ bare, declared }) =>
      declared.filter((each) => each.method === 'POST').map((each) => ({ each, bare })),
    )
  const [id = 0] = await personsHolding(
    city.reads,
    'accounts',
    undefined,
    dayAt(city.clock.now(), city.facts.timeZone),
  )
  const everything = as(person('Eunji', id, ...tasks.map((role): [string, string] => [role, 'x'])))
  const value = fc.oneof(
    fc.string(),
    fc.constantFrom('', '0', '-1', '1e99', '2026-02-31', 'x'.repeat(5000), '\u0000', '𝒳'),
    fc.string({ unit: 'binary' }),
  )
  const body = fc.dictionary(fc.string(), fc.oneof(value, fc.jsonValue()))
  const posted = fc.record({
    post: fc.constantFrom(...posts),
    body,
    lang: fc.constantFrom('ko', 'en'),
    token: fc.boolean(),
  })
  await fc.assert(
    fc.asyncProperty(posted, async ({ post: { each, bare }, body, lang, token }) => {
      const fields = each.body && 'shape' in each.body ? Object.keys(each.body.shape as object) : []
      const values = Object.values(body)
      const filled = {
        ...body,
        ...Object.fromEntries(fields.map((field, at) => [field, values[at % (values.length || 1)] ?? ''])),
      }
      const answer = await everything.request(addressOf(lang, each, bare), {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...(token && { 'x-csrf': everything.csrf }) },
        body: JSON.stringify(filled),
      })
      expect([each.path, answer.status < 500]).toEqual([each.path, true])
      expect(bugs).toEqual([])
    }),
    { numRuns: 300 },
  )
}, 60_000)

test('a body that is no form at all is refused in the reader’s language', async () => {
  const { browser, bugs } = await testCity()
  for (const type of [
    'application/json',
    'multipart/form-data; boundary=x',
    'application/x-www-form-urlencoded',
    'text/plain',
  ]) {
    const answer = await browser().request('/ko/prefs', {
      method: 'POST',
      headers: { 'content-type': type },
      body: '\u0000{"',
    })
    expect([type, answer.status < 500]).toEqual([type, true])
  }
  expect(bugs).toEqual([])
})

const cursorOf = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
const cursors = [['abc'], [1e30], [1.5], [1], [1, 2, 'a\0'], [2 ** 53 - 1, 2 ** 53 - 1, '\ud800']].map(
  cursorOf,
)

for (const path of [
  ...cursors.flatMap((after) => [`/ko/record?after=${after}`, `/ko/search?q=a&after=${after}`]),
  '/ko/record?day=0000-01-01',
  '/ko/record?day=9999-12-31',
  '/ko/norms/a%0D%0Ab',
  '/ko/charter/%1B',
  '/ko/search?q=a%0Ab',
])
  test(`an address may be nonsense as well, and nothing breaks: ${path}`, async () => {
    const { browser, bugs } = await testCity()
    expect((await browser().get(path)).status).toBeLessThan(500)
    expect(bugs).toEqual([])
  })

test('a form of a million fields is refused before it keeps anybody waiting', async () => {
  const { browser, bugs } = await testCity()
  const visitor = browser()
  for (const fields of [100_000, 1_000_000]) {
    const body = Array.from({ length: fields }, (_, at) => at.toString(36)).join('&')
    const began = performance.now()
    const headers = { 'content-type': 'application/x-www-form-urlencoded' }
    const answer = await visitor.request('/ko/sign-in', { method: 'POST', headers, body })
    expect(answer.status).toBe(422)
    expect(performance.now() - began).toBeLessThan(1000)
  }
  expect(bugs).toEqual([])
})

for (const [who, kept] of [
  [anonymous, 'private, no-cache'],
  [person('Yuna', 1), 'private, no-store'],
] as const)
  test(`of a page for ${who.kind === 'person' ? 'Yuna' : 'anybody'} this is kept: ${kept}`, async () => {
    const { as } = await testCity()
    expect((await as(who).get('/en/charter')).headers.get('cache-control')).toBe(kept)
  })

test('a bug shows a number and tells whoever is on call, never the reader', async () => {
  const { house, bugs } = await testCity()
  const broken = { ...house, identify: () => Promise.reject(new Error('secret detail')) }
  const answer = await browserOf(broken).get('/en/charter')
  expect(answer.status).toBe(500)
  expect(await answer.text()).not.toContain('secret detail')
  expect(bugs).toHaveLength(1)
})

test('the interface describes itself in OpenAPI 3.1', async () => {
  const { browser } = await testCity()
  const described = (await (await browser().get('/openapi.json')).json()) as {
    openapi: string
    paths: Record<string, unknown>
  }
  expect(described.openapi).toBe('3.1.0')
  expect(Object.keys(described.paths)).toEqual(
    expect.arrayContaining(['/{lang}/charter.json', '/{lang}/charter.csv']),
  )
})

test('what measures the house is for this machine or who brings the token', async () => {
  const { browser } = await testCity()
  expect((await browser().get('/metrics')).status).toBe(404)
  expect((await browser().get('/healthz')).status).toBe(200)
  expect((await browser().get('/readyz')).status).toBe(200)
})

test('no page runs or loads anything from elsewhere', async () => {
  const { browser } = await testCity()
  const answer = await browser().get('/ko')
  expect(answer.headers.get('content-security-policy')).toContain("default-src 'self'")
  expect(await answer.text()).not.toMatch(/<script(?![^>]* src="\/assets)|<style| style="|src="https?:/)
})

test('what somebody typed waits for them while they sign in', async () => {
  const { browser, city, files } = await testCity({ demo: true })
  await settleDemo(city, files)
  const yuna = browser()
  const turnedAway = await yuna.post('/en/follow', { about: 'charter/11', how: 'daily' })
  expect(turnedAway.headers.get('location')).toBe('/en/sign-in?to=%2Fen%2Ffollow')
  await yuna.post('/en/demo', { who: 'yuna' })
  const page = await yuna.page('/en/follow')
  expect(page).toContain('Everything you typed is still here')
  expect(page).toContain('value="charter/11"')
  expect(await yuna.page('/en/follow')).not.toContain('value="charter/11"')
})

test('an old form is shown again with what was typed, and goes through at once with its new token', async () => {
  const { browser, mails } = await testCity()
  const visitor = browser()
  const old = await visitor.post('/ko/sign-in', { email: 'yuna@example.org', _csrf: 'old' })
  expect(old.status).toBe(422)
  expect(await old.text()).toContain('value="yuna@example.org"')
  expect(mails).toEqual([])
  expect((await visitor.post('/ko/sign-in', { email: 'yuna@example.org' })).status).toBe(303)
  expect(mails).toHaveLength(1)
})

test('what programs read is the same for everybody, and may be kept by anybody on the way', async () => {
  const { as } = await testCity()
  const answer = await as(person('Yuna', 1)).request('/record/log/checkpoint')
  expect(answer.headers.getSetCookie()).toEqual([])
  expect(answer.headers.get('vary') ?? '').not.toMatch(/cookie/i)
})
