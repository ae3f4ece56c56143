import { and, asc, eq, isNull } from 'drizzle-orm'
import type { Reads } from '#kit/db.ts'
import type { Day } from '#kit/time.ts'
import { heldOn } from './identify.ts'
import { people, roles } from './tables.ts'

const columns = { role: roles.role, body: roles.body, from: roles.from, to: roles.to, endedOn: roles.endedOn }

type Row = { role: string; body: string; from: Day; to: Day | null; endedOn: Day | null }

/** The last day of a term, whether it ran its course or was cut short. */
const charge = ({ role, body, from, to, endedOn }: Row) => ({
  role,
  body,
  from,
  until: endedOn ? endedOn.subtract({ days: 1 }) : to,
})

/** When each body had somebody with a task, whoever it was. */
export const chargesWith = async (reads: Reads, role: string) =>
  (
    await reads
      .select(columns)
      .from(roles)
      .innerJoin(people, eq(people.id, roles.person))
      .where(and(eq(roles.role, role), isNull(people.closedAt)))
      .orderBy(asc(roles.from))
  ).map(charge)

/** Somebody's own tasks on a day, and until when they have them. */
export const chargesOf = async (reads: Reads, person: number, on: Day) =>
  (
    await reads
      .select(columns)
      .from(roles)
      .where(and(eq(roles.person, person), heldOn(on)))
      .orderBy(asc(roles.from))
  ).map(charge)
