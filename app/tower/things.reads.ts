import { indicatorChoices } from '#indicators/index.ts'
import type { Reads } from '#kit/db.ts'
import { type Ref, ref } from '#kit/ref.ts'
import type { Localized } from '#kit/words.ts'
import { aboutTask, tasksFor } from '#plan/index.ts'

/** What a promise can be said to serve. */
export type Thing = { about: Ref; title: Localized }

/** Every indicator of the city. */
export const indicatorThings = async (reads: Reads): Promise<Thing[]> =>
  (await indicatorChoices(reads)).map(({ key, label }) => ({ about: ref('indicators', key), title: label }))

/** Every task of an approved plan, with its number. */
export const taskThings = async (reads: Reads): Promise<Thing[]> =>
  (await tasksFor(reads, {})).map((task) => ({ about: aboutTask(task), title: task.title }))

/** One of them by its address. */
export async function thingBy(reads: Reads, about: Ref): Promise<Thing | undefined> {
  const all = about.startsWith('indicators/') ? await indicatorThings(reads) : await taskThings(reads)
  return all.find((each) => each.about === about)
}
