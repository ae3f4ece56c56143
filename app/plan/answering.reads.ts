import { type Bodies, holdersOf } from '#bodies/index.ts'
import type { Task } from './plan.ts'

/** Every succession that the files know of has taken place by then. */
const last = Temporal.PlainDate.from('2999-12-31')

/** The tasks for which a body answers: its own, and those of bodies that it succeeded. */
export function answeredBy<T extends Pick<Task, 'leads' | 'supporting'>>(
  all: readonly T[],
  bodies: Bodies,
  body: string,
): T[] {
  const answers = (key: string) =>
    key === body || holdersOf(bodies, key, last).some((each) => each.key === body)
  return all.filter((each) => [...each.leads, ...each.supporting].some(answers))
}
