import type { PublicForm } from '#kit/room.ts'
import type { Version } from './changing.ts'
import type { Plan, Report, Task } from './plan.ts'

/** A plan as outsiders may hold the city to it. */
export function planForm(plan: Plan, versions: readonly Version[], reports: readonly Report[]): PublicForm {
  const { from: _, until: __, draftedAt, submittedAt, approvedAt, reviewedAt, closedAt, ...said } = plan
  const moment = (at: Plan['closedAt']) => at && String(at)
  return {
    ...said,
    draftedAt: moment(draftedAt),
    submittedAt: moment(submittedAt),
    approvedAt: moment(approvedAt),
    reviewedAt: moment(reviewedAt),
    closedAt: moment(closedAt),
    versions: versions.map((each) => ({ ...each, on: String(each.on) })),
    reports: reports
      .filter((each) => each.kind !== 'yearly')
      .map(({ id: _, at, ...each }) => ({ ...each, at: String(at) })),
  }
}

/** A task as outsiders may hold the city to it. */
export const taskForm = ({
  id: _,
  from,
  until,
  ...task
}: Omit<Task, 'id'> & { id?: number }): PublicForm => ({
  ...task,
  from: String(from),
  until: until && String(until),
})
