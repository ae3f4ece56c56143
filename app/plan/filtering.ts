import { z } from 'zod'
import { unlinked } from './completeness.ts'
import type { Task } from './plan.ts'

const key = z.string().max(120).optional()

/** What the address may ask of a list of tasks. */
export const taskQuery = z.object({
  area: key,
  goal: key,
  group: key,
  body: key,
  article: key,
  indicator: key,
  unlinked: z.literal('yes').optional(),
})
export type Asked = z.output<typeof taskQuery>

/** Reads the address: what is left empty or makes no sense narrows nothing. */
export function askedOf(query: (name: string) => string | undefined): Asked {
  const said = Object.keys(taskQuery.shape).flatMap((name) => (query(name) ? [[name, query(name)]] : []))
  return taskQuery.safeParse(Object.fromEntries(said)).data ?? {}
}

/** The tasks that an address asks for; each thing it names narrows them. Who answers for them, bodies tell. */
export function chosen<T extends Task>(all: readonly T[], asked: Asked): T[] {
  const loose = new Set(asked.unlinked ? unlinked(all).map((each) => each.task.no) : [])
  const fits = (task: T) =>
    (!asked.area || task.area === asked.area) &&
    (!asked.goal || task.goal === asked.goal) &&
    (!asked.group || task.groups.includes(asked.group)) &&
    (!asked.article || task.articles.some((each) => each === asked.article)) &&
    (!asked.indicator || task.indicators.includes(asked.indicator)) &&
    (!asked.unlinked || loose.has(task.no))
  return all.filter(fits)
}
