import { expect } from 'vitest'
import { committeeActs } from '#committees/index.ts'
import { anonymous, type Browser, type Fields, person, type TestCity } from '#testing/city.ts'

const committee = 'human-rights-civil-committee'
export const division = 'human-rights-division'
export const transport = 'transport-department'

export const cast = (city: TestCity) => ({
  jiwoo: city.as(person('Jiwoo', 4, ['officer', division])),
  daeun: city.as(person('Daeun', 5, ['secretary', committee])),
  harim: city.as(person('Harim', 3, ['officer', transport])),
  yuna: city.as(person('Yuna', 1)),
  anybody: city.as(anonymous),
})

const about = {
  'title.en': 'Fourth master plan',
  'title.ko': '네 번째 인권 기본계획',
  from: '2028',
  until: '2032',
  follows: '2023-2027',
  'area1.en': 'Getting around',
  'area1.ko': '이동',
  'area2.en': 'Living together',
  'goal1.en': 'Nobody is left at the kerb',
  'target.disabled': '3',
}

export const desk = '/en/desk/plan/2028-2032'

/** What a task has that lacks nothing. */
export const whole = (fields: Fields = {}): Fields => ({
  area: 'area-1',
  goal: 'goal-1',
  articles: 'charter/11',
  groups: 'disabled',
  lead1: transport,
  until: '2030',
  cost: '3억 원',
  indicators: 'suicide-rate',
  ...fields,
})

export async function posted(browser: Browser, path: string, fields: Fields, status = 303): Promise<string> {
  const answer = await browser.post(path, fields)
  expect([path, answer.status]).toEqual([path, status])
  return answer.text()
}

/** A draft with one finding. @returns the number of the finding. */
export async function begun(city: TestCity): Promise<string> {
  const { jiwoo } = cast(city)
  city.turnTo('2027-02-01T09:00:00+09:00')
  await posted(jiwoo, '/en/desk/plan/new', about)
  const finding = {
    kind: 'survey',
    text: 'Half of the stops have kerbs.',
    on: '2027-01-15',
    source: 'Survey 2026',
  }
  await posted(jiwoo, `${desk}/findings/new`, finding)
  return /value="(\d+)"[^>]*>Half of the stops/.exec(await jiwoo.page(desk))![1]!
}

export async function heard(city: TestCity): Promise<void> {
  const { jiwoo } = cast(city)
  await posted(jiwoo, `${desk}/hearings/new`, { on: '2027-03-10', place: 'City hall' })
  const id = /hearings\/(\d+)/.exec(await jiwoo.page(desk))![1]
  await posted(jiwoo, `${desk}/hearings/${id}`, { text: 'Too early.' }, 422)
  city.turnTo('2027-03-11T09:00:00+09:00')
  await posted(jiwoo, `${desk}/hearings/${id}`, { text: 'Forty people came.' })
}

/** A sitting that is to be held on a day. */
export const called = (city: TestCity, day: string) =>
  committeeActs.call(city.city, { as: committee, person: 5 }, committee, {
    kind: 'regular',
    startsAt: Temporal.Instant.from(`${day}T14:00:00+09:00`),
    minutes: 120,
    place: 'City hall, room 3',
    mode: 'both',
    lang: 'en',
    agenda: [],
  })

export async function held(city: TestCity, day: string, no: number): Promise<void> {
  city.turnTo(`${day}T17:00:00+09:00`)
  await committeeActs.record(city.city, { as: committee, person: 5 }, committee, no, {
    present: ['x-head'],
    excused: [],
  })
}

/** From the first page to the committee's yes. */
export async function approved(city: TestCity): Promise<void> {
  const { jiwoo, daeun } = cast(city)
  const finding = await begun(city)
  await heard(city)
  for (const [no, title] of [
    ['1-1', 'Kerbs at bus stops'],
    ['1-2', 'Lifts at stations'],
  ])
    await posted(jiwoo, `${desk}/tasks/new`, whole({ no: no!, 'title.en': title!, findings: finding }))
  const no = await called(city, '2027-10-01')
  await posted(jiwoo, `${desk}/submission`, { sitting: String(no) })
  await held(city, '2027-10-01', no)
  await posted(jiwoo, '/en/desk/plan/2023-2027/closing', { text: 'What became of it.' })
  await posted(daeun, `${desk}/decision`, { sitting: String(no), what: 'approved' })
}
