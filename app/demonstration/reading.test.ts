import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readCity, sayFault } from '#city/index.ts'
import { readStory } from './reading.ts'
import { scenesOf } from './scenes.ts'

const gwangju = join(import.meta.dirname, '../../cities/gwangju')
const reading = await readCity(gwangju)
if (!reading.ok) throw new Error('cities/gwangju')
const files = reading.city

/** A folder with one petition, of which a test may change a line. */
async function told(was = '', becomes = '') {
  const dir = await mkdtemp(join(tmpdir(), 'story-'))
  await mkdir(join(dir, 'demo'))
  await writeFile(join(dir, 'demo/bench.yaml'), bench.replace(was, becomes))
  const { story, faults } = await readStory(dir, files)
  await rm(dir, { recursive: true })
  return { story, faults, lines: bench.replace(was, becomes).split('\n') }
}

const bench = `bench:
  day: -40
  who: yuna
  topic: transport
  district: buk-gu
  articles: [15]
  title: A bench at the stop
  text: There is nowhere to sit at this stop.
  after:
    - { on: 3, sign: [minho, sora] }
    - on: 9
      answer: accepted
      text: We will put one there.
      pledges:
        - title: A bench
          text: One bench.
          due: 20
          cost: none
          after:
            - { on: 12, done: It is there. }
            - { on: 15, check: confirmed, by: residents, method: seen, text: We sat on it. }
`

test('a story that keeps to the form is read, and its articles by their numbers', async () => {
  const { story, faults } = await told()
  expect(faults).toEqual([])
  expect(story.petitions).toMatchObject([{ key: 'bench', articles: ['charter/15'], groups: [] }])
})

test('a city without the folder has no story', async () => {
  const dir = await mkdtemp(join(tmpdir(), 'story-'))
  expect(await readStory(dir, files)).toEqual({
    story: { petitions: [], committees: [], plans: [], indicators: [], priorities: [] },
    faults: [],
  })
  await rm(dir, { recursive: true })
})

const spoilt: [was: string, becomes: string, code: string, near?: string][] = [
  ['who: yuna', 'who: nobody', 'one-of'],
  ['topic: transport', 'topic: transprot', 'one-of'],
  ['district: buk-gu', 'district: bukgu', 'unknown-district'],
  ['articles: [15]', 'articles: [99]', 'unknown-thing'],
  ['day: -40', 'day: 0', 'before-today'],
  ['{ on: 3, sign', '{ on: 40, sign', 'before-today'],
  ['{ on: 12, done', '{ on: 90, done', 'before-today'],
  ['sign: [minho, sora]', 'sign: [minho, kim]', 'one-of'],
  ['sign: [minho, sora]', 'sing: [minho, sora]', 'unknown-field', 'sign'],
  ['sign: [minho, sora]', 'place: here', 'one-of'],
  ['sign: [minho, sora]', 'sign: [minho], until: 4', 'unknown-field'],
  ['      text: We will put one there.\n', '', 'missing'],
  ['answer: accepted', 'answer: perhaps', 'one-of'],
  ['cost: none', 'cost: cheap', 'whole'],
  ['          due: 20\n', '', 'missing'],
  ['by: residents', 'by: himself', 'one-of'],
]

for (const [was, becomes, code, near] of spoilt)
  test(`“${becomes.trim() || `no ${was.trim()}`}” is told as ${code}, at its line and in both languages`, async () => {
    const { faults, lines } = await told(was, becomes)
    const fault = faults.find((each) => each.code === code)
    expect(fault, JSON.stringify(faults)).toMatchObject({ file: 'demo/bench.yaml' })
    const place = lines[fault!.line - 1]
    if (becomes)
      expect(place).toContain(becomes.split(/[:[{]/).at(-1)!.trim().replace(/\]$/, '').split(', ').at(-1))
    if (near) expect(fault!.facts.near).toBe(near)
    expect(sayFault(fault!, 'en').expected).toMatch(/[a-z]/)
    expect(sayFault(fault!, 'ko').expected).toMatch(/[가-힣]/)
  })

test('what Gwangju’s demonstration tells keeps to the form', async () => {
  expect((await readStory(gwangju, files)).faults).toEqual([])
})

test('all that happens comes strictly one after the other, and all of it before today', async () => {
  const { story } = await readStory(gwangju, files)
  const today = Temporal.PlainDate.from('2026-11-22')
  const moments = scenesOf(story, today, 'Asia/Seoul').map(({ at }) => at.epochMilliseconds)
  expect(moments.length).toBeGreaterThan(700)
  expect(moments.every((at, nth) => nth === 0 || at > moments[nth - 1]!)).toBe(true)
  expect(moments.at(-1)!).toBeLessThan(today.toZonedDateTime('Asia/Seoul').epochMilliseconds)
})

test('years later what people brought ends just as near to today', async () => {
  const { story } = await readStory(gwangju, files)
  const brought = { ...story, plans: [], indicators: [], priorities: [], committees: [] }
  const [now, later] = ['2026-11-22', '2031-03-01'].map((day) => {
    const scenes = scenesOf(brought, Temporal.PlainDate.from(day), 'Asia/Seoul')
    return {
      count: scenes.length,
      first: scenes[0]!.at.toZonedDateTimeISO('Asia/Seoul').toPlainDate().until(day).days,
    }
  })
  expect(later).toEqual(now)
})

test('a plan goes by the years, and of this one only what has passed is told', async () => {
  const { story } = await readStory(gwangju, files)
  const told = (day: string) =>
    scenesOf({ ...story, petitions: [] }, Temporal.PlainDate.from(day), 'Asia/Seoul').map(({ says }) => says)
  const [early, late] = [told('2027-01-02'), told('2026-12-30')]
  expect(late).toContain('priorities: this')
  expect(early).not.toContain('priorities: this')
  expect(early).toContain('priorities: last')
  expect(early.length).toBeLessThan(late.length)
})

const spoiltPlan: [was: string, becomes: string, code: string][] = [
  [
    'area: living, goal: secure, articles: [6], groups: [young',
    'area: leaving, goal: secure, articles: [6], groups: [young',
    'unknown-area',
  ],
  [
    'goal: reach, articles: [15], groups: [disabled, older]',
    'goal: rich, articles: [15], groups: [disabled, older]',
    'unknown-goal',
  ],
  [
    'indicators: [shelter-walk], findings: [3]',
    'indicators: [shelter-wall], findings: [3]',
    'unknown-indicator',
  ],
  ['findings: [2, 4]', 'findings: [2, 40]', 'one-of'],
  ['begun: two-years-ago 09-02', 'begun: some-day', 'before-today'],
  ['leads: [buk-gu-office]', 'leads: [bukgu-office]', 'unknown-body'],
]

for (const [was, becomes, code] of spoiltPlan)
  test(`in the story of a plan “${becomes.slice(0, 40)}” is told as ${code}`, async () => {
    const dir = await mkdtemp(join(tmpdir(), 'story-'))
    await cp(join(gwangju, 'demo'), join(dir, 'demo'), { recursive: true })
    const file = join(dir, 'demo/plans/living-together.yaml')
    const plan = await readFile(file, 'utf8')
    expect(plan).toContain(was)
    await writeFile(file, plan.replace(was, becomes))
    const { faults } = await readStory(dir, files)
    await rm(dir, { recursive: true })
    expect(faults.map((fault) => fault.code)).toContain(code)
  })
