import type { Reads } from '#kit/db.ts'
import { completeness, type Readiness } from './completeness.ts'
import { hearingsOf, tasksOf, unansweredOf } from './reads.ts'

/** What stands between a draft and the committee, as of now. */
export async function readinessOf(reads: Reads, plan: string): Promise<Readiness> {
  const tasks = await tasksOf(reads, plan)
  return {
    tasks: tasks.length,
    lacking: completeness(tasks),
    heard: (await hearingsOf(reads, plan)).some((each) => each.minutesAt !== null),
    unanswered: await unansweredOf(reads, plan),
  }
}
