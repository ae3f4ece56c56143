import { type Bodies, holdersOf } from '#bodies/index.ts'
import { holdsIn } from '#kit/audience.ts'
import type { Measuring } from '#kit/procedures.ts'
import type { Day } from '#kit/time.ts'
import type { Viewer } from '#kit/view.ts'
import type { Indicator, ReleaseStep, Side } from './indicator.ts'

/** Who works on figures at all; for which body, `handFor` says. */
export const working = ['officer', 'head', 'hr-officer', 'secretary', 'attestor'] as const

const everyone = ['officer', 'head', 'hr-officer']

type Of = { doc: Pick<Indicator, 'owner'>; by: Side }
type World = { bodies: Bodies; measuring: Measuring | undefined; today: Day }

/** Who answers today for the figures of an indicator: its owner or what followed it; without one the measuring office. */
export function ownersOf({ owner }: Pick<Indicator, 'owner'>, { bodies, measuring, today }: World): string[] {
  const holders = owner ? holdersOf(bodies, owner, today).map(({ key }) => key) : []
  return holders.length > 0 ? holders : officeOf({ bodies, measuring, today })
}

/** The measuring office, or what followed it. */
export function officeOf({ bodies, measuring, today }: World): string[] {
  return measuring ? holdersOf(bodies, measuring.office, today).map(({ key }) => key) : []
}

/**
 * The bodies whose hand a step needs, and the roles. What the owner measured the owner checks and its head approves,
 * and the measuring office publishes. What somebody else observed is never in the owner's hands.
 */
export function handsFor(
  step: ReleaseStep,
  { doc, by }: Of,
  world: World,
): { body: string; roles: string[] }[] {
  const office = officeOf(world)
  const owners = ownersOf(doc, world)
  const give = (bodies: readonly string[], ...roles: string[]) =>
    [...new Set(bodies)].map((body) => ({ body, roles }))
  if (step === 'published') return give(office, ...everyone)
  if (by === 'second') {
    const others = [...world.bodies.keys()].filter((each) => !owners.includes(each))
    if (step === 'checked') return give(office, 'officer', 'head')
    if (step === 'approved') return give(office, 'head')
    return [...give(office, ...everyone), ...give(others, 'attestor', 'secretary')]
  }
  if (step === 'entered') return give(owners, ...everyone)
  if (step === 'checked') return give([...owners, ...office], 'officer', 'head')
  return give(owners, 'head')
}

/** The body for which a viewer may take a step; none if they may not. */
export const handFor = (viewer: Viewer, step: ReleaseStep, of: Of, world: World): string | undefined =>
  handsFor(step, of, world).find(({ body, roles }) => holdsIn(viewer, body, ...roles))?.body
