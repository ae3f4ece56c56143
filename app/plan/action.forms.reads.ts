import { asc, eq } from 'drizzle-orm'
import type { Reads } from '#kit/db.ts'
import type { PublicForm } from '#kit/room.ts'
import type { Task } from './plan.ts'
import { actions, agreements, quarters, tasks } from './tables.ts'

/** An action as outsiders may hold the city to it: what was agreed, by whom, and all that was reported. */
export async function actionForm(reads: Reads, task: Pick<Task, 'no'>, id: number): Promise<PublicForm> {
  const [row] = await reads.select().from(actions).where(eq(actions.id, id))
  const { task: _, ...action } = row!
  const said = await reads
    .select()
    .from(agreements)
    .where(eq(agreements.action, id))
    .orderBy(asc(agreements.id))
  const reported = await reads
    .select()
    .from(quarters)
    .where(eq(quarters.action, id))
    .orderBy(asc(quarters.quarter), asc(quarters.no))
  const form = {
    ...action,
    task: task.no,
    agreements: said.map(({ person: _, id: __, ...each }) => each),
    quarters: reported.map(({ person: _, once: __, ...each }) => each),
  }
  return JSON.parse(JSON.stringify(form)) as PublicForm
}

/** The same by the part of an address after `plans/KEY/actions/`. */
export async function publishedAction(
  reads: Reads,
  plan: string,
  id: string,
): Promise<PublicForm | undefined> {
  if (!/^[1-9]\d{0,8}$/.test(id)) return undefined
  const [row] = await reads
    .select({ task: tasks })
    .from(actions)
    .innerJoin(tasks, eq(tasks.id, actions.task))
    .where(eq(actions.id, Number(id)))
  return row?.task.plan === plan ? actionForm(reads, row.task, Number(id)) : undefined
}
