import type { Succession } from '#city/index.ts'
import type { Day } from '#kit/time.ts'
import { type Bodies, type Body, versionOn } from './body.ts'

/** Who answers on some day for what a body owed, and how it came to that. */
export type Holder = {
  key: string
  /** `parent` where a body ended and nobody was named to succeed it: what it owed goes up, never away. */
  by: 'itself' | 'succession' | 'parent'
  through: Succession[]
}

/**
 * Who answers on a day for what a body owed: itself while it stands, then whoever succeeded it, over any number
 * of steps. More than one when it was split.
 */
export function holdersOf(bodies: Bodies, key: string, on: Day): Holder[] {
  const found = follow(bodies, key, on, { by: 'itself', through: [] }, new Set())
  return [...new Map(found.map((each) => [each.key, each])).values()]
}

function follow(bodies: Bodies, key: string, on: Day, how: Omit<Holder, 'key'>, seen: Set<string>): Holder[] {
  const body = bodies.get(key)
  if (!body || seen.has(key)) return []
  if (versionOn(body, on)) return [{ key, ...how }]
  seen.add(key)
  const passed = passedOn(body, on)
  if (passed.length > 0) {
    return passed.flatMap((each) =>
      each.to.flatMap((next) => {
        const through = [...how.through, each]
        return follow(bodies, next, on, { by: how.by === 'parent' ? 'parent' : 'succession', through }, seen)
      }),
    )
  }
  const last = body.versions.findLast((each) => each.from <= on.toString())
  return last?.parent ? follow(bodies, last.parent, on, { ...how, by: 'parent' }, seen) : []
}

/** By which successions a body that has ended gave away what it owed: where one took all, the last such; else every part. */
function passedOn({ key, successions }: Body, on: Day): Succession[] {
  const gone = successions.filter(
    ({ from, to, on: since, kind, passes }) =>
      kind !== 'renamed' &&
      passes !== 'none' &&
      since <= on.toString() &&
      from.includes(key) &&
      to.some((each) => each !== key),
  )
  const whole = gone.findLast((each) => each.passes === 'all')
  return whole ? gone.filter((each) => each.on === whole.on && each.passes === 'all') : gone
}

/** The bodies that have followed a body by some day, wholly or in part, whether or not it still stands. */
export function successorsOf(bodies: Bodies, key: string, on: Day): string[] {
  const all = related(bodies, key, ({ from, to, on: since }, each) =>
    from.includes(each) && since <= on.toString() ? to : [],
  )
  return all.filter((each) => each !== key)
}

/** A body with all that came before it and all that followed, and with whom it was joined: oldest first. */
export function family(bodies: Bodies, key: string): Body[] {
  const keys = new Set([
    ...related(bodies, key, ({ from, to }, each) => (from.includes(each) ? to : [])),
    ...related(bodies, key, ({ from, to }, each) => (to.includes(each) ? from : [])),
  ])
  const joined = [...keys].flatMap((each) =>
    (bodies.get(each)?.successions ?? [])
      .filter(({ to }) => to.some((next) => keys.has(next)))
      .flatMap(({ from }) => from),
  )
  return [...new Set([...keys, ...joined])]
    .flatMap((each) => bodies.get(each) ?? [])
    .sort((a, b) => (a.versions[0]!.from < b.versions[0]!.from ? -1 : 1))
}

function related(
  bodies: Bodies,
  key: string,
  step: (succession: Succession, key: string) => string[],
): string[] {
  const found = new Set([key])
  for (const each of found)
    for (const succession of bodies.get(each)?.successions ?? [])
      for (const next of step(succession, each)) found.add(next)
  return [...found]
}
