import { expect, test } from 'vitest'
import { commitmentActs, commitmentsFrom, openRequests } from '#commitments/index.ts'
import { committeeActs } from '#committees/index.ts'
import { historyOf } from '#record/index.ts'
import { anonymous, testCity } from '#testing/city.ts'
import { actionsOwed } from './action.reads.ts'
import { yearWaiting } from './desk.year.waiting.ts'
import { tellOwed } from './year.clock.actions.ts'
import { committee, deskOf, Harim, Jiwoo, kerbs, planned, Sora, transport, welfare } from './year.fixture.ts'
import { loadOf, silentBodies } from './year.reads.ts'

const done = { status: 303 }

/** A city in January 2027 with a plan in force, and the hands that work on its year. */
async function january() {
  const city = await testCity()
  city.turnTo('2027-01-11T09:00:00+09:00')
  await planned(city.city)
  const anybody = city.as(anonymous)
  const id = async (title = kerbs.title) => {
    const { items } = JSON.parse(await anybody.page('/en/plans/fourth/years/2027/actions.json'))
    const [found] = (items as { action: string; commitment: string | null }[]).filter(
      ({ action }) => action === title,
    )
    return found
  }
  const titles = async (viewer: typeof Harim) =>
    (await yearWaiting(city.city, viewer)).map((each) => each.title.en)
  return {
    city,
    anybody,
    id,
    titles,
    harim: deskOf(city, Harim),
    jiwoo: deskOf(city, Jiwoo),
    sora: deskOf(city, Sora),
    year: () => anybody.page('/en/plans/fourth/years/2027'),
    promises: (no: string) => commitmentsFrom(city.city.reads, `plans/fourth/tasks/${no}`),
    told: async (about: `plans/${string}`) =>
      (await historyOf(city.city.reads, about)).map((each) => each.what),
    actionId: async () => {
      const page = await anybody.page('/en/plans/fourth/years/2027')
      return Number(page.match(/\/plans\/fourth\/actions\/(\d+)"/)![1])
    },
  }
}

test('what the office drafts is a promise once its lead agrees; each quarter is reported, and followers are told', async () => {
  const { city, anybody, harim, sora, titles, actionId, promises, year } = await january()
  expect(await titles(Sora)).toContain('2 tasks without an action in 2027')
  expect(await sora.draft('1-1')).toMatchObject(done)
  expect(await promises('1-1')).toEqual([])
  const id = await actionId()
  expect(await titles(Harim)).toContain('Yes or no to an action of the plan')
  expect(await year()).toContain('Transport department (working name) has not agreed yet')
  expect(await harim.say(id, 'yes')).toMatchObject(done)
  expect(await promises('1-1')).toMatchObject([
    { title: 'Forty kerbs lowered', lead: transport, joint: [], cost: null },
  ])
  expect(await year()).toContain('Green: on course')

  city.turnTo('2027-04-01T09:00:00+09:00')
  expect(await titles(Harim)).toContain('Report on quarter 1')
  expect((await harim.report(id, 2, 1)).status).toBe(422)
  const report = { text: 'Ten are lowered.', links: 'https://city.example/kerbs', milestones: [] as never }
  expect(await harim.report(id, 1, 10, report)).toMatchObject(done)
  expect(await titles(Harim)).not.toContain('Report on quarter 1')
  const [promise] = await promises('1-1')
  const page = await anybody.page(`/en/commitments/${promise!.id}`)
  expect(page).toContain('Ten are lowered.')
  expect(await year()).toContain('10 of 40 reached; about 10 were to be reached by 31 March 2027.')

  city.turnTo('2027-07-10T09:00:00+09:00')
  const form = await harim.browser.page(`/en/desk/year/actions/${id}/quarters/2`)
  expect(form).toContain('value="10"')
  expect(form).toContain('Ten are lowered.')
  await harim.report(id, 2, 11, { obstacle: 'money', helpOf: welfare, helpText: 'Tell us where.' })
  expect(await year()).toContain('Red: far behind')
  expect(await year()).toContain('What stands in the way: Money')
  expect(await openRequests(city.city.reads, city.at())).toMatchObject([
    { helper: welfare, text: 'Tell us where.' },
  ])
  city.daysPass(20)
  expect(await year()).toContain('1 request for help waited too long')
  expect(city.bugs).toEqual([])
})

test('a report is corrected, and what was said before can still be read; the same sent twice is said once', async () => {
  const { city, anybody, harim, actionId, told } = await january()
  await harim.draft('1-1')
  const id = await actionId()
  city.turnTo('2027-04-02T09:00:00+09:00')
  for (const _ of [1, 2]) expect(await harim.report(id, 1, 10)).toMatchObject(done)
  expect(await harim.report(id, 1, 9, { text: 'One was counted twice.' })).toMatchObject(done)
  const page = await anybody.page(`/en/plans/fourth/actions/${id}`)
  expect(page).toContain('9 of 40')
  expect(page).toContain('10 of 40')
  expect(page).toContain('What was said before it was corrected')
  const what = await told(`plans/fourth/actions/${id}`)
  expect(what.filter((each) => each.startsWith('plans.quarter'))).toEqual([
    'plans.quarter-reported',
    'plans.quarter-corrected',
  ])
})

test('a task of two is agreed by both, and a no says why', async () => {
  const { anybody, harim, jiwoo, sora, actionId, promises, year } = await january()
  await harim.draft('1-2', { joint: welfare })
  const id = await actionId()
  expect(await promises('1-2')).toEqual([])
  expect((await jiwoo.say(id, 'no')).status).toBe(422)
  expect(await jiwoo.say(id, 'no', 'We have nobody for it.')).toMatchObject(done)
  expect(await year()).toContain('Welfare department (working name) said no.')
  expect(await anybody.page(`/en/plans/fourth/actions/${id}`)).toContain('We have nobody for it.')
  const again = { ...kerbs, joint: welfare, target: '20' }
  expect(await sora.browser.post(`/en/desk/year/actions/${id}`, again)).toMatchObject(done)
  expect(await jiwoo.say(id, 'yes')).toMatchObject(done)
  expect(await promises('1-2')).toEqual([])
  expect(await harim.say(id, 'yes')).toMatchObject(done)
  expect(await promises('1-2')).toMatchObject([{ lead: transport, joint: [welfare] }])
  expect((await harim.browser.post(`/en/desk/year/actions/${id}`, again)).status).toBe(422)
})

test('the same put forward twice is one action, and another needs a title of its own', async () => {
  const { city, sora, actionId } = await january()
  for (const _ of [1, 2]) expect(await sora.draft('1-1')).toMatchObject(done)
  const other = await sora.draft('1-1', { target: '50' })
  expect([other.status, await other.text()]).toEqual([422, expect.stringContaining('with this title')])
  const page = await sora.browser.page('/en/plans/fourth/years/2027')
  expect(page.match(/>Forty kerbs lowered</g)).toHaveLength(1)
  const id = await actionId()
  const back = await sora.browser.post(`/en/desk/year/actions/${id}/withdrawal`, { reason: 'Too small.' })
  expect(back.status).toBe(303)
  expect(await sora.browser.page(`/en/plans/fourth/actions/${id}`)).toContain('Too small.')
  expect(await sora.draft('1-1', { target: '50' })).toMatchObject(done)
  expect(city.bugs).toEqual([])
})

test('nobody agrees, reports or takes back for another body', async () => {
  const { city, harim, jiwoo, sora, actionId } = await january()
  await harim.draft('1-1')
  const id = await actionId()
  city.turnTo('2027-04-01T09:00:00+09:00')
  for (const hand of [jiwoo, sora]) {
    expect((await hand.say(id, 'yes')).status).toBe(422)
    expect((await hand.report(id, 1, 40)).status).toBe(422)
  }
  expect((await jiwoo.draft('1-1', { title: 'Another' })).status).toBe(422)
})

test('silence is shown as silence, told once to those who follow, and ended by a word', async () => {
  const { city, anybody, harim, sora, actionId, year, told, titles } = await january()
  await harim.draft('1-1')
  const id = await actionId()
  await sora.draft('1-2', { joint: welfare })
  city.turnTo('2027-03-28T08:10:00+09:00')
  await tellOwed(city.city)
  expect(await told('plans/fourth')).toContain('plans.agreements-due')
  city.turnTo('2027-04-20T08:10:00+09:00')
  for (const _ of [1, 2]) await tellOwed(city.city)
  expect((await told('plans/fourth/tasks/1-1')).filter((each) => each === 'plans.report-late')).toHaveLength(
    1,
  )
  expect(await told('plans/fourth')).toContain('plans.agreements-late')
  expect(await silentBodies(city.city.reads, city.city.facts, city.at())).toEqual([
    { body: transport, agreements: 1, reports: 1, since: '2027-03-31' },
    { body: welfare, agreements: 1, reports: 0, since: '2027-03-31' },
  ])
  const page = await year()
  for (const said of ['Who said nothing', 'Not agreed in time', 'No report on quarter 1', 'Silent'])
    expect(page).toContain(said)
  expect(await titles(Sora)).toContain('1 report of the plan missing')
  expect(await loadOf(city.city.reads, city.city.facts, city.at())).toEqual([
    { body: transport, late: 1, red: 0, amber: 0, due: 1, open: 0 },
    { body: welfare, late: 0, red: 0, amber: 0, due: 1, open: 0 },
  ])
  const owed = await actionsOwed(city.city.reads, city.city.facts, [transport], city.at())
  expect([owed.agreements.length, owed.reports.length]).toEqual([1, 1])
  await harim.report(id, 1, 10)
  expect(await year()).not.toContain('No report on quarter 1')
  expect(await anybody.page(`/en/plans/fourth/actions/${id}`)).toContain('Late')
  expect(city.bugs).toEqual([])
})

test('whoever takes over the promise reports on it from then on', async () => {
  const { city, harim, jiwoo, actionId, promises } = await january()
  await harim.draft('1-1')
  const id = await actionId()
  const [promise] = await promises('1-1')
  const { commitment } = (await commitmentActs.wholeCommitment(city.city.reads, promise!.id))!
  const { text, supporting, startsOn, dueOn, cost } = commitment
  const plan = { text, supporting, startsOn, dueOn, cost, lead: welfare, moved: [], added: [] }
  const said = { text: 'Welfare does it now.', lang: 'en', links: [], files: [] }
  await commitmentActs.changePlan(city.city, { as: transport, person: 2 }, promise!.id, plan, said)
  city.turnTo('2027-04-02T09:00:00+09:00')
  expect((await harim.report(id, 1, 10)).status).toBe(422)
  expect(await jiwoo.report(id, 1, 10)).toMatchObject(done)
})

test('a year is told to the committee as it stood, and nothing in it changes afterwards', async () => {
  const { city, anybody, harim, sora, actionId } = await january()
  await harim.draft('1-1')
  const id = await actionId()
  const path = '/en/plans/fourth/years/2027/report'
  const tell = (sitting = '') =>
    sora.browser.post('/en/desk/year/plans/fourth/2027/report', { text: 'Too little, too late.', sitting })
  expect((await tell()).status).toBe(422)
  city.turnTo('2028-01-10T09:00:00+09:00')
  await harim.report(id, 4, 30)
  expect(await sora.browser.page('/en/desk/year')).toContain('Report on 2027 to the committee')
  expect(await anybody.page(path)).toContain('has not been put before the committee yet')
  const no = await committeeActs.call(city.city, { as: committee, person: 5 }, committee, {
    kind: 'regular',
    startsAt: Temporal.Instant.from('2028-02-20T05:00:00Z'),
    minutes: 90,
    place: 'Hall 3',
    mode: 'in-person',
    lang: 'en',
    agenda: [],
  })
  expect(await tell(String(no))).toMatchObject(done)
  expect(await anybody.page(`/en/committees/${committee}/sittings/${no}`)).toContain(
    'Report on 2027: The fourth plan',
  )
  const frozen = await anybody.page(path)
  for (const said of [
    'Too little, too late.',
    '30 of 40',
    `/sittings/${no}"`,
    'No step at any crossing',
    'No action',
  ])
    expect(frozen).toContain(said)
  const csv = await anybody.page(`${path}.csv`)
  expect(csv).toContain('Forty kerbs lowered')
  expect(await tell()).toMatchObject(done)
  city.turnTo('2028-02-10T09:00:00+09:00')
  await harim.report(id, 4, 39, { text: 'Nine were forgotten.' })
  expect(await anybody.page(`${path}.csv`)).toBe(csv)
  expect(await anybody.page('/en/plans/fourth/years/2027')).toContain('39 of 40')
  expect((await anybody.get('/en/plans/fourth/years/2020')).status).toBe(404)
})

test('the record commits to what is published of an action, which names no account', async () => {
  const { city, anybody, harim, actionId } = await january()
  await harim.draft('1-1')
  const id = await actionId()
  city.turnTo('2027-04-02T09:00:00+09:00')
  await harim.report(id, 1, 10)
  const published = await (await anybody.get(`/record/published/plans/fourth/actions/${id}`)).json()
  expect(published.form).toMatchObject({ title: 'Forty kerbs lowered', quarters: [{ reached: 10 }] })
  expect(JSON.stringify(published.form)).not.toContain('"person"')
})

for (const [field, value] of [
  ['dueOn', '2028-01-01'],
  ['target', '0'],
  ['lead', 'nobody-department'],
  ['joint', transport],
  ['free', ''],
] as const) {
  test(`an action whose ${field} is ${value || 'not said'} is not put forward, and the form keeps what was typed`, async () => {
    const { sora } = await january()
    const answer = await sora.draft('1-1', { [field]: value })
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain('At the crossings with most wheelchairs.')
  })
}
