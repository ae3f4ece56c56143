import type { CityFiles } from '#city/index.ts'
import type { City } from '#kit/city.ts'
import { type Day, dayAt, type Instant } from '#kit/time.ts'
import type { Lang } from '#kit/words.ts'
import { castOf, demoPeople, settleNeighbour } from '#people/index.ts'
import { petitionActs } from '#petitions/index.ts'
import type { Actor } from '#record/index.ts'
import type { PetitionStory } from './story.ts'

/** A city in which a story is played, and whom and what it knows of so far. */
export type World = {
  city: City
  /** The day on which the story ends. */
  today: Day
  means: ReturnType<typeof petitionActs.meansOf>
  /** The city's own language, in which its offices write. */
  lang: Lang
  cast: ReadonlyMap<string, number>
  tasks: readonly { key: string; role: string; body: string }[]
  /** The numbers of petitions by the keys of the story. */
  petitions: Map<string, number>
  authors: Map<string, Author>
  /** The plans of the story by its keys, with the numbers of what was found, remarked and drafted, in turn. */
  plans: Map<string, { key: string; findings: number[]; remarks: number[]; actions: number[] }>
  /** What was promised, by the key of what was answered. */
  pledges: Map<string, { id: number; lead: string }[]>
}

export type Author = Parameters<typeof petitionActs.file>[4]

/** @throws Error naming who is not of the cast */
export function personOf({ cast }: World, key: string): number {
  const person = cast.get(key)
  if (person === undefined) throw new Error(`Nobody of the cast is called “${key}”.`)
  return person
}

export async function worldOf(
  city: City,
  { files, secret, today }: { files: CityFiles; secret: Uint8Array; today: Day },
): Promise<World> {
  const began = dayAt(city.clock.now(), city.facts.timeZone)
  return {
    city,
    today,
    means: petitionActs.meansOf({ secret }),
    lang: city.facts.languages[0]!,
    cast: await castOf(city.reads),
    tasks: demoPeople.flatMap(({ key, tasks }) =>
      tasks.flatMap(([role, where]) => where(files, began).map((body) => ({ key, role, body }))),
    ),
    petitions: new Map(),
    authors: new Map(),
    plans: new Map(),
    pledges: new Map(),
  }
}

/** Who speaks for a body: of the cast whoever has a task there, and otherwise anybody who works for the city. */
export function speakingFor({ tasks, cast }: World, body: string): { as: string; person: number } {
  const holder = tasks.find((each) => each.body === body && each.role !== 'editor')
  return { as: body, person: cast.get(holder?.key ?? 'gaon')! }
}

/** As whom somebody of the cast acts in a role. */
export function inRole({ tasks, cast }: World, key: string, role: string): { as: string; person: number } {
  const { body } = tasks.findLast((each) => each.key === key && each.role === role)!
  return { as: body, person: cast.get(key)! }
}

/** Whoever brings a petition: somebody with an account, with a name, with neither, or whom a clerk helps. */
export async function authorOf(world: World, { who, key }: PetitionStory): Promise<Author> {
  if (who === 'anonymous') return { way: 'anonymous', by: { as: 'resident' } }
  if (typeof who === 'string') {
    const person = personOf(world, who)
    return { way: 'account', by: { as: 'resident', person }, person }
  }
  if ('name' in who) return { way: 'no-account', by: { as: 'resident' } }
  const person = await settleNeighbour(world.city, { key: `${key}-author`, name: who.for })
  return { way: 'clerk', by: { as: 'clerk for resident', person }, person }
}

export const resident = (person: number): Actor => ({ as: 'resident', person })

/** A clock that is turned by hand. */
export function handTurned(first: Instant) {
  let now = first
  return {
    clock: { now: () => now },
    turnTo: (at: Instant) => {
      now = at
    },
  }
}
