import type { Bodies } from '#bodies/index.ts'
import type { City, CityFacts } from '#kit/city.ts'
import { type Day, dayAt, type Instant, isBefore } from '#kit/time.ts'
import type { Viewer } from '#kit/view.ts'
import { extensionOf } from './clock.actions.ts'
import { actingAs, turnsOf } from './competence.reads.ts'
import { lasts } from './petition.handling.ts'
import { isOpen, laneOf, stateOf } from './petition.ts'
import type { Whole } from './reads.ts'

/** As which body a viewer may act on a petition, for each part that somebody has in it. */
export function rightsOf(viewer: Viewer, facts: CityFacts, bodies: Bodies, whole: Whole, today: Day) {
  const acting = (body: string | null | undefined) =>
    body ? actingAs(viewer, bodies, body, today) : undefined
  const turns = turnsOf(facts, whole.petition)
  return {
    answers: acting(turns.body),
    intake: acting(turns.intake),
    committee: acting(turns.committee),
    moderates: acting(turns.moderator),
    objections: whole.objections.filter((each) => !each.decidedAt && acting(each.to)),
    appeals: whole.moderations.filter((each) => !each.decidedAt && acting(each.appealTo)),
    acting,
  }
}

export type Rights = ReturnType<typeof rightsOf>

/** Whoever has a part in it. */
export const isConcerned = (rights: Rights): boolean =>
  [rights.answers, rights.intake, rights.committee, rights.moderates].some((each) => each !== undefined) ||
  rights.objections.length > 0 ||
  rights.appeals.length > 0

/** Those who may reach the author. */
export const mayReach = ({ answers, intake }: Rights): boolean => (answers ?? intake) !== undefined

export const steps = [
  'answer',
  'objection',
  'appeal',
  'lane',
  'agenda',
  'review',
  'transfer',
  'merger',
  'subjects',
  'resumption',
  'pause',
  'extension',
  'hearing',
  'report',
  'cancellation',
  'mediation',
  'agreement',
  'hiding',
] as const
export type Step = (typeof steps)[number]

/** One thing somebody can do now; `part` is the hearing, objection or hiding that it is about. */
export type Doable = { step: Step; part?: number }

/** What a viewer can do with a petition now, what matters most first. */
export function doableBy(city: City, rights: Rights, whole: Whole, at: Instant): Doable[] {
  const { petition, hearings, mediations } = whole
  const state = stateOf(petition, at)
  const open = state === 'waiting' || state === 'paused' || state === 'overdue'
  const alive = isOpen(state) || state === 'answered' || state === 'closed'
  const { answers, intake, committee } = rights
  const has = answers ?? intake
  const hears = has ?? committee
  const mediated = mediations.some((each) => !each.closedAt)
  const rests = lasts(whole.pauses.at(-1), dayAt(at, city.facts.timeZone))
  const announced = hears ? hearings.filter((each) => !each.cancelledAt && !each.reportedAt) : []
  const ahead = announced.filter(({ startsAt }) => isBefore(at, startsAt))
  const held = announced.filter(({ startsAt }) => !isBefore(at, startsAt))
  const each = (step: Step, parts: readonly { id: number }[]): Doable[] =>
    parts.map(({ id }) => ({ step, part: id }))
  const when = (may: unknown, step: Step): Doable[] => (may ? [{ step }] : [])
  return [
    ...when(open && answers, 'answer'),
    ...each('objection', rights.objections),
    ...each('appeal', rights.appeals),
    ...when(open && intake && laneOf(petition) === 'asked', 'lane'),
    ...when(alive && committee && petition.reviewedFrom && !petition.hiddenAt, 'agenda'),
    ...when(answers && isNoStanding(whole, state), 'review'),
    ...when(open && has, 'transfer'),
    ...when(open && hears, 'merger'),
    ...when(alive && has, 'subjects'),
    ...when(open && answers && rests, 'resumption'),
    ...when(answers && state === 'waiting' && !rests, 'pause'),
    ...when(answers && mayExtend(city, whole, state), 'extension'),
    ...when(open && hears, 'hearing'),
    ...each('report', held),
    ...each('cancellation', ahead),
    ...when(open && hears && !mediated, 'mediation'),
    ...when(hears && mediated, 'agreement'),
    ...when(rights.moderates, 'hiding'),
  ]
}

function isNoStanding({ answers }: Whole, state: ReturnType<typeof stateOf>): boolean {
  const last = answers.at(-1)
  return (state === 'answered' || state === 'closed') && Boolean(last?.reviewOn && !last.reviewedAt)
}

const mayExtend = (city: City, whole: Whole, state: ReturnType<typeof stateOf>): boolean =>
  (state === 'waiting' || state === 'paused') && !whole.extension && extensionOf(city, whole) !== undefined
