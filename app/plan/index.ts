import type { Room } from '#kit/room.ts'
import { publishedForm } from './forms.reads.ts'
import { planRoutes } from './routes.tsx'
import { sentences } from './words.ts'

export { changes as planChanges } from './load.ts'
export { aboutPlan, aboutTask, type Plan, stateOf, type Task } from './plan.ts'
export { allPlans, currentPlan, type TaskLine, tasksFor } from './reads.ts'

/** Master plans: what they are to bring about, who answers for it, and how they came about and changed. */
export function planRoom(_options: { secret: Uint8Array }): Room {
  return { key: 'plans', routes: [planRoutes], sentences, published: publishedForm }
}
