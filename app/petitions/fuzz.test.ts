import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anonymous, type Fields, testCity } from '#testing/city.ts'
import { fileAs, kerbs, minho, named, newMark, openOne, taeyang, yuna } from './filing.fixture.ts'
import { meansOf } from './means.ts'
import { petitionRoutes } from './routes.tsx'

const names = [
  'form',
  'step',
  'checked',
  'title',
  'text',
  'lang',
  'district',
  'topic',
  'articles',
  'groups',
  'shownAs',
  'lane',
  'laneReason',
  'name',
  'reach',
  'age',
  'agree',
  'code',
  'stance',
  'verdict',
  'count',
  'keptAt',
]
const telling = fc.constantFrom(
  'yes',
  'none',
  'similar',
  '1',
  '-1',
  '99999999999999',
  'en',
  'und',
  'a\u0000b',
  '🦆',
  '00000-00000-00000',
  '//evil',
  '<script>alert(1)</script>',
  "'; drop table petitions; --",
  '900101-1234567',
  'charter/1',
  'for',
  'ㅋㅋㅋㅋ',
  '%00',
)
const value = fc.oneof(
  telling,
  fc.string({ unit: 'grapheme', maxLength: 80 }),
  fc.array(telling, { maxLength: 3 }),
)
const fields = fc.dictionary(fc.constantFrom(...names), value, { maxKeys: 12 })
const query = fc.dictionary(
  fc.constantFrom(
    'q',
    'state',
    'support',
    'sort',
    'body',
    'topic',
    'group',
    'article',
    'district',
    'after',
    'receipt',
  ),
  fc.oneof(telling, fc.constantFrom('open', 'overdue', 'due', 'signatures', 'WzFd', 'WyJhIl0', 'WzEsMl0')),
  { maxKeys: 5 },
)

async function everybody() {
  const town = await testCity()
  const id = await fileAs(town, town.as(yuna))
  const browsers = [anonymous, yuna, minho, taeyang].map((each) => town.as(each))
  const fill = (path: string) =>
    `/en${path
      .replace(/:id\{[^}]*\}/, String(id))
      .replace(/:file\{[^}]*\}/, `${id}.json`)
      .replace(/:opinion\{[^}]*\}/, '1')
      .replace(':procedure', openOne(town))
      .replace(/:way\{[^}]*\}/, 'no-account')}`
  const declared = petitionRoutes(meansOf({ secret: new Uint8Array(32) })).flatMap((each) => each.declared)
  const paths = (method: 'GET' | 'POST') =>
    declared.filter((each) => each.method === method).map(({ path }) => fill(path))
  return { town, browsers, posts: paths('POST'), gets: paths('GET') }
}

const fine = [200, 302, 303, 403, 404, 422]

test('whatever is typed into any form, by anybody, the city answers and nothing breaks', async () => {
  const { town, browsers, posts } = await everybody()
  expect(posts.length).toBeGreaterThan(12)
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...posts),
      fc.constantFrom(...browsers),
      fields,
      async (path, browser, typed) => {
        expect(fine).toContain((await browser.post(path, typed as Fields)).status)
        expect(town.bugs).toEqual([])
      },
    ),
    { numRuns: 200 },
  )
}, 90_000)

test('a petition that is right but for one answer breaks nothing either', async () => {
  const { town, browsers } = await everybody()
  const right = { ...kerbs, ...named, checked: 'yes' }
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...names),
      value,
      fc.constantFrom('', '/no-account', '/anonymous'),
      async (name, spoilt, way) => {
        const path = `/en/petitions/new/${openOne(town)}${way}`
        const typed = { ...right, form: newMark(), [name]: spoilt }
        expect(fine).toContain((await browsers[way ? 0 : 1]!.post(path, typed)).status)
        expect(town.bugs).toEqual([])
      },
    ),
    { numRuns: 150 },
  )
}, 90_000)

test('whatever is asked of a page, it answers, in both languages', async () => {
  const { town, browsers, gets } = await everybody()
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...gets),
      fc.constantFrom('/en', '/ko'),
      fc.constantFrom(...browsers),
      query,
      async (path, at, browser, asked) => {
        const answer = await browser.get(`${path.replace('/en', at)}?${new URLSearchParams(asked as never)}`)
        expect(fine).toContain(answer.status)
        expect(town.bugs).toEqual([])
      },
    ),
    { numRuns: 200 },
  )
}, 90_000)
