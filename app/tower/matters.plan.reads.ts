import type { Matter } from './matter.ts'
import type { Asked } from './matters.reads.ts'

/** What the year of the plan asks of bodies: their word to actions, and reports on quarters. */
export async function planMatters(_asked: Asked): Promise<Matter[]> {
  return []
}
