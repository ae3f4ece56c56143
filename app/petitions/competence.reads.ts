import { allBodies, type Bodies, holdersOf } from '#bodies/index.ts'
import { holdsIn } from '#kit/audience.ts'
import type { CityFacts } from '#kit/city.ts'
import type { Reads } from '#kit/db.ts'
import { Refusal } from '#kit/refusal.ts'
import { type Day, dayAt, type Instant } from '#kit/time.ts'
import type { Viewer } from '#kit/view.ts'
import { type Petition, supportedBy } from './petition.ts'
import { procedureOf, proceduresOf } from './procedure.ts'

/** In which offices somebody speaks for their body. */
export const spokespeople = ['officer', 'head', 'secretary', 'auditor', 'ombudsman'] as const

/** As which body somebody may do what is a body’s to do: itself, or whoever has followed it. */
export const actingAs = (viewer: Viewer, bodies: Bodies, body: string, on: Day): string | undefined =>
  holdersOf(bodies, body, on).find(({ key }) => holdsIn(viewer, key, ...spokespeople))?.key

/** Every body, of today or of the past, whose affairs are now with one of these. */
export const dutiesOf = (bodies: Bodies, holders: readonly string[], on: Day): string[] =>
  [...bodies.keys()].filter((body) => holdersOf(bodies, body, on).some(({ key }) => holders.includes(key)))

/** The bodies for which somebody speaks. */
export const bodiesOf = (viewer: Viewer): string[] =>
  viewer.kind === 'person'
    ? viewer.roles.filter(({ role }) => spokespeople.some((each) => each === role)).map(({ body }) => body)
    : []

/** @throws Refusal unless a body is, or has followed, one of those whose turn it is. */
export async function checkTurn(
  reads: Reads,
  { timeZone }: CityFacts,
  at: Instant,
  acting: string,
  turn: readonly (string | undefined)[],
): Promise<void> {
  const bodies = await allBodies(reads)
  const allowed = turn.flatMap((each) => (each ? holdersOf(bodies, each, dayAt(at, timeZone)) : []))
  if (!allowed.some(({ key }) => key === acting)) throw new Refusal('site.not-allowed')
}

/** Who may take what steps, by the petition and the city’s files. */
export function turnsOf(facts: CityFacts, petition: Pick<Petition, 'body' | 'procedure' | 'filedAs'>) {
  const { body, procedure } = petition
  const { intake, committee = procedureOf(facts, supportedBy(petition)).committee } = procedureOf(
    facts,
    procedure,
  )
  return { body, intake, committee, moderator: proceduresOf(facts).moderator }
}

/** The first of a remedy’s bodies that did not say the no itself, under whatever name it goes today. */
export function hearerOf(
  bodies: Bodies,
  candidates: readonly string[],
  naysayers: readonly string[],
  on: Day,
): string | undefined {
  const keys = (all: readonly string[]) =>
    all.flatMap((each) => holdersOf(bodies, each, on).map(({ key }) => key))
  const said = new Set([...naysayers, ...keys(naysayers)])
  return candidates.find((each) => {
    const holders = keys([each])
    return holders.length > 0 && !said.has(each) && !holders.some((key) => said.has(key))
  })
}
