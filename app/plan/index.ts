import type { Room } from '#kit/room.ts'
import { consultingDesk } from './desk.consulting.tsx'
import { importDesk } from './desk.import.tsx'
import { taskDesk } from './desk.tasks.tsx'
import { planDesk } from './desk.tsx'
import { publishedForm } from './forms.reads.ts'
import { taskLists } from './list.routes.tsx'
import { planRoutes } from './routes.tsx'
import { tells, worksFor } from './tells.tsx'
import { waiting } from './waiting.reads.ts'
import { en } from './words.en.ts'
import { ko } from './words.ko.ts'
import { sentences } from './words.ts'

/** What is done with plans, for whoever tells a story through the same doors. */
export * as planActs from './acts.ts'
export { plansHolding } from './holding.actions.ts'
export { changes as planChanges } from './load.ts'
export { TaskLines } from './parts.tsx'
export { aboutPlan, aboutTask, type Plan, stateOf, type Task } from './plan.ts'
export { allPlans, currentPlan, type TaskLine, tasksFor } from './reads.ts'

/** Master plans: what they are to bring about, who answers for it, and how they came about and changed. */
export function planRoom({ secret }: { secret: Uint8Array }): Room {
  return {
    key: 'plans',
    routes: [taskLists(), planRoutes(secret), importDesk, taskDesk, consultingDesk, planDesk],
    sentences,
    published: publishedForm,
    waiting,
    tells,
    worksFor,
    tools: [{ path: '/desk/plan', label: { en: en.desk.tool, ko: ko.desk.tool } }],
  }
}
