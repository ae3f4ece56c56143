import { and, type SQL, sql } from 'drizzle-orm'
import type { Instant } from '#kit/time.ts'
import type { Axes } from './commitment.ts'
import { commitments as c } from './tables.ts'

type Wanted = { [Axis in keyof Axes]?: Axes[Axis] | undefined }

/** `axesOf(lines, at)` has these values, for the database: for all that was promised for one origin. */
export function axesAre(wanted: Wanted, origin: SQL, at: Instant): SQL | undefined {
  const { implementation, verification } = wanted
  const is = (together: SQL, value: string) =>
    sql`(select ${together} from ${c} where ${c.origin} = ${origin} having count(*) > 0) = ${value}`
  return and(
    implementation && is(together(implementationAt(at)), implementation),
    verification && is(foundTogether, verification),
  )
}

/** `implementationOf(it, at)`. */
const implementationAt = (at: Instant): SQL => {
  const past = (moment: SQL) => sql`${moment} <= ${at.toString()}::timestamptz`
  return sql`case
    when ${c.stoppedAt} is not null then 'stopped'
    when ${c.doneAt} is not null then 'done'
    when ${past(sql`${c.dueAt}`)} then 'late'
    when ${past(sql`${c.startsAt}`)} or ${c.begunAt} is not null then 'under-way'
    else 'not-begun' end`
}

const together = (each: SQL): SQL => sql`case
  when bool_or((${each}) = 'late') then 'late'
  when bool_and((${each}) = 'not-begun') then 'not-begun'
  when bool_or((${each}) in ('under-way', 'not-begun')) then 'under-way'
  when bool_or((${each}) = 'stopped') then 'stopped'
  else 'done' end`

/** `verificationOf(it)`. */
const verification = sql`case
  when ${c.finding} = 'not-confirmed' then 'contradicted'
  when ${c.finding} is not null then ${c.finding}
  when ${c.doneAt} is not null then 'waiting'
  else 'none' end`

const foundTogether = sql`case
  when min(${verification}) = max(${verification}) then min(${verification})
  when bool_or((${verification}) = 'contradicted') then 'contradicted'
  when bool_or((${verification}) = 'waiting') then 'waiting'
  else 'in-part' end`
