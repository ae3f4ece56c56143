import type { Room } from '#kit/room.ts'
import { consultingDesk } from './desk.consulting.tsx'
import { importDesk } from './desk.import.tsx'
import { taskDesk } from './desk.tasks.tsx'
import { planDesk } from './desk.tsx'
import { yearDeskRoutes } from './desk.year.tsx'
import { yearWaiting } from './desk.year.waiting.ts'
import { publishedForm } from './forms.reads.ts'
import { taskLists } from './list.routes.tsx'
import { planRoutes } from './routes.tsx'
import { tells, worksFor } from './tells.tsx'
import { waiting } from './waiting.reads.ts'
import { en } from './words.en.ts'
import { ko } from './words.ko.ts'
import { sentences } from './words.ts'
import { en as yearEn } from './words.year.en.ts'
import { ko as yearKo } from './words.year.ko.ts'
import { tellOwed } from './year.clock.actions.ts'
import { yearRoutes } from './year.routes.tsx'

export { type ActionLine, actionsOfTask, actionsOwed } from './action.reads.ts'
export { aboutAction, agreedBy } from './action.ts'
/** What is done with plans, for whoever tells a story through the same doors. */
export * as planActs from './acts.ts'
export { plansHolding } from './holding.actions.ts'
export { changes as planChanges } from './load.ts'
export { TaskLines } from './parts.tsx'
export { aboutPlan, aboutTask, type Plan, stateOf, type Task } from './plan.ts'
export { allPlans, currentPlan, type TaskLine, tasksFor } from './reads.ts'
export * as yearActs from './year.acts.ts'
export { type YearNow, YearStandings, yearNow } from './year.now.tsx'
export { YearOfTask } from './year.parts.tsx'
export { type LoadOfBody, loadOf, type Silence, silentBodies } from './year.reads.ts'
export { type Standing, standingOfAction } from './year.standing.ts'

/** Master plans: what they are to bring about, who answers for it, and how they came about and changed. */
export function planRoom({ secret }: { secret: Uint8Array }): Room {
  return {
    key: 'plans',
    routes: [
      taskLists(),
      planRoutes(secret),
      yearRoutes,
      importDesk,
      taskDesk,
      consultingDesk,
      planDesk,
      yearDeskRoutes,
    ],
    sentences,
    published: publishedForm,
    waiting: async (city, viewer) => [...(await waiting(city, viewer)), ...(await yearWaiting(city, viewer))],
    tells,
    worksFor,
    tools: [
      { path: '/desk/plan', label: { en: en.desk.tool, ko: ko.desk.tool } },
      { path: '/desk/year', label: { en: yearEn.desk.title, ko: yearKo.desk.title } },
    ],
    jobs: [{ name: 'plans.tell-owed', cron: '10 8 * * *', run: tellOwed }],
  }
}
