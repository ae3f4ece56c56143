import { expect, test } from 'vitest'
import { isAnswerable, isPromised, type RequestFacts, requestStateOf, wordsFor } from './request.ts'
import type { HelpWord } from './step.ts'

const at = (day: number) => Temporal.Instant.from('2026-03-01T00:00:00Z').add({ hours: 24 * day })

const asked: RequestFacts['last'] = { kind: 'help', doc: { of: 'welfare' } }
const answered = (accepted: boolean): RequestFacts['last'] => ({
  kind: 'help-answer',
  doc: { asked: 1, accepted },
})
const done: RequestFacts['last'] = { kind: 'help-done', doc: { asked: 1 } }
const word = (said: HelpWord): RequestFacts['last'] => ({ kind: 'help-word', doc: { asked: 1, word: said } })
const decided = (of: string | null): RequestFacts['last'] => ({
  kind: 'help-decision',
  doc: { asked: 1, of, dueOn: of && '2026-04-01' },
})

for (const [last, before, after, over] of [
  [asked, 'sent', 'lifted', 'lapsed'],
  [answered(true), 'accepted', 'accepted', 'lapsed'],
  [answered(false), 'declined', 'lifted', 'lapsed'],
  [word('insisted'), 'insisted', 'lifted', 'lapsed'],
  [done, 'done', 'done', 'lapsed'],
  [word('disputed'), 'disputed', 'lifted', 'lapsed'],
  [word('confirmed'), 'confirmed', 'confirmed', 'confirmed'],
  [word('withdrawn'), 'withdrawn', 'withdrawn', 'withdrawn'],
  [decided('welfare'), 'accepted', 'accepted', 'lapsed'],
  [decided(null), 'closed', 'closed', 'closed'],
] as const) {
  test(`a request that is ${before} is ${after} when it has waited too long, and ${over} after its promise`, () => {
    const liftAt = at(14)
    expect(requestStateOf({ last, liftAt, over: false }, at(13))).toBe(before)
    expect(requestStateOf({ last, liftAt, over: false }, liftAt)).toBe(after)
    expect(requestStateOf({ last, liftAt: null, over: false }, at(900))).toBe(before)
    expect(requestStateOf({ last, liftAt, over: true }, at(15))).toBe(over)
  })
}

for (const [last, answers, helps, words] of [
  [asked, true, false, ['withdrawn']],
  [answered(true), false, true, ['withdrawn']],
  [answered(false), true, false, ['insisted', 'withdrawn']],
  [word('insisted'), true, false, ['withdrawn']],
  [done, false, false, ['confirmed', 'disputed']],
  [word('disputed'), false, true, ['withdrawn']],
  [word('confirmed'), false, false, []],
  [decided('welfare'), false, true, ['withdrawn']],
  [decided(null), false, false, []],
] as const) {
  test(`after ${JSON.stringify(last)} each may say what is theirs to say`, () => {
    const it: RequestFacts = { last, liftAt: null, over: false }
    expect([isAnswerable(it), isPromised(it), wordsFor(it)]).toEqual([answers, helps, words])
    const over = { ...it, over: true }
    expect([isAnswerable(over), isPromised(over), wordsFor(over)]).toEqual([false, false, []])
  })
}
