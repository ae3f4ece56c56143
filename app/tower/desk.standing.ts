import { allBodies, type Bodies, holdersOf, versionOn } from '#bodies/index.ts'
import { holder } from '#kit/audience.ts'
import type { City } from '#kit/city.ts'
import { todayOf } from '#kit/day-asked.ts'
import { NotFound } from '#kit/found.ts'
import { type Day, dayAt } from '#kit/time.ts'
import type { Viewer } from '#kit/view.ts'
import type { Ctx } from '#kit/web.ts'

/** Whoever sees to human rights in a body, or answers for it. */
const seeing = ['hr-officer', 'officer', 'head'] as const

export const atDesk = holder(...seeing, 'editor', 'secretary')

/** What somebody may look at here. */
export type Standing = {
  bodies: Bodies
  today: Day
  /** The office that keeps the plan, if they work there. */
  office: string | undefined
  /** Whether they decide for the whole city: head of its government, or of whoever decides between bodies. */
  decides: boolean
  /** The committees whose secretary they are. */
  committees: readonly string[]
  /** The bodies for which they see to human rights or answer. */
  own: readonly string[]
}

export async function standingOf(city: City, viewer: Viewer): Promise<Standing> {
  const today = dayAt(city.clock.now(), city.facts.timeZone)
  const bodies = await allBodies(city.reads)
  const { planning, measuring, coordination } = city.facts.procedures ?? {}
  const roles = viewer.kind === 'person' ? viewer.roles : []
  const now = (key: string | undefined) => (key ? holdersOf(bodies, key, today).map((each) => each.key) : [])
  const office = now(planning?.office ?? measuring?.office)
  const deciding = now(coordination?.to)
  const isGovernment = (key: string) => bodies.get(key)?.kind === 'government'
  return {
    bodies,
    today,
    office: office.find((key) => roles.some((each) => each.body === key && isDoing(each.role))),
    decides: roles.some(
      ({ role, body }) =>
        (role === 'head' && isGovernment(body)) ||
        ((role === 'head' || role === 'officer') && deciding.includes(body)),
    ),
    committees: roles.filter(({ role }) => role === 'secretary').map(({ body }) => body),
    own: [
      ...new Set(roles.filter(({ role }) => seeing.some((each) => each === role)).map(({ body }) => body)),
    ].filter((key) => versionOf(bodies, key, today)),
  }
}

const isDoing = (role: string): boolean => role === 'editor' || seeing.some((each) => each === role)

const versionOf = (bodies: Bodies, key: string, today: Day) => {
  const body = bodies.get(key)
  return body && versionOn(body, today)
}

/** Whoever looks over the whole city. */
export const looksOver = ({ office, decides }: Standing): boolean => office !== undefined || decides

/** A body of today that the viewer may look into. @throws NotFound of one that is none, or another's. */
export async function bodyAt(c: Ctx, key: string): Promise<Standing> {
  const { city, view } = c.var
  const standing = await standingOf(city, view.viewer)
  const mayLook = looksOver(standing) || standing.own.includes(key)
  if (!mayLook || !versionOf(standing.bodies, key, todayOf(view))) throw new NotFound()
  return standing
}

/** Whoever looks over the whole city. @throws NotFound to everybody else. */
export async function overAll(c: Ctx): Promise<Standing> {
  const standing = await standingOf(c.var.city, c.var.view.viewer)
  if (!looksOver(standing)) throw new NotFound()
  return standing
}
