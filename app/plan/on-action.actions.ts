import { eq } from 'drizzle-orm'
import { allBodies, type Bodies, holdersOf } from '#bodies/index.ts'
import type { City } from '#kit/city.ts'
import type { Tx } from '#kit/db.ts'
import { found } from '#kit/found.ts'
import { type Facts, Refusal } from '#kit/refusal.ts'
import { type Day, dayAt, type Instant } from '#kit/time.ts'
import { act, type Entry } from '#record/index.ts'
import { actionForm } from './action.forms.reads.ts'
import { type Action, aboutAction } from './action.ts'
import { aboutTask, type Task } from './plan.ts'
import { actions, tasks } from './tables.ts'

/** As which body somebody acts, and by which account. */
export type By = { as: string; person: number }

/** An action that nobody else can change meanwhile. */
export type OnAction = {
  city: City
  tx: Tx
  at: Instant
  today: Day
  bodies: Bodies
  task: Task
  action: Action
}

export const onAction = (
  city: City,
  by: By,
  id: number,
  work: (on: OnAction) => Promise<[Entry, ...Entry[]]>,
): Promise<void> =>
  act(city, by, async (tx, at) => {
    const [action] = await tx.select().from(actions).where(eq(actions.id, id)).for('update')
    const row = await found(action)
    const [task] = await tx.select().from(tasks).where(eq(tasks.id, row.task))
    const today = dayAt(at, city.facts.timeZone)
    const bodies = await allBodies(tx)
    return { entries: await work({ city, tx, at, today, bodies, task: task!, action: row }) }
  })

/** What the record says of an action, and of its task, so that whoever follows the task hears of it. */
export async function entriesOf(
  on: Pick<OnAction, 'tx' | 'task' | 'action'>,
  what: string,
): Promise<[Entry, ...Entry[]]> {
  const own = await actionEntry(on, what)
  const facts = { year: on.action.year }
  return [own, { what, about: aboutTask(on.task), title: on.task.title, facts }]
}

export async function actionEntry(
  { tx, task, action }: Pick<OnAction, 'tx' | 'task' | 'action'>,
  what: string,
  facts: Facts = {},
): Promise<Entry> {
  const shows = await actionForm(tx, task, action.id)
  const { title, lang, year } = action
  return {
    what,
    about: aboutAction(task, action.id),
    title: { [lang]: title },
    facts: { year, ...facts },
    shows,
  }
}

/** Who answers today for any of these bodies. */
export const holdersNow = (bodies: Bodies, keys: readonly string[], today: Day): string[] =>
  keys.flatMap((key) => holdersOf(bodies, key, today).map((each) => each.key))

export function officeOf({ facts }: City): string {
  const office = facts.procedures?.planning?.office
  if (!office) throw new Refusal('plans.no-office')
  return office
}

export function checkProposed({ agreedAt, withdrawnAt }: Action): void {
  if (agreedAt) throw new Refusal('plans.agreed-already')
  if (withdrawnAt) throw new Refusal('plans.withdrawn-already')
}
