import { createHash } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { canonical } from '#kit/canonical.ts'
import type { City } from '#kit/city.ts'
import { historyOf } from '#record/index.ts'
import { anonymous, type Browser, cityFiles, person, type TestCity, testCity } from '#testing/city.ts'
import { loadCity } from '../load.ts'
import { forgetOld } from './members.actions.ts'
import { traits } from './tables.ts'
import { waiting } from './waiting.reads.ts'

const key = 'human-rights-civil-committee'
const desk = `/en/desk/committees/${key}`
const Daeun = person('Daeun', 5, ['secretary', key])

type Person = {
  name: string
  shownAs?: string
  sex?: string
  young?: string
  seat?: string
  from?: string
  until?: string
}

/** Proposes somebody at the desk. @returns the address of the proposal. */
async function propose(daeun: Browser, { name, shownAs = '', ...more }: Person): Promise<string> {
  const fields = { seat: 'experts', from: '2026-11-21', name, publishedAs: shownAs, ...more }
  const answer = await daeun.post(`${desk}/proposals`, fields)
  expect(answer.status).toBe(303)
  return answer.headers.get('location')!
}

async function appoint(daeun: Browser, who: Person, waiver: Record<string, string> = {}): Promise<void> {
  const proposal = await propose(daeun, who)
  expect((await daeun.post(`${proposal}/appointment`, waiver)).status).toBe(303)
}

const sexes = ['woman', 'man', 'woman', 'man', 'woman', 'man'] as const

/** A committee of six experts, besides the head of the bureau. */
async function appointSix(daeun: Browser): Promise<void> {
  for (const [at, sex] of sexes.entries())
    await appoint(daeun, {
      name: `Expert ${at + 1}`,
      sex,
      young: at < 3 ? 'yes' : 'no',
      ...(at === 0 && { shownAs: 'Minho' }),
    })
}

async function call(daeun: Browser, fields: Record<string, string> = {}): Promise<string> {
  const answer = await daeun.post(`${desk}/sittings`, {
    kind: 'regular',
    day: '2026-12-01',
    time: '14:00',
    minutes: '120',
    place: 'City hall, room 3',
    mode: 'both',
    lang: 'en',
    agenda: 'Kerbs at bus stops\nA complaint',
    ...fields,
  })
  expect(answer.status).toBe(303)
  return answer.headers.get('location')!.replace(/\?.*/, '')
}

/** The members by their references at the desk of a sitting. */
async function membersAt(daeun: Browser, sitting: string): Promise<string[]> {
  const page = await daeun.page(sitting)
  return [...page.matchAll(/name="present"[^>]*value="([^"]+)"/g)].map((each) => each[1]!)
}

test('Daeun proposes, sees what the rules say, and appoints; the public sees the seat, or the name that was agreed to', async () => {
  const { as, bugs, city } = await testCity()
  const daeun = as(Daeun)
  const proposal = await propose(daeun, { name: 'Kim Minho', shownAs: 'Minho', sex: 'man' })
  const seen = await daeun.page(proposal)
  expect(seen).toContain('Share of any one gender')
  expect(seen).toContain('Not yet kept')
  const before = await as(anonymous).page(`/en/committees/${key}`)
  expect(before).not.toContain('Minho')
  await daeun.post(`${proposal}/appointment`)
  await appoint(daeun, { name: 'Lee Sora' })
  const page = await as(anonymous).page(`/en/committees/${key}`)
  expect(page).toContain('Minho')
  expect(page).not.toContain('Kim Minho')
  expect(page).not.toContain('Sora')
  expect(page).toContain('Experts in human rights, member 2')
  expect((await historyOf(city.reads, `committees/${key}`)).map((each) => each.what)).toEqual([
    'committees.rules-added',
    'committees.member-appointed',
    'committees.member-appointed',
  ])
  expect(bugs).toEqual([])
})

test('a term is as long as the rule says unless it is shorter, and one that is longer needs an exception', async () => {
  const { as } = await testCity()
  const daeun = as(Daeun)
  await appoint(daeun, { name: 'Lee Sora' })
  expect(await daeun.page(desk)).toContain('20 November 2028')
  const long = await propose(daeun, { name: 'Too Long', until: '2028-11-21' })
  const refused = await daeun.post(`${long}/appointment`)
  expect(refused.status).toBe(422)
  expect(await refused.text()).toContain('Length of a term')
})

test('a breach is not refused, but somebody answers for it in public, with an end', async () => {
  const { as, daysPass, city } = await testCity()
  const daeun = as(Daeun)
  const long = await propose(daeun, { name: 'Too Long', until: '2029-12-31' })
  const half = await daeun.post(`${long}/appointment`, { reason: 'Nobody else knows the sewers.' })
  expect(half.status).toBe(422)
  expect(await half.text()).toContain('Nobody else knows the sewers.')
  const waiver = {
    reason: 'Nobody else knows the sewers.',
    decidedBy: 'Vice mayor',
    waiverUntil: '2027-01-15',
  }
  expect((await daeun.post(`${long}/appointment`, waiver)).status).toBe(303)
  const page = await as(anonymous).page(`/en/committees/${key}`)
  for (const said of [waiver.reason, 'Vice mayor', '15 January 2027']) expect(page).toContain(said)
  expect(page).not.toContain('Too Long')
  daysPass(20)
  const soon = await waiting(city, Daeun)
  expect(soon.map((each) => each.title.en)).toContain(
    'An exception ends: Human Rights Civil Committee, Length of a term',
  )
})

test('one person sits on three committees and no more, whoever appoints', async () => {
  const { as } = await testCity()
  const committees = [key, 'civic-rights-committee', 'participatory-budget-committee', 'youth-committee']
  const seats = ['experts', 'members', 'open-call', 'young-people']
  const daeun = as(person('Daeun', 5, ...committees.map((each) => ['secretary', each] as [string, string])))
  let known = ''
  for (const [at, committee] of committees.entries()) {
    const base = `/en/desk/committees/${committee}`
    const who = known ? { person: known } : { name: 'Lee Sora' }
    const proposed = await daeun.post(`${base}/proposals`, { seat: seats[at]!, from: '2026-11-21', ...who })
    const proposal = proposed.headers.get('location')!
    const appointed = await daeun.post(`${proposal}/appointment`)
    expect([committee, appointed.status]).toEqual([committee, at < 3 ? 303 : 422])
    if (at === 3) expect(await appointed.text()).toContain('Committees one person may sit on')
    known ||=
      (await daeun.page(`${base}/members/new`)).match(/<option value="(\d+)"[^>]*>Lee Sora/)?.[1] ?? ''
  }
})

test('a sitting from its notice to its minutes: quorum, recusal, votes, and the day by which minutes are due', async () => {
  const { as, turnTo, bugs } = await testCity()
  const daeun = as(Daeun)
  const reader = as(anonymous)
  await appointSix(daeun)
  const sitting = await call(daeun)
  const publicPage = sitting.replace('/desk', '')
  expect(await reader.page(publicPage)).toContain('Kerbs at bus stops')
  expect((await daeun.post(`${sitting}/attendance`, { present: 'x-head' })).status).toBe(422)
  await daeun.post(`${sitting}/papers`)

  turnTo('2026-12-01T16:00:00+09:00')
  const members = await membersAt(daeun, sitting)
  expect(members).toHaveLength(7)
  await daeun.post(`${sitting}/attendance`, { present: members.slice(0, 4), excused: members.slice(4, 5) })
  expect(await reader.page(publicPage)).toContain('4 of 7 members present')

  const [kerbs, complaint] = [`${sitting}/items/1`, `${sitting}/items/2`]
  const adopted = {
    outcome: 'adopted',
    decision: 'Lower them.',
    for: '3',
    against: '1',
    recommendedTo: 'jeonnam-gwangju-special-city',
  }
  expect((await daeun.post(`${kerbs}/decision`, { ...adopted, for: '5' })).status).toBe(422)
  expect((await daeun.post(`${kerbs}/decision`, { ...adopted, for: '2', against: '2' })).status).toBe(422)
  expect((await daeun.post(`${kerbs}/decision`, adopted)).status).toBe(303)
  expect(await (await daeun.post(`${kerbs}/decision`, adopted)).text()).toContain('decided already')

  await daeun.post(`${complaint}/recusals`, { member: members[1]!, kind: 'withdrew', interest: 'family' })
  const refused = await daeun.post(`${complaint}/decision`, { ...adopted, for: '3', against: '0' })
  expect(await refused.text()).toContain('3 where 4 are needed')
  const byRecused = { outcome: 'adopted', decision: 'No.', [`vote-${members[1]}`]: 'for' }
  expect(await (await daeun.post(`${complaint}/decision`, byRecused)).text()).toContain('may not vote on it')
  await daeun.post(`${complaint}/decision`, { outcome: 'deferred', decision: 'Too few of us.' })

  const decided = await reader.page(publicPage)
  for (const said of ['Lower them.', '3 for, 1 against', 'Recommended to', 'Deferred'])
    expect(decided).toContain(said)
  expect(decided).toContain('Mon 21 December 2026')

  turnTo('2026-12-22T09:00:00+09:00')
  expect(await reader.page('/en/committees')).toContain('1 sitting without minutes in time')
  await daeun.post(`${sitting}/minutes`, { minutes: 'We spoke of kerbs.', minutesLang: 'en' })
  const published = await reader.page(publicPage)
  expect(published).toContain('We spoke of kerbs.')
  expect(published).toContain('Published 1 day late')
  expect(
    (await daeun.post(`${sitting}/items`, { title: 'Later', lang: 'en', proposedBy: 'chair' })).status,
  ).toBe(422)
  expect(bugs).toEqual([])
})

test('the law changed under the running committee: a month for the minutes of June, twenty days for those of July', async () => {
  const { as, turnTo } = await testCity()
  turnTo('2026-06-01T09:00:00+09:00')
  const daeun = as(Daeun)
  const june = (await call(daeun, { day: '2026-06-30' })).replace('/desk', '')
  const july = (await call(daeun, { day: '2026-07-01' })).replace('/desk', '')
  turnTo('2026-07-02T09:00:00+09:00')
  expect(await as(anonymous).page(june)).toContain('datetime="2026-07-31"')
  expect(await as(anonymous).page(july)).toContain('datetime="2026-07-21"')
})

test('a short notice says why, a third of the members can demand a sitting, and fewer cannot', async () => {
  const { as } = await testCity()
  const daeun = as(Daeun)
  await appointSix(daeun)
  const soon = {
    kind: 'regular',
    day: '2026-11-25',
    time: '14:00',
    minutes: '60',
    place: 'Here',
    mode: 'video',
    lang: 'en',
    agenda: '',
  }
  const refused = await daeun.post(`${desk}/sittings`, soon)
  expect(refused.status).toBe(422)
  expect(await refused.text()).toContain('7 days before')
  expect((await daeun.post(`${desk}/sittings`, { ...soon, urgency: 'A flood' })).status).toBe(303)
  const extra = { ...soon, day: '2026-12-01', kind: 'extra', demandedBy: 'members' }
  expect(await (await daeun.post(`${desk}/sittings`, { ...extra, demands: '2' })).text()).toContain(
    'at least 3 members',
  )
  expect((await daeun.post(`${desk}/sittings`, { ...extra, demands: '3' })).status).toBe(303)
})

test('of what was closed to the public, the public learns only that and why', async () => {
  const { as, turnTo } = await testCity()
  const daeun = as(Daeun)
  await appointSix(daeun)
  const sitting = await call(daeun)
  await daeun.post(`${sitting}/items`, {
    title: 'The case of Hana',
    text: 'Hana said so.',
    lang: 'en',
    proposedBy: 'member',
    closed: 'privacy',
  })
  turnTo('2026-12-01T16:00:00+09:00')
  await daeun.post(`${sitting}/attendance`, { present: await membersAt(daeun, sitting) })
  await daeun.post(`${sitting}/items/3/decision`, {
    outcome: 'adopted',
    decision: 'Hana is right.',
    for: '7',
  })
  const path = sitting.replace('/desk', '')
  for (const each of [path, `${path}.json`, `/en/committees/${key}.ics`, `/en/record`]) {
    expect([each, (await as(anonymous).page(each)).includes('Hana')]).toEqual([each, false])
  }
  const page = await as(anonymous).page(path)
  expect(page).toContain('somebody’s privacy')
  expect(page).toContain('7 for, 0 against')
})

test('a sitting that is called off stays in the list, in the calendar and on the record, with its reason', async () => {
  const { as } = await testCity()
  const daeun = as(Daeun)
  const sitting = await call(daeun)
  await daeun.post(`${sitting}/cancellation`, { reason: 'The hall is flooded.' })
  expect(await as(anonymous).page(sitting.replace('/desk', ''))).toContain('The hall is flooded.')
  const ics = await as(anonymous).get(`/en/committees/${key}.ics`)
  expect(ics.headers.get('content-type')).toBe('text/calendar; charset=utf-8')
  expect(await ics.text()).toContain('STATUS:CANCELLED')
})

test('only the committee’s own secretary works at its desk, and nobody without a second factor', async () => {
  const { as, city } = await testCity()
  const others = as(person('Harim', 6, ['secretary', 'youth-committee']))
  for (const path of [desk, `${desk}/members/new`, `${desk}/sittings/new`]) {
    expect((await others.get(path)).status).toBe(422)
    expect((await as(person('Yuna', 1)).get(path)).status).toBe(403)
    expect((await as(anonymous).get(path)).status).toBe(303)
  }
  const proposal = { seat: 'experts', from: '2026-11-21', name: 'Intruder' }
  expect((await others.post(`${desk}/proposals`, proposal)).status).toBe(422)
  expect(await historyOf(city.reads, `committees/${key}`)).toHaveLength(1)
})

test('what the record commits to is what the city shows, through every step of a member and a sitting', async () => {
  const { as, city, turnTo } = await testCity()
  const daeun = as(Daeun)
  await appointSix(daeun)
  const member = (await daeun.page(desk)).match(/members\/(\d+)"/)![1]!
  await daeun.post(`${desk}/members/${member}/name`, { publishedAs: 'Another name' })
  await daeun.post(`${desk}/members/${member}/end`, { on: '2026-12-24', ground: 'unable' })
  const sitting = await call(daeun)
  await daeun.post(`${sitting}/items/1/recusals`, {
    member: `m${member}`,
    kind: 'excluded',
    interest: 'other',
  })
  turnTo('2026-12-01T16:00:00+09:00')
  await daeun.post(`${sitting}/attendance`, { present: await membersAt(daeun, sitting) })
  await daeun.post(`${sitting}/minutes`, { minutes: 'Short.', minutesLang: 'en' })
  for (const about of [`committees/${key}`, `committees/${key}/sittings/1`])
    await expectAsCommitted(city, as(anonymous), about)
  expect(await as(anonymous).page(`/en/committees/${key}`)).not.toContain('unable')
})

async function expectAsCommitted(city: City, reader: Browser, about: string): Promise<void> {
  const { entry, salt, form } = (await (await reader.get(`/record/published/${about}`)).json()) as {
    entry: number
    salt: string
    form: unknown
  }
  const [row] = await city.reads
    .select({ shows: sql<string>`shows` })
    .from(sql`record_entries`)
    .where(sql`number = ${entry}`)
  const digest = createHash('sha256').update(Buffer.from(salt, 'hex')).update(canonical(form)).digest('hex')
  expect([about, digest]).toEqual([about, row!.shows])
}

/** Everything that anybody can see of a committee without an account. */
async function everythingPublic({ as }: TestCity): Promise<string[]> {
  const paths = [
    '/en/committees',
    '/ko/committees.csv',
    '/en/committees.json',
    `/en/committees/${key}`,
    `/ko/committees/${key}`,
    `/en/committees/${key}.ics`,
    `/en/committees/${key}/members.csv`,
    `/en/committees/${key}/members.json`,
    `/en/committees/${key}/sittings.json`,
    `/en/committees/${key}/sittings/1`,
    `/en/committees/${key}/sittings/1.json`,
    '/record.json',
    '/en/record',
    '/en/record.csv',
    '/en/record.atom',
    '/record/published',
    '/en/search?q=expert',
  ]
  return Array.fromAsync(paths, async (path) => `${path}\n${await as(anonymous).page(path)}`)
}

test('nothing public changes when two members change their answers with each other', async () => {
  const town = await testCity()
  const daeun = town.as(Daeun)
  await appointSix(daeun)
  await call(daeun)
  const members = [...(await daeun.page(desk)).matchAll(/members\/(\d+)"/g)].map((each) => each[1]!)
  const before = await everythingPublic(town)
  expect(before.join()).toContain('Women')
  const answers = { woman: { sex: 'woman', young: 'yes' }, man: { sex: 'man', young: 'no' } }
  await daeun.post(`${desk}/members/${members[0]}/traits`, answers.man)
  await daeun.post(`${desk}/members/${members[3]}/traits`, answers.woman)
  expect(await everythingPublic(town)).toEqual(before)
  for (const path of [desk, `${desk}/members/${members[0]}`])
    expect(await daeun.page(path)).not.toMatch(
      /checked[^>]*value="(woman|man)"|value="(woman|man)"[^>]*checked/,
    )
})

test('counts are shown once enough members are there, and not again while few come or go', async () => {
  const { as } = await testCity()
  const daeun = as(Daeun)
  const page = () => as(anonymous).page(`/en/committees/${key}`)
  for (const at of [0, 1]) await appoint(daeun, { name: `Expert ${at}`, sex: sexes[at]! })
  expect(await page()).toContain('Nothing has been counted yet')
  for (const at of [2, 3, 4, 5]) await appoint(daeun, { name: `Expert ${at}`, sex: sexes[at]! })
  const counted = await page()
  expect(counted).toContain('6 appointed members, counted on 21 November 2026')
  await appoint(daeun, { name: 'One more', sex: 'woman' })
  expect(await page()).toContain('6 appointed members, counted on 21 November 2026')
})

test('what waits for a secretary: sittings to call, papers, records, minutes, terms, proposals', async () => {
  const { as, city, turnTo, daysPass } = await testCity()
  const daeun = as(Daeun)
  const titles = async () => (await waiting(city, Daeun)).map((each) => each.title.en)
  expect(await titles()).toEqual(['Call the next regular sitting of Human Rights Civil Committee'])
  await propose(daeun, { name: 'Lee Sora' })
  await appoint(daeun, { name: 'Minho', until: '2026-12-31' })
  const sitting = await call(daeun)
  expect(await titles()).toEqual([
    'Papers for Human Rights Civil Committee, sitting 1',
    'Call the next regular sitting of Human Rights Civil Committee',
    '1 term ends soon: Human Rights Civil Committee',
    '1 proposal to decide: Human Rights Civil Committee',
  ])
  turnTo('2026-12-01T16:00:00+09:00')
  expect((await titles())[0]).toBe('Attendance and decisions of Human Rights Civil Committee, sitting 1')
  await daeun.post(`${sitting}/attendance`, { present: await membersAt(daeun, sitting) })
  const [minutes] = await waiting(city, Daeun)
  expect(minutes).toMatchObject({
    title: { ko: '인권증진시민위원회 제1차 회의록' },
    href: sitting.replace('/en', ''),
  })
  expect(String(minutes!.dueAt)).toBe('2026-12-21T15:00:00Z')
  daysPass(30)
  expect((await titles())[0]).toBe('Minutes of Human Rights Civil Committee, sitting 1')
  expect(await waiting(city, anonymous)).toEqual([])
})

test('loading twice changes nothing; a new seat changes the rules of one committee, on the record', async () => {
  const { city, as } = await testCity()
  const files = structuredClone(await cityFiles())
  expect(await loadCity(city, files)).toBe(0)
  const committee = files.committees.find((each) => each.key === key)!
  committee.seats.push({
    ...committee.seats.at(-1)!,
    key: 'young',
    name: { en: 'Young people', ko: '청년' },
    count: 2,
  })
  expect(await loadCity(city, files)).toBe(1)
  expect(await as(anonymous).page(`/ko/committees/${key}`)).toContain('청년')
  expect((await historyOf(city.reads, `committees/${key}`)).map(({ what, facts }) => [what, facts])).toEqual([
    ['committees.rules-added', {}],
    ['committees.rules-changed', { fields: 'seats' }],
  ])
  expect(await loadCity(city, files)).toBe(0)
})

test('a member who says nothing any more has taken back what they said', async () => {
  const { as, city } = await testCity()
  const daeun = as(Daeun)
  await appoint(daeun, { name: 'Lee Sora', sex: 'woman', young: 'yes' })
  const [member] = (await daeun.page(desk)).match(/members\/\d+(?=")/)!
  expect(await city.reads.$count(traits)).toBe(1)
  expect((await daeun.post(`${desk}/${member}/traits`, { sex: '', young: '' })).status).toBe(303)
  expect(await city.reads.$count(traits)).toBe(0)
})

for (const from of ['0000-01-01', '0001-01-01', '9999-12-31'])
  test(`nobody is proposed from ${from} on, and nothing breaks`, async () => {
    const { as, bugs } = await testCity()
    const proposal = { seat: 'experts', name: 'Lee Sora', from }
    expect((await as(Daeun).post(`${desk}/proposals`, proposal)).status).toBe(422)
    expect(bugs).toEqual([])
  })

test('a member who left long ago is forgotten, but for the seat they held', async () => {
  const { as, city, daysPass } = await testCity()
  const daeun = as(Daeun)
  await appoint(daeun, { name: 'Lee Sora', sex: 'woman', until: '2026-12-31' })
  const kept = () => city.reads.$count(traits)
  await forgetOld(city)
  expect(await kept()).toBe(1)
  daysPass(41 + 365)
  await forgetOld(city)
  expect(await kept()).toBe(0)
  expect(await as(anonymous).page(`/en/committees/${key}/members.csv`)).toContain('2026-12-31')
})

test('what was open in a sitting is found, what was closed is not', async () => {
  const { as } = await testCity()
  const daeun = as(Daeun)
  const sitting = await call(daeun, { agenda: 'Kerbstones at tram stops' })
  await daeun.post(`${sitting}/items`, {
    title: 'Xylophones',
    lang: 'en',
    proposedBy: 'body',
    closed: 'contract',
  })
  expect(await as(anonymous).page('/en/search?q=kerbstones')).toContain(sitting.replace('/desk', ''))
  expect(await as(anonymous).page('/en/search?q=xylophones')).not.toContain(sitting.replace('/desk', ''))
})
