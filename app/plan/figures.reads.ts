import { commitmentsFromAny, type Standing, standingOf } from '#commitments/index.ts'
import type { Reads } from '#kit/db.ts'
import { dayAt, type Instant } from '#kit/time.ts'
import { sizeOf, sizeOn, tasksIn } from './changing.ts'
import { unlinked } from './completeness.ts'
import type { Figure } from './figures.ts'
import { aboutTask, type Plan } from './plan.ts'
import { pastOf } from './reads.ts'

/** The figures of a plan as they stand at a moment, counted and never typed. */
export async function figuresOf(
  reads: Reads,
  plan: Plan,
  at: Instant,
  timeZone: string,
): Promise<Record<Figure, number>> {
  const past = await pastOf(reads, plan.key)
  const size = sizeOn(past, dayAt(at, timeZone))
  const abouts = past.tasks.map(aboutTask)
  const promises = abouts.length === 0 ? [] : await commitmentsFromAny(reads, abouts)
  const standing = (is: Standing) => promises.filter((each) => standingOf(each, at) === is).length
  return {
    ...size,
    begunWith: sizeOf(tasksIn(past, 1)).tasks,
    dropped: past.tasks.filter((each) => each.droppedIn !== null && each.addedIn < each.droppedIn).length,
    unlinked: unlinked(tasksIn(past, plan.version)).length,
    promised: promises.length,
    kept: standing('kept'),
    unverified: standing('unverified'),
    'under-way': standing('under-way'),
    late: standing('late'),
    broken: standing('broken'),
  }
}
