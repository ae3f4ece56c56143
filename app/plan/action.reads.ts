import { and, asc, eq, inArray, isNull, type SQL } from 'drizzle-orm'
import { allBodies, type Bodies, holdersOf } from '#bodies/index.ts'
import {
  type CommitmentLine,
  commitmentsFromAny,
  helpAskedFor,
  milestonesOf,
  openRequests,
} from '#commitments/index.ts'
import type { CityFacts } from '#kit/city.ts'
import type { Reads } from '#kit/db.ts'
import { idOf } from '#kit/ref.ts'
import { type Day, dayAt, type Instant } from '#kit/time.ts'
import { type Action, agreedBy, type LeadWord, leadWords } from './action.ts'
import { aboutTask, type Task } from './plan.ts'
import { isAfter, type Quarter, type QuarterReport, quartersOf } from './quarter.ts'
import { actions, agreements, plans, quarters, tasks } from './tables.ts'
import { type Standing, sharesOn, standingOfAction } from './year.standing.ts'

type Milestone = Awaited<ReturnType<typeof milestonesOf>>[number]

/** An action with all that its standing follows from. */
export type ActionLine = {
  action: Action
  task: Task
  words: readonly LeadWord[]
  quarters: readonly Quarter[]
  commitment: CommitmentLine | undefined
  milestones: readonly Milestone[]
  helpAsked: number
  lifted: number
  standing: Standing
}

/** Actions as they stand at a moment. */
export async function actionLines(
  reads: Reads,
  facts: CityFacts,
  at: Instant,
  which: SQL | undefined,
): Promise<ActionLine[]> {
  const rows = await reads
    .select({ action: actions, task: tasks })
    .from(actions)
    .innerJoin(tasks, eq(tasks.id, actions.task))
    .innerJoin(plans, eq(plans.key, tasks.plan))
    .where(and(isNull(plans.withdrawnAt), which))
    .orderBy(asc(tasks.position), asc(actions.id))
  if (rows.length === 0) return []
  const ids = rows.map(({ action }) => action.id)
  const said = await reads
    .select()
    .from(agreements)
    .where(inArray(agreements.action, ids))
    .orderBy(asc(agreements.id))
  const reported = await reads
    .select()
    .from(quarters)
    .where(inArray(quarters.action, ids))
    .orderBy(asc(quarters.quarter), asc(quarters.no))
  const kept = await keptBy(reads, at, rows)
  return rows.map(({ action, task }) => {
    const line = kept(action)
    const words = leadWords(action, said)
    const own = reported.filter((each) => each.action === action.id).map(reportOf)
    const parts = { action: ledBy(action, line.commitment), task, words, ...line }
    return { ...parts, ...stands(facts, at, parts, own) }
  })
}

const reportOf = ({
  action: _,
  once: __,
  person: ___,
  ...report
}: typeof quarters.$inferSelect): QuarterReport => report

/** Whoever leads the promise that it became: its plan may have passed to another body. */
const ledBy = (action: Action, commitment: CommitmentLine | undefined): Action =>
  commitment ? { ...action, leads: [commitment.lead, ...commitment.joint] } : action

/** What the commitments say that the actions became. */
async function keptBy(reads: Reads, at: Instant, rows: readonly { action: Action; task: Task }[]) {
  const promised = rows.filter(({ action }) => action.commitment !== null)
  const origins = [...new Set(promised.map(({ task }) => aboutTask(task)))]
  const lines = origins.length > 0 ? await commitmentsFromAny(reads, origins) : []
  const ids = promised.map(({ action }) => Number(idOf(action.commitment!)))
  const milestones = await milestonesOf(reads, ids)
  const asked = await helpAskedFor(reads, ids)
  const open = await openRequests(reads, at, ids)
  return ({ commitment }: Action) => {
    const id = commitment && Number(idOf(commitment))
    return {
      commitment: lines.find((each) => each.id === id),
      milestones: milestones.filter((each) => each.commitment === id),
      helpAsked: id === null ? 0 : (asked.get(id) ?? 0),
      lifted: open.filter((each) => each.commitment === id && each.state === 'lifted').length,
    }
  }
}

type Parts = Omit<ActionLine, 'quarters' | 'standing'>

function stands(facts: CityFacts, at: Instant, parts: Parts, reports: readonly QuarterReport[]) {
  const { action, words, commitment, milestones, lifted } = parts
  const today = dayAt(at, facts.timeZone)
  const dayOf = (moment: Instant | null | undefined) => (moment ? dayAt(moment, facts.timeZone) : null)
  const [doneOn, stoppedOn] = [dayOf(commitment?.doneAt), dayOf(commitment?.stoppedAt)]
  const endedOn = stoppedOn ?? doneOn
  const course = { year: action.year, agreedOn: dayOf(action.agreedAt), endedOn }
  const quarters = quartersOf(facts, course, reports, today)
  const saying = (says: LeadWord['says']) =>
    action.agreedAt ? [] : words.filter((each) => each.says === says).map(({ body }) => body)
  const standing = standingOfAction(
    {
      startsOn: action.startsOn,
      // A day that the commitment was moved to counts from the day first promised.
      dueOn: commitment?.firstDueOn ?? action.dueOn,
      target: action.target,
      unagreed: saying('nothing'),
      declined: saying('no'),
      agreedBy: agreedBy(facts, action.year) ?? null,
      withdrawnOn: dayOf(action.withdrawnAt),
      doneOn,
      stoppedOn,
      quarters,
      lateMilestones: milestones.filter(
        (each) =>
          !each.reachedAt && !each.droppedAt && Temporal.PlainDate.compare(each.firstDueOn, today) < 0,
      ),
      liftedRequests: lifted,
    },
    sharesOn(facts, dayOf(action.agreedAt) ?? today),
    today,
  )
  return { quarters, standing }
}

/** One action. */
export async function actionById(reads: Reads, facts: CityFacts, at: Instant, id: number) {
  const [line] = await actionLines(reads, facts, at, eq(actions.id, id))
  return line
}

/** What a task does and did, the latest year first. */
export async function actionsOfTask(reads: Reads, facts: CityFacts, at: Instant, task: number) {
  const lines = await actionLines(reads, facts, at, eq(actions.task, task))
  return lines.toSorted((a, b) => b.action.year - a.action.year)
}

/** What is owed now: a word to an action, or a report. */
export type Owed = {
  /** Where a lead has said neither yes nor no. */
  agreements: { line: ActionLine; body: string }[]
  /** Where a quarter is over and nothing was said of it. */
  reports: { line: ActionLine; quarter: Quarter }[]
}

/** Of the actions of this year and the last: in January the last quarter is still owed. */
export async function owedLines(reads: Reads, facts: CityFacts, at: Instant): Promise<ActionLine[]> {
  const { year } = dayAt(at, facts.timeZone)
  return actionLines(
    reads,
    facts,
    at,
    and(inArray(actions.year, [year - 1, year, year + 1]), isNull(actions.withdrawnAt)),
  )
}

/** What of these actions the bodies owe that answer today for their leads. */
export function owedOf(lines: readonly ActionLine[], isOwn: (lead: string) => boolean, today: Day): Owed {
  return {
    agreements: lines.flatMap((line) =>
      line.action.agreedAt || isAfter(today, line.action.dueOn)
        ? []
        : line.words
            .filter(({ says, body }) => says === 'nothing' && isOwn(body))
            .map(({ body }) => ({ line, body })),
    ),
    reports: lines
      .filter(({ action }) => action.agreedAt && action.leads.some(isOwn))
      .flatMap((line) =>
        line.quarters
          .filter(({ state }) => state === 'open' || state === 'missing')
          .map((quarter) => ({ line, quarter })),
      ),
  }
}

/** What these bodies owe now: their word to actions, and reports on quarters. */
export async function actionsOwed(
  reads: Reads,
  facts: CityFacts,
  own: readonly string[],
  at: Instant,
): Promise<Owed> {
  if (own.length === 0) return { agreements: [], reports: [] }
  const bodies = await allBodies(reads)
  const lines = await owedLines(reads, facts, at)
  return owedOf(lines, answering(bodies, facts, own, at), dayAt(at, facts.timeZone))
}

/** Whether one of these bodies answers today for a lead. */
export const answering =
  (bodies: Bodies, facts: CityFacts, own: readonly string[], at: Instant) =>
  (lead: string): boolean =>
    holdersOf(bodies, lead, dayAt(at, facts.timeZone)).some(({ key }) => own.includes(key))
