import { expect, test } from 'vitest'
import { calendarOf } from '#kit/calendar.ts'
import { calendarFacts, normAt, verificationOf } from './index.ts'
import { cityNamed } from './spoilt.fixture.ts'

const city = await cityNamed('gwangju')
const day = (said: string) => Temporal.PlainDate.from(said)
const body = (key: string) => city.bodies.find((each) => each.key === key)!
const law = (key: string) => city.instruments.find((each) => each.key === key)!
const on = (key: string, said: string) =>
  body(key).versions.find(({ from, until }) => from <= said && (!until || said <= until))

for (const [said, name, staff, units] of [
  ['2010-08-01', '인권담당관실', 12, 3],
  ['2013-12-31', '인권담당관실', 12, 3],
  ['2014-01-01', '인권담당관실', 28, 6],
  ['2019-01-01', '민주인권평화국', 45, 3],
  ['2026-06-30', '민주인권평화국', 45, 3],
] as const) {
  test(`on ${said} the office was ${name}, with ${staff} staff in ${units} units`, () => {
    expect(on('human-rights-office', said)).toMatchObject({ name: { ko: name }, staff, units })
  })
}

test('the office did not exist before August 2010', () => {
  expect(on('human-rights-office', '2010-07-31')).toBeUndefined()
})

test('on 1 July 2026 Gwangju and Jeollanam-do are one city, and its districts go on', () => {
  expect(on('gwangju-metropolitan-city', '2026-06-30')).toBeDefined()
  expect(on('gwangju-metropolitan-city', '2026-07-01')).toBeUndefined()
  expect(on('jeonnam-gwangju-special-city', '2026-06-30')).toBeUndefined()
  expect(on('jeonnam-gwangju-special-city', '2026-07-01')?.shortName?.ko).toBe('광주특별시')
  for (const { office } of city.districts) expect(on(office!, '2026-11-21')).toBeDefined()
  expect(city.successions.find(({ key }) => key === 'city-merger-2026')).toMatchObject({
    kind: 'merged',
    basis: expect.arrayContaining(['merger-act/addenda-10']),
  })
})

test('minutes are published within a month until 30 June 2026, then within 20 days', () => {
  expect(normAt(city.norms, 'committees.minutes', day('2026-06-30'))).toMatchObject({
    value: 1,
    unit: 'month',
  })
  expect(normAt(city.norms, 'committees.minutes', day('2026-07-01'))).toMatchObject({
    value: 20,
    unit: 'day',
  })
})

test('a proposal needed 100 supporters in 2019 and 50 in 2022', () => {
  const needed = (said: string) => normAt(city.norms, 'online-platform.discussion', day(said)).value
  expect([needed('2019-03-20'), needed('2022-01-01')]).toEqual([100, 50])
})

test('a rule of one district does not reach another', () => {
  expect(normAt(city.norms, 'gwangsan-on.discussion', day('2026-01-01'), 'gwangsan-gu').value).toBe(50)
  expect(() => normAt(city.norms, 'gwangsan-on.discussion', day('2026-01-01'), 'buk-gu')).toThrow('in buk-gu')
})

test('what a committee may count on is in force today for every committee', () => {
  for (const { key, norms } of city.committees) {
    for (const norm of Object.values(norms)) {
      expect(() => normAt(city.norms, norm!, day('2026-11-21'), city.profile.territory), key).not.toThrow()
    }
  }
})

test('the charter has five chapters and eighteen articles, none with an invented official text', () => {
  const charter = law('charter')
  expect(charter.chapters.map(({ no }) => no)).toEqual(['1', '2', '3', '4', '5'])
  expect(charter.articles.map(({ no }) => no)).toEqual(Array.from({ length: 18 }, (_, at) => String(at + 1)))
  expect(charter.articles.flatMap(({ versions }) => versions).filter(({ text }) => text)).toEqual([])
  const titleOf = (no: string) =>
    verificationOf(charter.articles.find((each) => each.no === no)!.versions[0]!, 'title.ko')
  expect([titleOf('11'), titleOf('7')]).toEqual(['working', 'confirmed'])
})

test('titles of the ordinance are official in Korean and ours in English', () => {
  const version = law('human-rights-ordinance').articles.find(({ no }) => no === '20-2')!.versions[0]!
  expect(version.title.ko).toBe('평가절차 등')
  expect(verificationOf(version, 'title.ko')).toBe('confirmed')
  expect(verificationOf(version, 'title.en')).toBe('working')
  expect(verificationOf(version, 'gist')).toBe('working')
})

test('articles 10 and 30 of 2012 are today’s 9, and 20 to 20-3', () => {
  const rows = law('human-rights-ordinance').numberMaps[0]!.rows
  expect(rows.find(({ was }) => was === '10')?.now).toEqual(['9'])
  expect(rows.find(({ was }) => was === '30')?.now).toEqual(['20', '20-2', '20-3'])
})

test('the calendar closes offices on lunar days and not on the days only remembered', () => {
  const calendar = calendarOf(calendarFacts(city.calendar))
  expect(calendar.isWorking(day('2026-02-17'))).toBe(false)
  expect(calendar.isWorking(day('2026-05-18'))).toBe(true)
  expect(calendar.knownOn(day('2025-01-13')).isWorking(day('2025-01-27'))).toBe(true)
  expect(calendar.isWorking(day('2025-01-27'))).toBe(false)
})

test('nobody’s name is given but those of two former mayors', () => {
  expect(city.terms.map(({ post, holder }) => [post, holder.en])).toEqual([
    ['mayor', 'Kang Un-tae'],
    ['mayor', 'Lee Yong-seop'],
  ])
})

test('every text is there in Korean and English', () => {
  const texts = ['about', 'accessibility', 'contact', 'easy-read', 'indicators', 'privacy']
  expect(city.texts.map(({ key, lang }) => `${key}.${lang}`)).toEqual(
    texts.flatMap((key) => [`${key}.en`, `${key}.ko`]),
  )
})

const indicator = (key: string) => city.indicators.find((each) => each.key === key)!

test('the 52 values of the 25 documented indicators are there, two of them as one whose definition changed', () => {
  const evaluated = city.indicators.filter(({ chapter }) => chapter)
  const definitions = evaluated.flatMap(({ definitions }) => definitions.slice(1))
  expect(evaluated.length + definitions.length).toBe(25)
  expect(evaluated.flatMap(({ values }) => values).length).toBe(52)
  expect(indicator('volunteering')).toMatchObject({
    definitions: [{ from: '2018' }, { from: '2021', breaks: true }],
    values: [{ value: 8.17 }, { value: 8.5 }, { value: 2.1 }, { value: 3.8 }],
  })
})

test('what no document says of an indicator is left out', () => {
  for (const { key, owner, measures, unit } of city.indicators) {
    expect({ owner, measures }, key).toEqual({ owner: undefined, measures: undefined })
    if (['disabled-taxis', 'community-chest'].includes(key)) expect(unit).toBeUndefined()
  }
  expect(verificationOf(indicator('nonregular-share'), 'chapter')).toBe('confirmed')
  expect(verificationOf(indicator('interpretation'), 'chapter')).toBe('working')
})

test('five rounds of evaluation stand as they were published', () => {
  expect(city.evaluations.map(({ key, measured, improved }) => [key, measured, improved])).toEqual([
    ['2014', 98, 72],
    ['2016', 50, 41],
    ['2018', 50, 41],
    ['2019', 73, 61],
    ['2022', 73, 53],
  ])
  const [, , round] = city.evaluations
  expect(round!.chapters.reduce((sum, { improved }) => sum + improved!, 0)).toBe(round!.improved)
})

test('the second plan has six areas, 44 agendas for five groups, and two sizes', () => {
  const plan = city.plans.find(({ key }) => key === '2018-2022')!
  expect(plan.areas.length).toBe(6)
  expect(plan.targets.reduce((sum, { agendas }) => sum + agendas!, 0)).toBe(44)
  expect(plan.tasks.length).toBe(8)
  expect(plan.sizes).toMatchObject([
    { tasks: 123, bodies: 27 },
    { tasks: 118, bodies: 33 },
  ])
})

test('the measures of inclusion have no end, and every figure that stands beside the evaluated ones is a result of theirs', () => {
  const plan = city.plans.find(({ key }) => key === 'inclusion')!
  expect(plan.until).toBeUndefined()
  const linked = new Set(plan.tasks.flatMap(({ indicators }) => indicators))
  expect(city.indicators.filter(({ key, chapter }) => !chapter && !linked.has(key))).toEqual([])
  expect(indicator('living-wage').values.map(({ period, value }) => [period, value])).toEqual([
    ['2015', 7254],
    ['2018', 8840],
    ['2022', 10920],
    ['2023', 11930],
    ['2026', 13303],
  ])
})
