import { allBodies } from '#bodies/index.ts'
import { charterArticles } from '#charter/index.ts'
import type { City } from '#kit/city.ts'
import { todayOf } from '#kit/day-asked.ts'
import type { View } from '#kit/view.ts'
import type { Names } from './parts.tsx'

/** What everything that tasks name is called today. */
export const namesFor = async ({ reads, facts }: City, view: View): Promise<Names> => ({
  bodies: await allBodies(reads),
  articles: await charterArticles(reads),
  groups: facts.subjects.groups,
  on: todayOf(view),
})
