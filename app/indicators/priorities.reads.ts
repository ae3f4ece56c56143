import type { Reads } from '#kit/db.ts'
import type { PublicForm } from '#kit/room.ts'
import { type Priority, prioritiesOf } from './reads.ts'

/** The priorities of a year as outsiders may compare them with the record. */
export const priorityForm = (all: readonly Priority[]): PublicForm => ({
  chosen: all.map(({ indicator, place, criteria, reason, lang }) => ({
    indicator,
    place,
    criteria,
    reason,
    lang,
  })),
})

export async function publishedPriorities(reads: Reads, year: string): Promise<PublicForm | undefined> {
  if (!/^\d{4}$/.test(year)) return undefined
  const all = await prioritiesOf(reads, Number(year))
  return all.length > 0 ? priorityForm(all) : undefined
}
