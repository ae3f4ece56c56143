import type { Reads } from '#kit/db.ts'
import type { PublicForm } from '#kit/room.ts'
import { publishedAction } from './action.forms.reads.ts'
import { planForm, taskForm } from './forms.ts'
import { planByKey, reportsOf, taskByNo, versionsOf } from './reads.ts'

/** The public form by the part of an address after `plans/`. */
export async function publishedForm(reads: Reads, id: string): Promise<PublicForm | undefined> {
  const [key = '', part, no = ''] = id.split('/')
  const plan = await planByKey(reads, key)
  if (!plan) return undefined
  if (part === undefined) return planForm(plan, await versionsOf(reads, key), await reportsOf(reads, key))
  if (part === 'actions') return publishedAction(reads, key, no)
  const task = part === 'tasks' ? await taskByNo(reads, key, no) : undefined
  return task && taskForm(task)
}
