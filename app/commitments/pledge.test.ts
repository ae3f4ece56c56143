import { expect, test } from 'vitest'
import { z } from 'zod'
import { pledgesOf } from './desk.pledge.ts'
import { pledgesIn } from './pledge.ts'

const schema = pledgesOf(z.object({ text: z.string() }), 2)

const view = {
  lang: 'ko',
  currency: 'KRW',
  timeZone: 'Asia/Seoul',
  at: Temporal.Instant.from('2026-11-21T00:00:00Z'),
}

const written = {
  text: 'Yes.',
  'pledge1.kind': 'new',
  'pledge1.title': 'Lower the kerbs',
  'pledge1.text': 'All twelve.',
  'pledge1.lead': 'transport-department',
  'pledge1.startsOn': '2026-12-01',
  'pledge1.dueOn': '2027-12-01',
  'pledge1.cost': '3억 5천만',
  'pledge1.articles': 'charter/11',
  'pledge1.milestone2.title': 'Measured',
  'pledge1.milestone2.dueOn': '2027-02-01',
}

const problems = (fields: Record<string, unknown>): string[] => {
  const read = schema.safeParse(fields)
  return read.success ? [] : read.error.issues.map((each) => `${String(each.path[0])}: ${each.message}`)
}

const refusal = (fields: Record<string, unknown>): string => {
  try {
    pledgesIn(view, schema.parse(fields).pledges)
    return ''
  } catch (error) {
    const { code, field } = error as { code: string; field: string }
    return `${field}: ${code}`
  }
}

test('a block that was filled in is a promise, in the writer’s language and the city’s money', () => {
  const { text, pledges } = schema.parse(written)
  expect(text).toBe('Yes.')
  expect(pledgesIn(view, pledges)).toMatchObject([
    {
      kind: 'new',
      title: 'Lower the kerbs',
      lang: 'ko',
      cost: { amount: 350_000_000 },
      articles: ['charter/11'],
      groups: [],
      milestones: [{ title: 'Measured' }],
    },
  ])
})

test('blocks in which nothing was written are left out, though choices stand in them', () => {
  const chosen = {
    text: 'No.',
    'pledge1.lead': 'transport-department',
    'pledge2.kind': 'under-way',
    'pledge1.title': '',
  }
  expect(schema.parse(chosen).pledges).toEqual([])
})

test('a block that was begun must be finished, and says all that is missing at once', () => {
  expect(problems({ text: 'Yes.', 'pledge2.title': 'Lower the kerbs' })).toEqual([
    'pledge2.text: form.missing',
    'pledge2.lead: form.missing',
    'pledge2.startsOn: form.missing',
    'pledge2.dueOn: form.missing',
    'pledge2.cost: commitments.cost-or-none',
  ])
})

for (const [what, more, problem] of [
  ['an amount and none', { 'pledge1.free': 'yes' }, 'pledge1.cost: commitments.cost-and-none'],
  ['a milestone without a day', { 'pledge1.milestone2.dueOn': '' }, 'pledge1.milestone2.dueOn: form.missing'],
  ['a day that does not exist', { 'pledge1.dueOn': '2027-02-30' }, 'pledge1.dueOn: Invalid ISO date'],
  ['an article that is none', { 'pledge1.articles': 'javascript:1' }, 'pledge1.articles: form.not-a-choice'],
] as const) {
  test(`refused in the form: ${what}`, () => {
    expect(problems({ ...written, ...more })).toEqual([problem])
  })
}

for (const [what, more, said] of [
  ['an amount nobody can read', { 'pledge1.cost': 'much' }, 'pledge1.cost: money.unreadable'],
  ['no amount at all, written as zero', { 'pledge1.cost': '0' }, 'pledge1.cost: money.unreadable'],
  [
    'a last day before the first',
    { 'pledge1.dueOn': '2026-11-30' },
    'pledge1.dueOn: commitments.due-before-start',
  ],
  [
    'a last day that has passed',
    { 'pledge1.startsOn': '2026-01-01', 'pledge1.dueOn': '2026-11-20' },
    'pledge1.dueOn: commitments.due-in-the-past',
  ],
  [
    'today as the last day',
    {
      'pledge1.startsOn': '2026-01-01',
      'pledge1.dueOn': '2026-11-21',
      'pledge1.milestone2.dueOn': '2026-11-21',
    },
    '',
  ],
  [
    'a lead that supports itself',
    { 'pledge1.supporting': 'transport-department' },
    'pledge1.supporting: commitments.lead-supports',
  ],
  [
    'a milestone after the end',
    { 'pledge1.milestone2.dueOn': '2027-12-02' },
    'pledge1.milestone2.dueOn: commitments.milestone-after-due',
  ],
] as const) {
  test(`${said ? 'refused' : 'taken'} from the city’s rules: ${what}`, () => {
    expect(refusal({ ...written, ...more })).toBe(said)
  })
}
