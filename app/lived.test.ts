import { join } from 'node:path'
import { expect, test } from 'vitest'
import { axesOf, commitmentActs, standingOf } from '#commitments/index.ts'
import { integrate, verify } from '#record/index.ts'
import { emptyCity, keys } from '#testing/city.ts'
import { openTestDatabase } from '#testing/database.ts'
import { liveThrough } from './lived.ts'

const gwangju = join(import.meta.dirname, '../cities/gwangju')

/** The whole story takes a while, so the tests look at one city that has lived it. */
let lived: ReturnType<typeof live> | undefined
async function live() {
  const database = await openTestDatabase('lived')
  const town = await emptyCity(database, { demo: true })
  await liveThrough(town.ground, town.city, gwangju)
  const rows = async (query: string) => (await database.sql(query)).rows
  const count = async (query: string) => Number((await rows(`select count(*) from ${query}`))[0]?.count)
  return { ...town, rows, count }
}
const once = () => (lived ??= live())

const story = { timeout: 300_000 }

test(
  'a fresh demonstration has lived two years: petitions, promises, and nothing that went wrong',
  story,
  async () => {
    const { count, bugs, rows } = await once()
    expect(bugs).toEqual([])
    expect(await count('petitions')).toBeGreaterThan(115)
    expect(await count('commitments')).toBeGreaterThan(60)
    const [span] = await rows(
      "select max(filed_at) - min(filed_at) > interval '690 days' as long from petitions",
    )
    expect(span).toEqual({ long: true })
  },
)

const deeds = [
  'petitions.merged',
  'petitions.transferred',
  'petitions.discussion-reached',
  'petitions.review-reached',
  'petitions.sheet-added',
  'petitions.opinion-given',
  'petitions.lane-granted',
  'petitions.lane-refused',
  'petitions.extended',
  'petitions.paused',
  'petitions.hearing-reported',
  'petitions.mediation-agreed',
  'petitions.answered',
  'petitions.answered-late',
  'petitions.objection-upheld',
  'petitions.objection-rejected',
  'petitions.opened-again',
  'petitions.petition-hidden',
  'petitions.opinion-hidden',
  'petitions.words-restored',
  'petitions.withdrawn',
  'petitions.rated',
  'commitments.reported',
  'commitments.milestone-reached',
  'commitments.help-accepted',
  'commitments.help-declined',
  'commitments.day-moved',
  'commitments.stopped',
  'commitments.check-confirmed',
  'commitments.check-in-part',
  'commitments.check-not-confirmed',
  'committees.member-appointed',
  'committees.minutes-published',
  'committees.recommendation-made',
  'committees.recommendation-answered',
  'commitments.help-decided',
  'commitments.help-confirmed',
  'plans.approved',
  'plans.remark-answered',
  'plans.action-agreed',
  'plans.action-agreed-one',
  'plans.action-declined',
  'plans.quarter-reported',
  'plans.year-told',
  'indicators.values-published',
  'indicators.priorities-chosen',
  'indicators.target-set',
  'indicators.noted',
]

test(
  'everything that can happen to a petition or a promise has happened, and stands on the record',
  story,
  async () => {
    const { rows } = await once()
    const happened = (await rows('select distinct what from record_entries')).map(({ what }) => what)
    expect(deeds.filter((each) => !happened.includes(each))).toEqual([])
  },
)

test('petitions came in every way, in several languages, and had every outcome', story, async () => {
  const { rows } = await once()
  const all = async (column: string) =>
    (await rows(`select distinct ${column} as it from petitions where ${column} is not null order by 1`)).map(
      ({ it }) => it,
    )
  expect(await all('way')).toEqual(['account', 'anonymous', 'clerk', 'no-account'])
  expect(await all('lang')).toEqual(['en', 'ko', 'und'])
  expect(await all('outcome')).toEqual(['accepted', 'declined', 'in-part', 'referred', 'under-way'])
  expect((await all('district')).length).toBe(5)
})

test(
  'a plan was made in the open and approved by the committee, with everything a task must say',
  story,
  async () => {
    const { rows, count } = await once()
    const [plan] = await rows('select * from plans where not in_files')
    expect(plan).toMatchObject({ sitting: 'committees/human-rights-civil-committee/sittings/1' })
    expect(plan!.approved_at).not.toBeNull()
    expect(await count('plans_tasks where trust is null')).toBe(40)
    expect(await count('plans_remarks where answered_at is null')).toBe(0)
  },
)

test(
  'figures came in through four hands, some provisional, some hidden, and one is owed',
  story,
  async () => {
    const { count, rows } = await once()
    const own = "indicators_values v join indicators_releases r on r.id = v.release where r.way = 'desk'"
    expect(await count(`${own} and r.published_at is not null`)).toBeGreaterThan(30)
    expect(await count(`${own} and v.status = 'provisional'`)).toBeGreaterThan(0)
    const hidden = await rows(`select distinct v.hidden from ${own} and v.hidden is not null`)
    expect(hidden.map((each) => each.hidden)).toContain('small')
    expect(await count('indicators_priorities')).toBeGreaterThan(5)
  },
)

test('two years of actions were agreed, reported, helped and let lie', story, async () => {
  const { count } = await once()
  expect(await count('plans_actions where agreed_at is not null')).toBe(24)
  expect(await count('plans_agreements where not agrees')).toBe(1)
  const silent = 'not exists (select from plans_quarters q where q.action = a.id)'
  expect(await count(`plans_actions a where ${silent} and agreed_at is not null`)).toBeGreaterThan(2)
  expect(await count('commitments_helps where lift_at < now() and answered is null')).toBeGreaterThan(1)
  expect(await count("plans_reports where kind = 'yearly'")).toBe(1)
})

test('promises stand in every way, and some are silent', story, async () => {
  const { city, at, rows, count } = await once()
  const ids = (await rows('select id from commitments')).map(({ id }) => Number(id))
  const whole = await Promise.all(ids.map((id) => commitmentActs.wholeCommitment(city.reads, id)))
  const lines = whole.flatMap((each) => (each ? [each.commitment] : []))
  const stand = Map.groupBy(lines, (each) => standingOf(each, at()))
  expect([...stand.keys()].toSorted()).toEqual(['broken', 'kept', 'late', 'under-way', 'unverified'])
  expect(stand.get('kept')!.length).toBeGreaterThan(25)
  expect(stand.get('broken')!.length).toBeLessThan(12)
  expect(await count(`commitments where silent_at < '${at()}' and done_at is null`)).toBeGreaterThan(2)
  expect(axesOf(lines, at())).toMatchObject({ implementation: 'late' })
})

test(
  'a committee’s recommendations were kept as promised, refused, and left without an answer',
  story,
  async () => {
    const { rows } = await once()
    const answers = await rows('select answer from committees_recommendations')
    expect(new Set(answers.map(({ answer }) => answer))).toEqual(
      new Set(['accepted', 'in-part', 'declined', null]),
    )
    const origins = await rows('select distinct origin_kind as kind from commitments order by 1')
    expect(origins.map(({ kind }) => kind)).toEqual(['committees', 'petitions', 'plans'])
  },
)

test('whatever was invented says so in its title', story, async () => {
  const { rows } = await once()
  const titles = [
    ...(await rows('select title from petitions')),
    ...(await rows('select title from commitments')),
    ...(await rows("select doc->'title'->>'ko' as title from plans where not in_files")),
    ...(await rows("select doc->'title'->>'en' as title from indicators where not in_files")),
    ...(await rows("select title->>'en' as title from plans_tasks where trust is null")),
    ...(await rows('select title from plans_actions')),
  ]
  const marks = /\((예시|example|ví dụ|namuna|пример)\)$|（示例）$/
  expect(titles.filter(({ title }) => !marks.test(String(title)))).toEqual([])
})

test('every page of it answers, in both languages', story, async () => {
  const { browser, rows, bugs } = await once()
  const { get } = browser()
  const things = [
    ...(await rows('select id from petitions')).map(({ id }) => `/petitions/${id}`),
    ...(await rows('select id from commitments')).map(({ id }) => `/commitments/${id}`),
    ...(await rows('select distinct lead from commitments')).map(({ lead }) => `/commitments/bodies/${lead}`),
    ...(await rows('select key from plans')).map(({ key }) => `/plans/${key}`),
    ...(await rows('select plan, no from plans_tasks where trust is null')).map(
      ({ plan, no }) => `/plans/${plan}/tasks/${no}`,
    ),
    ...(
      await rows('select distinct plan, year from plans_actions a join plans_tasks t on t.id = a.task')
    ).map(({ plan, year }) => `/plans/${plan}/years/${year}`),
    ...(await rows('select key from indicators')).map(({ key }) => `/indicators/${key}`),
  ]
  const pages = [
    '/',
    '/petitions',
    '/commitments',
    '/commitments/map',
    '/commitments/bodies',
    '/charter/11',
    '/record',
    '/plans',
    '/indicators',
    '/indicators/late',
    '/indicators/priorities',
  ]
  for (const [nth, path] of [...pages, ...things].entries())
    expect((await get(`${nth % 2 ? '/en' : '/ko'}${path}`)).status, path).toBe(200)
  expect(bugs).toEqual([])
})

test('whoever is signed in as one of the cast has a few news, and has read the rest', story, async () => {
  const { count } = await once()
  const unread = await count('record_notices where read_at is null and person = 1')
  expect(unread).toBeGreaterThan(0)
  expect(unread).toBeLessThan(50)
})

test('a start after that lives through nothing again', story, async () => {
  const { ground, city, count } = await once()
  const before = await count('record_entries')
  await liveThrough(ground, city, gwangju)
  expect(await count('record_entries')).toBe(before)
})

test('an outsider who checks the record of it finds nothing wrong', story, async () => {
  const { city, at, browser } = await once()
  await integrate(city, keys.log)
  const { request } = browser()
  const verdict = await verify({
    url: city.baseUrl,
    at: at(),
    fetch: (address) => request(address.slice(city.baseUrl.length)),
  })
  expect(verdict.findings).toEqual([])
  expect(verdict.outcome).toBe('fine')
})
