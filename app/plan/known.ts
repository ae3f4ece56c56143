import type { Localized } from '#kit/words.ts'
import type { TaskParts } from './plan.ts'

/** Something that a task can name, and all the ways in which people write it. */
export type Named = { key: string; name: Localized; also: readonly string[] }

/** Everything that a task of a plan can name today. */
export type Known = Readonly<
  Record<'areas' | 'goals' | 'articles' | 'groups' | 'bodies' | 'indicators' | 'findings', readonly Named[]>
>

type Naming = Pick<
  TaskParts,
  'area' | 'goal' | 'articles' | 'groups' | 'leads' | 'supporting' | 'indicators' | 'findings'
>

/** Each part of a task that names something, and among what. */
export const namings = {
  area: 'areas',
  goal: 'goals',
  articles: 'articles',
  groups: 'groups',
  leads: 'bodies',
  supporting: 'bodies',
  indicators: 'indicators',
  findings: 'findings',
} as const satisfies Record<keyof Naming, keyof Known>

/** The first thing that a task names and that there is not. */
export function unknownIn(known: Known, task: Naming): { field: keyof Naming; said: string } | undefined {
  for (const field of Object.keys(namings) as (keyof Naming)[]) {
    const keys = new Set(known[namings[field]].map((each) => each.key))
    const all = [task[field] ?? []].flat().filter((each) => each !== '' || keys.size > 0)
    const said = all.find((each) => !keys.has(String(each)))
    if (said !== undefined) return { field, said: String(said) }
  }
  return undefined
}

/** The key of what somebody wrote: by its key, its name in any language, or its number. */
export function keyOf(all: readonly Named[], said: string): string | undefined {
  const wanted = folded(said)
  return all.find((each) =>
    [each.key, ...Object.values(each.name), ...each.also].some((way) => folded(way) === wanted),
  )?.key
}

const folded = (text: string): string => text.toLowerCase().replaceAll(/\s+/g, '')
