import { createHash } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { axisWords } from '#commitments/index.ts'
import { canonical } from '#kit/canonical.ts'
import { act, follow, historyOf, integrate, notify } from '#record/index.ts'
import { anonymous, type Browser, keys, person, type TestCity, testCity } from '#testing/city.ts'
import { recommendationsWaiting } from './recommendations.waiting.reads.ts'
import { accepted, declined, key, promise, recommended, transport } from './recommended.fixture.ts'
import { addItem, call, decide, record } from './sittings.actions.ts'

const Harim = person('Harim', 6, ['officer', transport])
const Daeun = person('Daeun', 5, ['secretary', key])
const list = '/en/committees/recommendations'

/** Where the form of a desk sends the answer to the first thing that waits there. */
const answerTo = async (browser: Browser) =>
  `${(await browser.page('/en/desk/recommendations')).match(/\/en\/desk\/recommendations\/\d+/)![0]}/answer`

const rows = async ({ as }: TestCity, query = '') =>
  ((await (await as(anonymous).get(`${list}.json${query}`)).json()) as { items: Record<string, unknown>[] })
    .items

test('what a committee recommends waits in public, with the day by which an answer is owed and how it was counted', async () => {
  const town = await testCity()
  const path = await recommended(town)
  const reader = town.as(anonymous)
  const page = await reader.page(`/en${path}`)
  for (const said of [
    'Kerbs at bus stops',
    'Lower all kerbs at bus stops.',
    'Waiting for an answer',
    'datetime="2027-02-01"',
    'Mon 1 February 2027',
  ])
    expect(page).toContain(said)
  expect(await reader.page(`/ko${path}`)).toContain('답변을 기다림')
  expect(await rows(town)).toMatchObject([
    { acceptance: 'waiting', implementation: null, verification: null, body: transport, committee: key },
  ])
  expect(await reader.page(`/en/committees/${key}/sittings/1`)).toContain(`href="/en${path}"`)
  expect(await reader.page(`/en/committees/${key}`)).toContain('recommendation made')
  expect(town.bugs).toEqual([])
})

test('no answer in time is shown as silence: on its page, in the list, at the desks of who owes it and who waits', async () => {
  const town = await testCity()
  const path = await recommended(town)
  const desks = async () => ({
    harim: await recommendationsWaiting(town.city, Harim),
    daeun: await recommendationsWaiting(town.city, Daeun),
  })
  expect(await desks()).toMatchObject({
    harim: [{ turn: 'mine', href: expect.stringMatching(/^\/desk\/recommendations\/\d+$/) }],
    daeun: [],
  })
  town.turnTo('2027-02-01T23:59:59+09:00')
  expect(await town.as(anonymous).page(`/en${path}`)).not.toContain('No answer in time')
  town.turnTo('2027-02-02T00:00:00+09:00')
  const page = await town.as(anonymous).page(`/en${path}`)
  expect(page).toContain('No answer in time')
  expect(page).toContain('The answer is 1 day late. Nobody has said why.')
  expect(await rows(town, '?acceptance=overdue')).toHaveLength(1)
  expect(await rows(town, '?acceptance=waiting')).toHaveLength(0)
  expect(await town.as(Daeun).page(`/en/desk/committees/${key}`)).toContain('not answered in time')
  const { harim, daeun } = await desks()
  expect(harim[0]!.dueAt!.toString()).toBe('2027-02-01T15:00:00Z')
  expect(daeun).toMatchObject([
    { turn: 'others', title: { en: '1 recommendation without an answer: Human Rights Civil Committee' } },
  ])
})

test('a yes promises in the same act, and each promise leads back to what asked for it', async () => {
  const town = await testCity()
  const path = await recommended(town)
  const harim = town.as(Harim)
  const form = await answerTo(harim)
  expect(await harim.page(form.replace('/answer', ''))).toContain('Lower all kerbs at bus stops.')
  const answer = await harim.post(form, accepted)
  expect(answer.headers.get('location')).toBe(`/en${path}?done=answer`)
  const page = await town.as(anonymous).page(`/en${path}`)
  for (const said of ['Accepted', 'We lower them all', 'Lower 40 kerbs', 'href="/en/commitments/'])
    expect(page).toContain(said)
  expect(await rows(town)).toMatchObject([
    { acceptance: 'accepted', implementation: 'not-begun', verification: 'none' },
  ])
  const [commitment] = [...page.matchAll(/commitments\/(\d+)/g)].map(
    (each) => `commitments/${each[1]}` as const,
  )
  const [made] = await historyOf(town.city.reads, commitment!)
  const [, answered] = await historyOf(town.city.reads, path.slice(1) as `${string}/${string}`)
  expect([made!.what, answered!.what]).toEqual(['commitments.adopted', 'committees.recommendation-answered'])
  expect(made!.at.equals(answered!.at)).toBe(true)
  expect(await recommendationsWaiting(town.city, Harim)).toEqual([])
  expect(town.bugs).toEqual([])
})

test('of three axes each moves by itself, and the list can be asked for each', async () => {
  const town = await testCity()
  await recommended(town, transport, ['Kerbs', 'Shade', 'Benches'])
  const harim = town.as(Harim)
  await harim.post(await answerTo(harim), accepted)
  await harim.post(await answerTo(harim), { ...accepted, ...declined, answer: 'in-part' })
  await harim.post(await answerTo(harim), declined)
  const found = async (query: string) => (await rows(town, query)).map((each) => each.title)
  expect(await found('?acceptance=in-part')).toEqual(['Shade'])
  expect(await found('?acceptance=declined')).toEqual(['Benches'])
  expect(await found('?implementation=not-begun')).toEqual(['Shade', 'Kerbs'])
  expect(await found('?implementation=late')).toEqual([])
  town.turnTo('2027-07-01T00:00:00+09:00')
  expect(await found('?implementation=late')).toEqual(['Shade', 'Kerbs'])
  expect(await found('?implementation=late&acceptance=accepted&verification=none')).toEqual(['Kerbs'])
  expect(await found('?verification=confirmed')).toEqual([])
  expect(await found(`?body=${transport}&committee=${key}`)).toHaveLength(3)
  expect(await found('?body=budget-department')).toEqual([])
  expect(await found('?acceptance=perhaps')).toHaveLength(3)
  const csv = await town.as(anonymous).page(`${list}.csv?acceptance=declined`)
  expect(csv.trim().split('\r\n')).toHaveLength(2)
})

test('the committee that asked checks what was promised itself, and its word moves one axis and no other', async () => {
  const town = await testCity()
  const path = await recommended(town)
  const harim = town.as(Harim)
  await harim.post(await answerTo(harim), accepted)
  const id = (await harim.page(`/en${path}`)).match(/href="\/en\/commitments\/(\d+)"/)![1]!
  const send = async (browser: Browser, form: string, fields: Record<string, string>) => {
    const at = `/en/desk/commitments/${id}/${form}`
    const page = await browser.page(at)
    const value = (name: string) => page.match(new RegExp(`name="${name}" value="(\\d+)"`))?.[1] ?? '0'
    return browser.post(at, {
      text: 'So it is.',
      seen: value('seen'),
      declared: value('declared'),
      ...fields,
    })
  }
  const axes = async () => {
    const [row] = await rows(town)
    return [row!.acceptance, row!.implementation, row!.verification]
  }
  const done = { links: 'https://kerbs.example.org/photographs' }
  town.turnTo('2027-03-01T10:00:00+09:00')
  expect((await send(harim, 'completion', done)).status).toBe(303)
  expect(await axes()).toEqual(['accepted', 'done', 'waiting'])
  const found = (finding: string) => send(town.as(Daeun), 'checks', { finding, method: 'seen' })
  expect((await send(harim, 'checks', { finding: 'confirmed', method: 'seen' })).status).toBe(403)
  expect((await found('not-confirmed')).status).toBe(303)
  expect(await axes()).toEqual(['accepted', 'under-way', 'contradicted'])
  town.turnTo('2027-04-01T10:00:00+09:00')
  expect((await send(harim, 'completion', done)).status).toBe(303)
  expect((await found('confirmed')).status).toBe(303)
  expect(await axes()).toEqual(['accepted', 'done', 'confirmed'])
  expect(await rows(town, '?verification=confirmed')).toHaveLength(1)
  const page = await town.as(anonymous).page(`/ko${path}`)
  const words = axisWords({ lang: 'ko' })
  for (const said of ['수용', words.implementations.done, words.verifications.confirmed])
    expect(page).toContain(said)
  expect(town.bugs).toEqual([])
})

test('a long list is turned page by page, also where most of it does not fit', async () => {
  const town = await testCity()
  const titles = Array.from({ length: 45 }, (_, at) => `Stop ${at + 1}`)
  await recommended(town, transport, titles)
  const harim = town.as(Harim)
  await harim.post(await answerTo(harim), accepted)
  const seen: string[] = []
  for (let path: string | undefined = list; path; ) {
    const page: string = await town.as(anonymous).page(path)
    seen.push(...[...page.matchAll(/>(Stop \d+)</g)].map((each) => each[1]!))
    path = /href="([^"]+)" rel="next"/.exec(page)?.[1]?.replaceAll('&amp;', '&')
  }
  expect(seen).toEqual(titles.toReversed())
  const page = await town.as(anonymous).page(`${list}?implementation=not-begun`)
  expect([...page.matchAll(/>(Stop \d+)</g)].map((each) => each[1])).toEqual(['Stop 1'])
})

for (const [what, fields, says] of [
  [
    'a yes that promises nothing',
    {
      ...accepted,
      ...promise({ 'pledge1.title': '', 'pledge1.text': '', 'pledge1.dueOn': '', 'pledge1.cost': '' }),
    },
    'A yes is a promise',
  ],
  ['a no without a reason', { ...declined, reason: '' }, 'Please say why not all of it.'],
  [
    'a no without a day to look again',
    { ...declined, reviewOn: '' },
    'Please give a day on which it is looked at again.',
  ],
  ['a no that promises', { ...declined, ...promise() }, 'With a promise it is no plain no.'],
  [
    'a no whose words hold a registration number',
    { ...declined, because: '900101-1234568' },
    'This looks like a resident or alien registration number',
  ],
] as const)
  test(`${what} is refused, and what was written stays`, async () => {
    const town = await testCity()
    const path = await recommended(town)
    const harim = town.as(Harim)
    const answer = await harim.post(await answerTo(harim), fields)
    expect(answer.status).toBe(422)
    const page = await answer.text()
    expect(page).toContain(says)
    expect(page).toContain(fields.text)
    expect(await town.as(anonymous).page(`/en${path}`)).toContain('Waiting for an answer')
  })

test('a no comes back to the desk on the day it promised, and can then become a yes; the first answer stays', async () => {
  const town = await testCity()
  const path = await recommended(town)
  const harim = town.as(Harim)
  const form = await answerTo(harim)
  expect((await harim.post(form, declined)).status).toBe(303)
  const page = await town.as(anonymous).page(`/en${path}`)
  for (const said of ['There is no money for it', 'The budget for streets is spent.', '1 March 2027'])
    expect(page).toContain(said)
  expect(await recommendationsWaiting(town.city, Harim)).toEqual([])
  town.turnTo('2027-03-01T09:00:00+09:00')
  expect(await recommendationsWaiting(town.city, Harim)).toMatchObject([
    { turn: 'mine', title: { en: expect.stringContaining('A second look') } },
  ])
  expect(await town.as(anonymous).page(`/en${path}`)).toContain('The second look is due')
  expect((await harim.post(form, accepted)).status).toBe(422)
  expect((await harim.post(form, { ...accepted, seen: '1' })).status).toBe(303)
  const after = await town.as(anonymous).page(`/en${path}`)
  for (const said of ['Earlier answers', 'Not this year.', 'We lower them all']) expect(after).toContain(said)
  expect((await harim.post(form, { ...declined, seen: '2' })).status).toBe(422)
})

test('a form that is sent twice is one answer', async () => {
  const town = await testCity()
  await recommended(town)
  const harim = town.as(Harim)
  const form = await answerTo(harim)
  expect((await harim.post(form, declined)).status).toBe(303)
  const again = await harim.post(form, { ...declined, reviewOn: '2027-04-01' })
  expect(again.status).toBe(422)
  expect(await again.text()).toContain('was answered meanwhile')
})

test('only the body that was asked answers, and after a merger the one that followed it', async () => {
  const town = await testCity()
  town.turnTo('2026-06-01T09:00:00+09:00')
  const old = 'gwangju-metropolitan-city'
  const path = await recommended(town, old, ['Kerbs'], '2026-06-20')
  town.turnTo('2026-07-02T09:00:00+09:00')
  const successor = 'jeonnam-gwangju-special-city'
  const followed = town.as(person('Harim', 6, ['head', successor]))
  expect(await town.as(anonymous).page(`/en${path}`)).toContain('Now answered for by')
  const form = await answerTo(followed)
  for (const stranger of [
    person('Harim', 6, ['officer', transport]),
    person('Harim', 6, ['officer', old]),
    person('Minho', 2, ['secretary', key], ['officer', 'budget-department']),
  ])
    expect((await town.as(stranger).post(form, declined)).status).toBe(422)
  expect((await town.as(Daeun).post(form, declined)).status).toBe(403)
  expect((await town.as(person('Yuna', 1)).post(form, declined)).status).toBe(403)
  expect((await town.as(anonymous).get('/en/desk/recommendations')).status).toBe(303)
  expect((await followed.post(form, declined)).status).toBe(303)
  expect(await town.as(anonymous).page(`/en${path}`)).toContain('Declined')
})

test('whoever follows the committee hears of the recommendation, of its answer and of what was promised', async () => {
  const town = await testCity()
  await act(town.city, { as: 'resident', person: 1 }, async (tx, at) => {
    await follow(tx, 1, `committees/${key}`, at, 'in-app')
    return { entries: [{ what: 'a', about: 'people/1', visibility: 'internal' }] }
  })
  const path = await recommended(town)
  const harim = town.as(Harim)
  await harim.post(await answerTo(harim), accepted)
  await integrate(town.city, keys.log)
  await notify(town.city)
  const news = await town.as(person('Yuna', 1)).page('/en/notices')
  for (const said of [
    'The recommendation was made.',
    'The recommendation was accepted.',
    `href="/en${path}"`,
    'Lower 40 kerbs',
  ])
    expect(news).toContain(said)
})

test('what the record commits to is what the city shows, before and after the answers', async () => {
  const town = await testCity()
  const path = await recommended(town)
  const harim = town.as(Harim)
  const form = await answerTo(harim)
  const check = async () => {
    const answer = await town.as(anonymous).get(`/record/published${path}`)
    const { entry, salt, form } = (await answer.json()) as { entry: number; salt: string; form: unknown }
    const [row] = await town.city.reads
      .select({ shows: sql<string>`shows` })
      .from(sql`record_entries`)
      .where(sql`number = ${entry}`)
    const digest = createHash('sha256').update(Buffer.from(salt, 'hex')).update(canonical(form)).digest('hex')
    expect(digest).toBe(row!.shows)
  }
  await check()
  await harim.post(form, declined)
  await check()
  town.turnTo('2027-03-01T09:00:00+09:00')
  await harim.post(form, { ...accepted, seen: '1' })
  await check()
})

test('only what is public, adopted and for a body that stands can be recommended', async () => {
  const town = await testCity()
  const daeun = { as: key, person: 5 }
  const no = await call(town.city, daeun, key, {
    kind: 'regular',
    startsAt: Temporal.Instant.from('2026-12-01T14:00:00+09:00'),
    minutes: 60,
    place: 'Here',
    mode: 'both',
    lang: 'en',
    agenda: ['Kerbs'],
  })
  await addItem(town.city, daeun, key, no, {
    title: 'Hana',
    lang: 'en',
    proposedBy: 'chair',
    closed: 'privacy',
  })
  town.turnTo('2026-12-01T16:00:00+09:00')
  await record(town.city, daeun, key, no, { present: ['x-head'], excused: [] })
  const adopted = {
    text: 'So be it.',
    votes: { for: 1, against: 0, abstain: 0 },
    outcome: 'adopted' as const,
  }
  const refused = (item: number, decision: Parameters<typeof decide>[5]) =>
    expect(decide(town.city, daeun, key, no, item, decision)).rejects
  await refused(2, { ...adopted, recommendedTo: transport }).toMatchObject({
    code: 'committees.recommendation-closed',
  })
  await refused(1, { ...adopted, recommendedTo: 'nobody' }).toMatchObject({ code: 'committees.no-such-body' })
  await refused(1, {
    text: 'Later.',
    outcome: 'deferred',
    votes: { for: 0, against: 0, abstain: 0 },
    recommendedTo: transport,
  }).toMatchObject({ code: 'committees.recommendation-not-adopted' })
  expect(await rows(town)).toEqual([])
})

test('what is no recommendation has no page of its own', async () => {
  const town = await testCity()
  await recommended(town)
  for (const path of ['sittings/1/items/2', 'sittings/2/items/1', 'sittings/x/items/1', 'sittings/1/items/0'])
    expect((await town.as(anonymous).get(`/en/committees/${key}/${path}`)).status).toBe(404)
})
