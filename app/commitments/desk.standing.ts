import { allBodies } from '#bodies/index.ts'
import { todayOf } from '#kit/day-asked.ts'
import { found } from '#kit/found.ts'
import type { Viewer } from '#kit/view.ts'
import type { Ctx } from '#kit/web.ts'
import { isIndependent, partiesOf } from './party.reads.ts'
import { idOf } from './routes.tsx'
import { wholeCommitment } from './whole.reads.ts'

export const doing = ['officer', 'head'] as const
export const checking = ['secretary', 'auditor', 'attestor'] as const

/** The bodies for which somebody holds one of these roles. */
export const bodiesOf = (viewer: Viewer, roles: readonly string[]): string[] =>
  viewer.kind === 'person'
    ? viewer.roles.filter((each) => roles.includes(each.role)).map((each) => each.body)
    : []

/** A commitment as the viewer stands to it: as its lead, as one who works on it, as one asked for help, as a stranger. */
export async function standingIn(c: Ctx) {
  const { city, view } = c.var
  const whole = await found(wholeCommitment(city.reads, idOf(c)))
  const bodies = await allBodies(city.reads)
  const today = todayOf(view)
  const parties = partiesOf(bodies, whole.commitment, today)
  const own = bodiesOf(view.viewer, doing)
  const asked = whole.helps
    .filter((each) => each.answered === null)
    .flatMap(({ asked, of }) =>
      partiesOf(bodies, { lead: of, supporting: [] }, today).lead.map((body) => ({ asked, body })),
    )
  return {
    whole,
    bodies,
    asLead: own.find((each) => parties.lead.includes(each)),
    asParty: own.find((each) => parties.involved.includes(each)),
    asHelper: asked.filter(({ body }) => own.includes(body)),
    asStranger: bodiesOf(view.viewer, checking).find((each) =>
      isIndependent(bodies, each, parties.involved, today),
    ),
  }
}

export type Standing = Awaited<ReturnType<typeof standingIn>>
