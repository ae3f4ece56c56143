import { expect, test } from 'vitest'
import {
  checkAnswered,
  checkReviewDay,
  checkUnanswered,
  daysLate,
  lackingIn,
  type Said,
} from './petition.handling.ts'
import type { Dated, Outcome } from './petition.ts'

const today = Temporal.PlainDate.from('2026-11-21')
const at = Temporal.Instant.from('2026-11-21T09:00:00+09:00')
const before = at.subtract({ hours: 1 })
const after = at.add({ hours: 1 })

const promises = (...kinds: ('new' | 'under-way')[]) => kinds.map((kind) => ({ kind }))
const reasoned = { reason: 'money', because: 'No.', reviewOn: today.add({ days: 1 }) } as const
const referral = { referredTo: 'The province', referredReach: '062-000-0000' }

for (const [outcome, said, kinds, lacks] of [
  ['accepted', {}, ['new'], []],
  ['accepted', {}, [], ['pledge-missing']],
  ['accepted', {}, ['under-way'], ['pledge-missing']],
  ['accepted', {}, ['new', 'under-way'], []],
  ['in-part', reasoned, ['new'], []],
  ['in-part', {}, ['new'], ['reason-missing', 'because-missing', 'review-missing']],
  ['in-part', reasoned, [], ['pledge-missing']],
  ['under-way', {}, ['under-way'], []],
  ['under-way', {}, ['new'], ['under-way-missing']],
  ['under-way', {}, [], ['under-way-missing']],
  ['declined', reasoned, [], []],
  ['declined', { ...reasoned, because: undefined }, [], ['because-missing']],
  ['declined', { ...reasoned, reviewOn: undefined }, [], ['review-missing']],
  ['declined', reasoned, ['new'], ['pledge-out-of-place']],
  ['referred', referral, [], []],
  ['referred', {}, [], ['referred-to-missing', 'referred-reach-missing']],
  ['referred', referral, ['new'], ['pledge-out-of-place']],
] as [Outcome, Partial<Said>, ('new' | 'under-way')[], string[]][]) {
  const given = [...Object.keys(said), ...kinds].join(', ') || 'nothing'
  test(`${outcome} with ${given}: ${lacks.join(', ') || 'is an answer'}`, () => {
    const answer: Said = { outcome, text: 'So it is.', lang: 'en', ...said }
    expect(lackingIn(answer, promises(...kinds)).map(({ code }) => code)).toEqual(
      lacks.map((each) => `petitions.${each}`),
    )
  })
}

for (const [on, refused] of [
  ['2026-11-20', 'petitions.review-not-ahead'],
  ['2026-11-21', 'petitions.review-not-ahead'],
  ['2026-11-22', undefined],
  ['2029-11-21', undefined],
  ['2029-11-22', 'petitions.review-too-far'],
] as const) {
  test(`a no looked at again on ${on}: ${refused ?? 'is a promise'}`, () => {
    const check = () => checkReviewDay(Temporal.PlainDate.from(on), today)
    if (refused) expect(check).toThrow(refused)
    else expect(check).not.toThrow()
  })
}

for (const [due, done, late] of [
  ['2026-11-22T00:00:00+09:00', '2026-11-21', 0],
  ['2026-11-22T00:00:00+09:00', '2026-11-22', 1],
  ['2026-11-22T00:00:00+09:00', '2026-12-01', 10],
  [null, '2026-12-01', 0],
] as const) {
  test(`late from ${due ?? 'never'}, done on ${done}: ${late} days late`, () => {
    const from = due && Temporal.Instant.from(due)
    expect(daysLate(from, Temporal.PlainDate.from(done), 'Asia/Seoul')).toBe(late)
  })
}

const nothing: Dated = {
  ...{ withdrawnAt: null, mergedAt: null, objectedAt: null, objectionDueAt: null, answeredAt: null },
  ...{ objectableUntil: null, pausedFrom: null, pausedUntil: null, dueAt: null },
}

for (const [name, dated, unanswered, answered] of [
  ['one that waits', {}, 'may be', 'no-answer-yet'],
  ['one that is late', { dueAt: before }, 'may be', 'no-answer-yet'],
  ['one whose clock stands still', { pausedFrom: before }, 'may be', 'no-answer-yet'],
  ['an answered one', { answeredAt: before, objectableUntil: after }, 'answered-already', 'may be'],
  ['a closed one', { answeredAt: before, objectableUntil: before }, 'answered-already', 'may be'],
  ['one under objection', { answeredAt: before, objectedAt: before }, 'under-objection', 'under-objection'],
  ['one that was taken back', { withdrawnAt: before }, 'was-withdrawn', 'no-answer-yet'],
  ['one that was merged', { mergedAt: before }, 'was-merged', 'no-answer-yet'],
] as [string, Partial<Dated>, string, string][]) {
  const outcome = (check: (of: Dated, at: Temporal.Instant) => void) => {
    try {
      check({ ...nothing, ...dated }, at)
      return 'may be'
    } catch (error) {
      return (error as Error).message.replace('petitions.', '')
    }
  }
  test(`${name}: answered ${unanswered}, objected to ${answered}`, () => {
    expect([outcome(checkUnanswered), outcome(checkAnswered)]).toEqual([unanswered, answered])
  })
}
