import fc from 'fast-check'
import { expect, test } from 'vitest'
import { NoNorm } from '#city/index.ts'
import { calendarOf } from '#kit/calendar.ts'
import type { CityFacts } from '#kit/city.ts'
import { openTestDatabase, rolledBack } from '#testing/database.ts'
import {
  acceptanceOf,
  acceptances,
  answerDueAt,
  answers,
  checkAnswer,
  checkAnswerable,
  isReviewDue,
  type Said,
} from './recommendation.ts'
import { acceptanceIs } from './recommendations.reads.ts'
import { day, norm } from './rules.fixture.ts'
import { committees, recommendations, sittings } from './tables.ts'

const dueAt = Temporal.Instant.from('2026-12-22T00:00:00+09:00')

for (const [answer, seconds, is] of [
  [null, -1, 'waiting'],
  [null, 0, 'overdue'],
  ['accepted', -1, 'accepted'],
  ['accepted', 1, 'accepted'],
  ['in-part', 1, 'in-part'],
  ['declined', 1, 'declined'],
] as const)
  test(`${seconds} seconds after its time a recommendation answered ${answer ?? 'by nobody'} is ${is}`, () => {
    expect(acceptanceOf({ answer, dueAt }, dueAt.add({ seconds }))).toBe(is)
  })

test('where the city sets no time, nobody is late', () => {
  expect(acceptanceOf({ answer: null, dueAt: null }, dueAt)).toBe('waiting')
})

for (const [reviewOn, today, is] of [
  [null, '2027-01-01', false],
  ['2027-01-02', '2027-01-01', false],
  ['2027-01-01', '2027-01-01', true],
  ['2026-12-31', '2027-01-01', true],
] as const)
  test(`on ${today} a second look on ${reviewOn ?? 'no day'} is ${is ? 'due' : 'not due'}`, () => {
    expect(isReviewDue({ reviewOn: reviewOn && day(reviewOn) }, day(today))).toBe(is)
  })

const facts = {
  timeZone: 'Asia/Seoul',
  calendar: calendarOf({ weekend: [6, 7] }),
  procedures: { recommendationAnswer: 'answer' },
  norm: () => norm(30, { unit: 'day' }),
} as unknown as CityFacts

for (const [made, due] of [
  ['2026-12-01T16:00:00+09:00', '2027-01-01T00:00:00+09:00'],
  ['2026-11-30T23:59:00+09:00', '2026-12-31T00:00:00+09:00'],
  ['2026-12-03T00:00:00+09:00', '2027-01-05T00:00:00+09:00'],
] as const)
  test(`what was recommended at ${made} is to be answered before ${due}`, () => {
    expect(answerDueAt(facts, Temporal.Instant.from(made))?.toString()).toBe(
      Temporal.Instant.from(due).toString(),
    )
  })

test('a city that says nothing of how long an answer may take sets no date', () => {
  const { procedures: _, ...none } = facts
  expect(answerDueAt(none, dueAt)).toBeNull()
})

test('a rule that was not in force yet binds nobody; a rule that is missing is a fault', () => {
  const failing = (error: Error) => ({
    ...facts,
    norm: () => {
      throw error
    },
  })
  expect(answerDueAt(failing(new NoNorm('answer')), dueAt)).toBeNull()
  expect(() => answerDueAt(failing(new Error('misspelt')), dueAt)).toThrow('misspelt')
})

const no: Said = {
  answer: 'declined',
  reason: 'money',
  because: 'The budget of this year is spent.',
  reviewOn: day('2027-06-01'),
  pledges: 0,
}
const { reason: _reason, ...withoutReason } = no
const { because: _because, ...withoutWords } = no
const { reviewOn: _reviewOn, ...withoutReview } = no

for (const [what, said, refusal] of [
  ['a yes with a promise', { answer: 'accepted', pledges: 1 }, undefined],
  ['a yes that promises nothing', { answer: 'accepted', pledges: 0 }, 'committees.pledge-missing'],
  ['a yes with a reason against', { ...no, answer: 'accepted', pledges: 1 }, 'committees.reason-for-a-yes'],
  ['a yes in part', { ...no, answer: 'in-part', pledges: 2 }, undefined],
  ['a yes in part that promises nothing', { ...no, answer: 'in-part' }, 'committees.pledge-missing'],
  [
    'a yes in part without a reason',
    { ...withoutReason, answer: 'in-part', pledges: 1 },
    'committees.reason-missing',
  ],
  ['a no', no, undefined],
  ['a no that promises something', { ...no, pledges: 1 }, 'committees.pledge-with-a-no'],
  ['a no without a reason', withoutReason, 'committees.reason-missing'],
  ['a no with a reason but no words', withoutWords, 'committees.because-missing'],
  ['a no for ever', withoutReview, 'committees.review-missing'],
  ['a no to be looked at today', { ...no, reviewOn: day('2026-12-01') }, 'committees.review-in-the-past'],
  ['a no to be looked at tomorrow', { ...no, reviewOn: day('2026-12-02') }, undefined],
] as const)
  test(`${what} is ${refusal ?? 'an answer'}`, () => {
    const check = () => checkAnswer(said, day('2026-12-01'))
    if (refusal) expect(check).toThrow(refusal)
    else expect(check).not.toThrow()
  })

for (const [answer, given, seen, may] of [
  [null, 0, 0, true],
  ['accepted', 1, 1, false],
  ['declined', 1, 0, false],
  ['declined', 1, 1, true],
  ['in-part', 2, 2, true],
] as const)
  test(`after ${given} answers, the last ${answer ?? 'none'}, whoever saw ${seen} ${may ? 'may' : 'may not'} answer`, () => {
    const check = () => checkAnswerable({ answer, answers: given }, seen)
    if (may) expect(check).not.toThrow()
    else expect(check).toThrow('committees.recommendation-answered-already')
  })

test('the database says of a recommendation what the rule says, to the millisecond', async () => {
  const { db } = await openTestDatabase()
  const tx = await rolledBack(db)
  await tx.insert(committees).values({ key: 'water-committee', doc: {} as never })
  const [sitting] = await tx
    .insert(sittings)
    .values({
      committee: 'water-committee',
      no: 1,
      kind: 'regular',
      startsAt: dueAt,
      minutes: 60,
      place: 'Here',
      mode: 'both',
      lang: 'en',
      calledAt: dueAt,
    })
    .returning({ id: sittings.id })
  const offset = fc.integer({ min: -2, max: 2 }).map((milliseconds) => dueAt.add({ milliseconds }))
  const rows = fc.array(
    fc.record({ dueAt: fc.option(offset), answer: fc.option(fc.constantFrom(...answers)) }),
    { minLength: 1, maxLength: 12 },
  )
  await fc.assert(
    fc.asyncProperty(rows, offset, async (rows, at) => {
      await tx.delete(recommendations)
      await tx.insert(recommendations).values(
        rows.map((row, item) => ({
          ...row,
          committee: 'water-committee',
          sitting: sitting!.id,
          item,
          body: 'water',
          madeAt: dueAt,
        })),
      )
      for (const each of acceptances)
        expect([each, await tx.$count(recommendations, acceptanceIs(each, at))]).toEqual([
          each,
          rows.filter((row) => acceptanceOf(row, at) === each).length,
        ])
    }),
    { numRuns: 25 },
  )
})
