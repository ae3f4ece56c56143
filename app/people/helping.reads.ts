import type { Reads } from '#kit/db.ts'
import { isBefore } from '#kit/time.ts'
import { doneAs } from '#record/index.ts'
import { spans } from './person.ts'
import { assistancesOf } from './reads.ts'

/** What was done in somebody's name while a clerk acted for them, by each time. */
export async function doneWhileHelped(reads: Reads, person: number) {
  const done = await doneAs(reads, person, 'clerk for resident')
  return (await assistancesOf(reads, person)).map((each) => {
    const until = each.endedAt ?? each.seenAt.add(spans.assistanceIdle)
    return { ...each, done: done.filter(({ at }) => !isBefore(at, each.startedAt) && !isBefore(until, at)) }
  })
}
