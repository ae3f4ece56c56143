import type { City } from '#kit/city.ts'
import type { View } from '#kit/view.ts'
import type { Tone } from '#ui/badges.tsx'
import type { Carried } from './overview.reads.ts'

/** What a body let pass without a word. */
export type Silence = { body: string; agreements: number; reports: number; since: string }

export async function planLoads(_city: City): Promise<Pick<Carried, 'body' | 'red' | 'amber'>[]> {
  return []
}

export async function silences(_city: City): Promise<Silence[]> {
  return []
}

/** How the plan in force stands in the year that runs. */
export type YearFacts = {
  path: string
  count: number
  standings: readonly { says(view: View): string; tone: Tone; count: number }[]
}

export async function yearNow(_city: City): Promise<YearFacts | undefined> {
  return undefined
}
