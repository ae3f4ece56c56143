import { type Bodies, holdersOf, versionOn } from '#bodies/index.ts'
import { Refusal } from '#kit/refusal.ts'
import type { Day } from '#kit/time.ts'
import type { CommitmentLine } from './commitment.ts'

/** Who answers for a commitment on a day: the bodies that were named, or those that followed them. */
export type Parties = {
  /** For its first lead, who keeps its plan. */
  first: readonly string[]
  /** For any of its leads. */
  lead: readonly string[]
  involved: readonly string[]
}

export function partiesOf(
  bodies: Bodies,
  { lead, joint, supporting }: Pick<CommitmentLine, 'lead' | 'joint' | 'supporting'>,
  today: Day,
): Parties {
  const now = (key: string) => holdersOf(bodies, key, today).map((each) => each.key)
  const every = (keys: readonly string[]) => [...new Set(keys.flatMap(now))]
  return {
    first: now(lead),
    lead: every([lead, ...joint]),
    involved: every([lead, ...joint, ...supporting]),
  }
}

/**
 * Whether a body is somebody else than those whose word it checks: none of them, nothing above or below them. That all
 * stand under the same government makes nobody kin.
 */
export function isIndependent(
  bodies: Bodies,
  body: string,
  involved: readonly string[],
  today: Day,
): boolean {
  const above = (key: string) => ancestorsOf(bodies, key, today)
  const isGovernment = (key: string) => bodies.get(key)?.kind === 'government'
  return involved.every(
    (each) =>
      each !== body &&
      !above(each).includes(body) &&
      !above(body).some((parent) => parent === each && !isGovernment(parent)),
  )
}

function ancestorsOf(bodies: Bodies, key: string, today: Day): string[] {
  const found: string[] = []
  for (let at: string | undefined = key; at; ) {
    const body = bodies.get(at)
    const parent: string | undefined = body && versionOn(body, today)?.parent
    if (!parent || found.includes(parent)) return found
    found.push(parent)
    at = parent
  }
  return found
}

/** @throws Refusal */
export function checkActsFor(body: string, whose: readonly string[]): void {
  if (!whose.includes(body)) throw new Refusal('commitments.not-yours')
}

/** @throws Refusal */
export function checkStands(bodies: Bodies, key: string, today: Day, field: string): void {
  const body = bodies.get(key)
  if (!body || !versionOn(body, today)) throw new Refusal('commitments.unknown-body', {}, field || undefined)
}
