import type * as files from '#city/index.ts'
import type { BodyKind, BodyVersion, IsoDay, Precision, Succession, Term } from '#city/index.ts'
import { canonical } from '#kit/canonical.ts'
import type { Day } from '#kit/time.ts'

export type Post = files.Post & { terms: Term[] }

/** A body of the city over all its time. */
export type Body = files.Body & { posts: Post[]; successions: Succession[] }

export type Bodies = ReadonlyMap<string, Body>

/** Bodies as the files say them, each with all that concerns it, its versions oldest first and closed. */
export function gather(city: Pick<files.CityFiles, 'bodies' | 'posts' | 'terms' | 'successions'>): Body[] {
  return city.bodies.map((body) => ({
    ...body,
    versions: closed(body.versions),
    posts: city.posts
      .filter((post) => post.body === body.key)
      .map((post) => ({
        ...post,
        terms: city.terms.filter((term) => term.post === post.key).sort((a, b) => before(a.from, b.from)),
      })),
    successions: city.successions
      .filter(({ from, to }) => from.includes(body.key) || to.includes(body.key))
      .sort((a, b) => before(a.on, b.on)),
  }))
}

/** A version without a last day lasts until the next one begins. */
function closed(versions: readonly BodyVersion[]): BodyVersion[] {
  const inTurn = versions.toSorted((a, b) => before(a.from, b.from))
  return inTurn.map((version, at) => {
    const next = inTurn[at + 1]
    return version.until || !next ? version : { ...version, until: dayBefore(next.from) }
  })
}

export const before = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
export const dayAfter = (day: IsoDay): IsoDay => Temporal.PlainDate.from(day).add({ days: 1 }).toString()
const dayBefore = (day: IsoDay): IsoDay => Temporal.PlainDate.from(day).subtract({ days: 1 }).toString()

export type Span = { from?: IsoDay | undefined; until?: IsoDay | undefined }

/** Whether a day lies in a span; both its ends belong to it. */
export const within = (span: Span, on: Day): boolean =>
  (!span.from || span.from <= on.toString()) && (!span.until || on.toString() <= span.until)

/** What a body was on a day; nothing before it began and after it ended. */
export const versionOn = (body: Body, on: Day): BodyVersion | undefined =>
  body.versions.find((each) => within(each, on))

/** By which version to speak of a body on a day: before it began by its first, after it ended by its last. */
export const shownOn = (body: Body, on: Day): BodyVersion =>
  body.versions.findLast((each) => each.from <= on.toString()) ?? body.versions[0]!

/** The days on which a body began and ended. */
export const lifeOf = ({ versions }: Body): { from: IsoDay; until: IsoDay | undefined } => ({
  from: versions[0]!.from,
  until: versions.at(-1)!.until,
})

/** Who holds a post on a day. */
export const holderOn = (post: Post, on: Day): Term | undefined => post.terms.find((each) => within(each, on))

/** Whether somebody should hold a post on a day and nobody does. Where no holder is written down at all, nobody knows. */
export const isVacant = (post: Post, on: Day): boolean =>
  within(post, on) && post.terms.length > 0 && !holderOn(post, on)

export type Branch = { body: Body; version: BodyVersion; children: Branch[] }

/** The bodies that stand on a day, each under its parent; those whose parent does not stand are at the top. */
export function treeOn(bodies: Bodies, on: Day): Branch[] {
  const branches = new Map<string, Branch>()
  for (const body of bodies.values()) {
    const version = versionOn(body, on)
    if (version) branches.set(body.key, { body, version, children: [] })
  }
  const roots: Branch[] = []
  for (const branch of branches.values()) {
    const parent = branches.get(branch.version.parent ?? '')
    ;(parent ? parent.children : roots).push(branch)
  }
  for (const branch of branches.values()) branch.children.sort(inOrder)
  return roots.sort((a, b) => rank(a) - rank(b) || inOrder(a, b))
}

/** What people look for first: the city itself, its council, then the offices of its districts. */
const first: readonly BodyKind[] = ['government', 'council', 'district-office', 'education-office']
const rank = ({ body }: Branch): number => (first.indexOf(body.kind) + first.length + 1) % (first.length + 1)

const inOrder = (a: Branch, b: Branch): number =>
  (a.body.order ?? Infinity) - (b.body.order ?? Infinity) || before(a.body.key, b.body.key)

export type Happening = {
  on: IsoDay
  precision: Precision
  what: 'began' | 'changed' | 'moved' | 'ended' | Succession['kind']
  /** Keys of the bodies it happened to. */
  bodies: string[]
  succession?: Succession
}

/** Everything that happened to the bodies of a city, oldest first; what a succession says is not said twice. */
export function happenings(bodies: Bodies): Happening[] {
  const successions = successionsOf(bodies)
  const told = new Set(
    successions.flatMap(({ on, from, to }) => [...from, ...to].map((key) => `${on} ${key}`)),
  )
  const own = together(
    [...bodies.values()].flatMap(ownHappenings).filter(({ on, bodies: [key] }) => !told.has(`${on} ${key}`)),
  )
  const shared = successions.map(
    (each): Happening => ({
      on: each.on,
      precision: each.precision,
      what: each.kind,
      bodies: [...new Set([...each.from, ...each.to])],
      succession: each,
    }),
  )
  return [...own, ...shared].sort((a, b) => before(a.on, b.on))
}

/** What happened to many on one day is one happening. */
const together = (all: readonly Happening[]): Happening[] =>
  [...Map.groupBy(all, ({ on, what }) => `${on} ${what}`).values()].map((same) => ({
    ...same[0]!,
    bodies: same.flatMap((each) => each.bodies),
  }))

function ownHappenings({ key, versions }: Body): Happening[] {
  const last = versions.at(-1)!
  return [
    ...versions.flatMap((version, at): Happening[] => {
      const what = at === 0 ? 'began' : changeOf(versions[at - 1]!, version)
      return what ? [{ on: version.from, precision: version.precision, what, bodies: [key] }] : []
    }),
    ...(last.until
      ? [{ on: dayAfter(last.until), precision: last.precision, what: 'ended' as const, bodies: [key] }]
      : []),
  ]
}

/** What a new version of a body tells; one may only know less than the one before. */
function changeOf(then: BodyVersion, now: BodyVersion): 'changed' | 'moved' | undefined {
  const differs = (part: keyof BodyVersion) =>
    now[part] !== undefined && canonical(then[part] ?? null) !== canonical(now[part])
  if ((['name', 'staff', 'units', 'duties', 'basis'] as const).some(differs)) return 'changed'
  return differs('parent') ? 'moved' : undefined
}

/** Every succession once, oldest first. */
export function successionsOf(bodies: Bodies): Succession[] {
  const all = [...bodies.values()].flatMap((body) => body.successions)
  return [...new Map(all.map((each) => [each.key, each])).values()].sort((a, b) => before(a.on, b.on))
}
