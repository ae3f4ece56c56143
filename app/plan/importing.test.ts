import { expect, test } from 'vitest'
import { completeness, isReady, needed, unlinked } from './completeness.ts'
import { fieldsFor, guess, type Reading, readRows, taskNo } from './importing.ts'
import type { Known } from './known.ts'
import type { Task } from './plan.ts'

const named = (key: string, en: string, ...also: string[]) => ({ key, name: { en }, also })

const known: Known = {
  areas: [named('area-1', 'Getting around')],
  goals: [named('goal-1', 'Nobody waits')],
  articles: [named('charter/11', 'Moving freely', '11', 'Article 11')],
  groups: [named('disabled', 'Disabled people')],
  bodies: [named('transport', 'Transport Bureau'), named('housing', 'Housing Bureau')],
  indicators: [named('low-floor', 'Low-floor buses')],
  findings: [named('7', 'Half of the stops have kerbs')],
}

const reading: Reading = {
  known,
  languages: ['ko', 'en'],
  currency: 'KRW',
  free: ['none', '없음'],
  taken: ['9-9'],
  years: { from: 2028, until: 2032 },
}

const mapping = Object.fromEntries(fieldsFor(['ko', 'en']).map((field) => [field, field]))

const right = {
  no: '1-1',
  'title.en': 'Kerbs',
  area: 'getting around',
  articles: 'Article 11',
  groups: 'Disabled people',
  leads: 'transport; Housing Bureau',
  indicators: 'low-floor',
  findings: '7',
  until: '2030',
  cost: '3.5억',
}

const read = (...all: Record<string, string>[]) =>
  readRows(
    all.map((cells, at) => ({ line: at + 2, cells })),
    mapping,
    reading,
  )

test('a row names things by key, name or number, and costs are read as people write them', () => {
  const [row] = read(right)
  expect(row!.problems).toEqual([])
  expect(row!.draft).toMatchObject({
    no: '1-1',
    area: 'area-1',
    articles: ['charter/11'],
    leads: ['transport', 'housing'],
    findings: [7],
    until: 2030,
    cost: 350_000_000,
  })
})

for (const [field, typed, code] of [
  ['no', '', 'form.missing'],
  ['no', '1/1', 'plans.bad-no'],
  ['no', 'import', 'plans.bad-no'],
  ['no', '9-9', 'plans.no-taken'],
  ['title.en', '', 'plans.title-missing'],
  ['area', '', 'form.missing'],
  ['area', 'Flying', 'plans.unknown'],
  ['articles', '99', 'plans.unknown'],
  ['leads', 'transport; Nobody', 'plans.unknown'],
  ['until', '2033', 'plans.outside-period'],
  ['until', 'soon', 'plans.outside-period'],
  ['cost', 'much', 'money.unreadable'],
  ['cost', '-5', 'money.unreadable'],
] as const)
  test(`«${typed}» as ${field} is refused: ${code}`, () => {
    const [row] = read({ ...right, [field]: typed })
    expect(row!.problems.map((each) => each.code)).toEqual([code])
  })

test('the same number in two rows is refused in both', () => {
  const rows = read(right, { ...right, 'title.en': 'Lifts' })
  expect(rows.map((row) => row.problems.map((each) => each.code))).toEqual([
    ['plans.no-twice'],
    ['plans.no-twice'],
  ])
})

test('a word for «no cost» is zero, an empty cell is nothing said', () => {
  expect(read({ ...right, cost: '없음' })[0]!.draft.cost).toBe(0)
  expect(read({ ...right, cost: '' })[0]!.draft.cost).toBeNull()
})

test('columns are guessed by what people call them', () => {
  const names = (field: string) => ({ no: ['Number', '번호'], leads: ['Lead', '주관'] })[field] ?? []
  expect(guess(['번호', 'LEAD', 'else'], names, fieldsFor(['ko', 'en']))).toEqual({
    no: '번호',
    leads: 'LEAD',
  })
})

test('words that have another meaning in an address are no numbers', () => {
  for (const no of ['1-2', 'A3', 'news', 'migrants-5']) expect(taskNo.test(no)).toBe(true)
  for (const no of ['new', 'import', '', '1--2', '1 2', '가']) expect(taskNo.test(no)).toBe(false)
})

const whole = {
  no: '1-1',
  articles: ['charter/11'],
  groups: ['disabled'],
  leads: ['transport'],
  until: Temporal.PlainDate.from('2030-12-31'),
  cost: 0,
  indicators: ['low-floor'],
  findings: [7],
} as unknown as Task

test('a task that costs nothing and says the rest lacks nothing', () => {
  expect(completeness([whole])).toEqual([])
  expect(unlinked([whole])).toEqual([])
})

for (const part of needed)
  test(`a task without ${part} lacks just that`, () => {
    const without = { ...whole, [part]: Array.isArray(whole[part]) ? [] : null }
    expect(completeness([without]).map((each) => each.lacks)).toEqual([[part]])
  })

test('a draft is ready with tasks, a hearing, and no remark without an answer', () => {
  const ready = { tasks: 1, lacking: [], heard: true, unanswered: 0 }
  expect(isReady(ready)).toBe(true)
  for (const missing of [
    { tasks: 0 },
    { heard: false },
    { unanswered: 1 },
    { lacking: [{ task: whole, lacks: [] }] },
  ])
    expect(isReady({ ...ready, ...missing })).toBe(false)
})
