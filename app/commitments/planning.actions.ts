import { and, eq } from 'drizzle-orm'
import { canonical } from '#kit/canonical.ts'
import type { City } from '#kit/city.ts'
import type { Tx } from '#kit/db.ts'
import { Refusal } from '#kit/refusal.ts'
import type { Day, Instant } from '#kit/time.ts'
import { momentsOf } from './commitment.clock.ts'
import { leadsOf, standingOf } from './commitment.ts'
import { checkActsFor, checkStands } from './party.reads.ts'
import { checkPledge } from './pledge.ts'
import { checkOpen } from './reporting.actions.ts'
import type { Changes } from './step.ts'
import { type By, type OnCommitment, type Row, type Said, step } from './stepping.actions.ts'
import { milestones } from './tables.ts'

/** What the plan is to be from now on, whole. */
export type Plan = {
  text: string
  lead: string
  supporting: readonly string[]
  startsOn: Day
  dueOn: Day
  cost: number | null
  /** Those that are still ahead, by number, with their new days; without one they are dropped. */
  moved: readonly { no: number; dueOn: Day | undefined }[]
  added: readonly { title: string; dueOn: Day }[]
}

/** Changes the plan. What it was stays to be read beside what it is, for ever. */
export const changePlan = (city: City, by: By, id: number, plan: Plan, said: Said) =>
  step(city, by, id, said, { kind: 'change', plan: JSON.parse(JSON.stringify(plan)) }, async (on) => {
    const { row, at, parties, bodies, today } = on
    checkActsFor(by.as, parties.first)
    checkOpen(row)
    if (standingOf(row, at) === 'broken') throw new Refusal('commitments.broken-stays')
    for (const each of [plan.lead, ...plan.supporting].filter(
      (key) => ![...leadsOf(row), ...row.supporting].includes(key),
    ))
      checkStands(bodies, each, today, each === plan.lead ? 'lead' : 'supporting')
    checkPledge(asPledge(plan, row, today), today)
    const changes = { ...changesOf(row, plan), ...(await replan(on, plan)) }
    if (Object.keys(changes).length === 0) throw new Refusal('commitments.nothing-changed')
    return {
      kind: 'change',
      doc: changes,
      set: { ...fieldsOf(plan), ...momentsOf(city.facts, { ...row, ...fieldsOf(plan) }) },
      ...(changes.dueOn
        ? { what: 'commitments.day-moved', facts: changes.dueOn }
        : { what: 'commitments.plan-changed' }),
    }
  })

/** The plan by the rules of a new promise; a day that has passed may stay, but not be chosen. */
function asPledge(plan: Plan, row: Row, today: Day) {
  const kept = plan.dueOn.equals(row.dueOn) && Temporal.PlainDate.compare(plan.dueOn, today) < 0
  const ahead = plan.moved.flatMap(({ dueOn }) => (dueOn ? [{ dueOn }] : []))
  return {
    ...plan,
    joint: row.joint,
    dueOn: kept ? today : plan.dueOn,
    milestones: [...plan.added, ...ahead],
  }
}

type Fields = Pick<Plan, 'text' | 'lead' | 'supporting' | 'startsOn' | 'dueOn' | 'cost'>

const fieldsOf = ({ text, lead, supporting, startsOn, dueOn, cost }: Fields) => ({
  text,
  lead,
  supporting: [...supporting],
  startsOn,
  dueOn,
  cost,
})

/** What of the plan is not what it was. */
function changesOf(row: Row, plan: Plan): Omit<Changes, 'milestones'> {
  const [was, is] = [row, plan].map((each) => JSON.parse(JSON.stringify(fieldsOf(each))))
  return Object.fromEntries(
    Object.keys(is)
      .filter((field) => canonical(was[field]) !== canonical(is[field]))
      .map((field) => [field, { from: was[field], to: is[field] }]),
  )
}

/** Moves, drops and adds milestones. */
async function replan(
  { tx, row, at }: OnCommitment,
  { moved, added }: Plan,
): Promise<Pick<Changes, 'milestones'>> {
  const all = await tx.select().from(milestones).where(eq(milestones.commitment, row.id))
  const ahead = all.filter((each) => !each.reachedAt && !each.droppedAt)
  const changed: NonNullable<Changes['milestones']>[number][] = []
  for (const { no, title, dueOn } of ahead) {
    const wanted = moved.find((each) => each.no === no)
    if (!wanted || wanted.dueOn?.equals(dueOn)) continue
    await moveOne(tx, row.id, no, wanted.dueOn, at)
    changed.push({ no, title, from: String(dueOn), to: wanted.dueOn ? String(wanted.dueOn) : null })
  }
  const last = Math.max(0, ...all.map((each) => each.no))
  for (const [index, each] of added.entries()) {
    const no = last + index + 1
    await tx.insert(milestones).values({ ...each, commitment: row.id, no, firstDueOn: each.dueOn })
    changed.push({ no, title: each.title, from: null, to: String(each.dueOn) })
  }
  return changed.length > 0 ? { milestones: changed } : {}
}

const moveOne = (tx: Tx, commitment: number, no: number, dueOn: Day | undefined, at: Instant) =>
  tx
    .update(milestones)
    .set(dueOn ? { dueOn } : { droppedAt: at })
    .where(and(eq(milestones.commitment, commitment), eq(milestones.no, no)))
