import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { City } from '#kit/city.ts'
import { NotFound } from '#kit/found.ts'
import { Refusal } from '#kit/refusal.ts'
import { dayAt } from '#kit/time.ts'
import { testCity } from '#testing/city.ts'
import { answer } from './answering.actions.ts'
import { extend, pause, resume } from './clock.actions.ts'
import { filed, yuna } from './desk.fixture.ts'
import { announce, report } from './hearing.actions.ts'
import { decideLane } from './lane.deciding.actions.ts'
import { closeMediation, openMediation } from './mediation.actions.ts'
import { appeal, decideAppeal, hide } from './moderation.actions.ts'
import { decideObjection, object } from './objection.actions.ts'
import { clockOf } from './petition.run.ts'
import { isOpen, stateOf, states } from './petition.ts'
import { wholePetition } from './reads.ts'
import { lookAgain } from './review.actions.ts'
import { transfer } from './routing.actions.ts'
import { rate } from './satisfaction.actions.ts'

const lang = 'en'
const why = { reason: 'Because it has to be so.', lang }
const Yuna = { as: 'resident', person: yuna }

type Here = {
  city: City
  id: number
  body: string
  part: (of: 'objection' | 'moderation' | 'hearing') => number
}

const bodies = ['transport-department', 'urban-housing-department', 'welfare-department']
const procedures = ['civic-rights', 'statutory-petition', 'grievance']

const pledge = (city: City, kind: 'new' | 'under-way') => {
  const today = dayAt(city.clock.now(), city.facts.timeZone)
  return {
    ...{ kind, title: 'Lower it', text: 'It is lowered.', lang, lead: 'transport-department' },
    ...{ supporting: [], startsOn: today, dueOn: today.add({ days: 100 }), cost: 'none' as const },
    ...{ milestones: [], articles: [], groups: [], districts: [] },
  }
}

/** Everything that anybody can try, at whatever moment. */
const tries: Record<string, (here: Here, pick: number) => Promise<unknown>> = {
  pause: ({ city, id, body }, pick) =>
    pause(city, { as: body }, id, {
      ...why,
      ground: pick % 3 === 0 ? 'mediation' : 'author',
      ...(pick % 2 === 0 && { to: dayAt(city.clock.now(), 'Asia/Seoul').add({ days: pick }) }),
    }),
  resume: ({ city, id, body }) => resume(city, { as: body }, id),
  extend: ({ city, id, body }) => extend(city, { as: body }, id, why),
  transfer: ({ city, id, body }, pick) =>
    transfer(city, { as: body }, id, {
      ...why,
      body: bodies[pick % 3]!,
      procedure: procedures[(pick >> 2) % 3]!,
    }),
  accept: ({ city, id, body }) =>
    answer(city, { as: body }, id, {
      ...{ outcome: 'accepted', text: 'It is lowered this spring.', lang },
      pledges: [pledge(city, 'new')],
    }),
  decline: ({ city, id, body }) =>
    answer(city, { as: body }, id, {
      ...{ outcome: 'declined', text: 'Not this year.', lang, reason: 'money', because: 'None is left.' },
      reviewOn: dayAt(city.clock.now(), 'Asia/Seoul').add({ days: 50 }),
      pledges: [],
    }),
  object: ({ city, id }) => object(city, Yuna, id, { text: 'It can be done.', lang }),
  decide: ({ city, id, part }, pick) =>
    decideObjection(city, { as: 'administrative-ombudsman-committee' }, id, part('objection'), {
      ...{ upheld: pick % 2 === 0, decision: 'So it is decided.', lang },
    }),
  decideElsewhere: ({ city, id, part }) =>
    decideObjection(city, { as: 'audit-committee' }, id, part('objection'), {
      ...{ upheld: true, decision: 'So it is decided.', lang, body: 'welfare-department' },
    }),
  lookAgain: ({ city, id, body }, pick) =>
    lookAgain(city, { as: body }, id, {
      ...{ text: 'Money was found.', lang },
      ...(pick % 2 === 0
        ? { stays: false }
        : { stays: true, reviewOn: dayAt(city.clock.now(), 'Asia/Seoul').add({ days: 30 }) }),
    }),
  mediate: ({ city, id }) =>
    openMediation(city, { as: 'civic-rights-committee' }, id, { proposal: 'Half of it.', lang }),
  settle: ({ city, id, body }, pick) =>
    closeMediation(city, { as: body }, id, { agreed: pick % 2 === 0, result: 'So it ended.', lang }),
  hear: ({ city, id, body }, pick) =>
    announce(city, { as: body }, id, {
      ...{ place: 'At the stop', access: 'Level', lang },
      startsAt: city.clock.now().add({ hours: 24 * (pick - 3) }),
    }),
  report: ({ city, id, body, part }) =>
    report(city, { as: body }, id, part('hearing'), { text: 'They came.', lang }),
  lane: ({ city, id }, pick) =>
    decideLane(city, { as: 'human-rights-division' }, id, { ...why, granted: pick % 2 === 0 }),
  hide: ({ city, id }) =>
    hide(city, { as: 'human-rights-division' }, id, { ground: 'threat', statement: 'A threat.', lang }),
  appeal: ({ city, id, part }) => appeal(city, Yuna, id, part('moderation'), { text: 'No threat.', lang }),
  restore: ({ city, id, part }, pick) =>
    decideAppeal(city, { as: 'human-rights-civil-committee' }, id, part('moderation'), {
      ...{ restored: pick % 2 === 0, decision: 'So it is decided.', lang },
    }),
  rate: ({ city, id }) => rate(city, Yuna, id, { verdict: 'partly', lang }),
}

const walk = fc.array(
  fc.record({
    step: fc.constantFrom(...Object.keys(tries)),
    pick: fc.integer({ min: 0, max: 11 }),
    days: fc.constantFrom(0, 0, 1, 5, 30),
  }),
  { minLength: 15, maxLength: 30 },
)

test('whatever anybody tries in whatever order, the city refuses or does it, and all that is kept follows from the rest', async () => {
  const { city, daysPass } = await testCity()
  const done = new Set<string>()
  await fc.assert(
    fc.asyncProperty(walk, async (steps) => {
      const id = await filed(city, { lane: 'yes', laneReason: 'Few need it.', groups: ['disabled'] })
      for (const { step, pick, days } of steps) {
        daysPass(days)
        const before = (await wholePetition(city.reads, id))!
        const part = (of: 'objection' | 'moderation' | 'hearing') => before[`${of}s`].at(-1)?.id ?? 0
        try {
          await tries[step]!({ city, id, part, body: before.petition.body }, pick)
          done.add(step)
        } catch (error) {
          if (!(error instanceof Refusal) && !(error instanceof NotFound)) throw error
          expect(await wholePetition(city.reads, id)).toEqual(before)
          continue
        }
        holds(city, step, before, (await wholePetition(city.reads, id))!)
      }
    }),
    { numRuns: 6, seed: 5 },
  )
  expect(done.size).toBeGreaterThan(12)
}, 120_000)

type Whole = NonNullable<Awaited<ReturnType<typeof wholePetition>>>

function holds({ facts, clock }: City, step: string, before: Whole, after: Whole) {
  const { petition, answers, objections } = after
  const { dueAt, pausedFrom, pausedUntil, answeredAt, outcome, objectableUntil } = petition
  expect({ dueAt, pausedFrom, pausedUntil }).toEqual(clockOf(facts, after))
  const state = stateOf(petition, clock.now())
  expect(states).toContain(state)
  const answered = state === 'answered' || state === 'closed' || petition.objectedAt !== null
  expect([answeredAt !== null, outcome !== null, objectableUntil !== null]).toEqual(Array(3).fill(answered))
  expect(answers.length).toBeGreaterThanOrEqual(before.answers.length)
  expect(answers.slice(0, before.answers.length).map(({ text, at }) => [text, at])).toEqual(
    before.answers.map(({ text, at }) => [text, at]),
  )
  expect(petition.objectedAt !== null).toBe(objections.some((each) => each.answer && !each.decidedAt))
  for (const each of objections) expect(each.to).not.toBe(answers.find(({ id }) => id === each.answer)?.body)
  if (step === 'transfer' && before.petition.dueAt && dueAt)
    expect(Temporal.Instant.compare(dueAt, before.petition.dueAt)).toBeLessThanOrEqual(0)
  if (isOpen(state) && !petition.objectedAt) expect(petition.outcome).toBeNull()
}
