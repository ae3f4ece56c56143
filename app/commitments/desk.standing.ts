import { allBodies, type Bodies, holdersOf } from '#bodies/index.ts'
import type { City } from '#kit/city.ts'
import { todayOf } from '#kit/day-asked.ts'
import { found } from '#kit/found.ts'
import { type Day, dayAt, type Instant } from '#kit/time.ts'
import type { Viewer } from '#kit/view.ts'
import type { Ctx } from '#kit/web.ts'
import { unsignedBy } from './commitment.ts'
import { keysOf } from './desk.reads.ts'
import { isIndependent, partiesOf } from './party.reads.ts'
import { isAnswerable, isPromised, requestStateOf, wordOf, wordsFor } from './request.ts'
import { liftedRequests, type RequestLine, requestsFor, requestsOf } from './requests.reads.ts'
import { idOf } from './routes.tsx'
import { wholeCommitment } from './whole.reads.ts'

export const doing = ['officer', 'head'] as const
export const checking = ['secretary', 'auditor', 'attestor'] as const

/** The bodies for which somebody holds one of these roles. */
export const bodiesOf = (viewer: Viewer, roles: readonly string[]): string[] =>
  viewer.kind === 'person'
    ? viewer.roles.filter((each) => roles.includes(each.role)).map((each) => each.body)
    : []

export const requestFormNames = ['help-decisions', 'help-answers', 'help-results', 'help-words'] as const
export type RequestForm = (typeof requestFormNames)[number]

/** A form of a request that is somebody's, as which body, whether they may fill it in now, and whether others wait for it. */
export type RequestTurn = {
  name: RequestForm
  request: RequestLine
  as: string
  may: boolean
  awaited: boolean
}

type Desk = { bodies: Bodies; own: readonly string[]; to: string | undefined; today: Day; at: Instant }

/** The part that these bodies have in a request, and what they may do about it now. */
export function turnsOf({ bodies, own, to, today, at }: Desk, request: RequestLine): RequestTurn[] {
  const ownFor = (body: string | undefined) =>
    body === undefined
      ? undefined
      : own.find((each) => holdersOf(bodies, body, today).some(({ key }) => key === each))
  const [decider, helper, asker] = [to, request.helper, request.asker].map(ownFor)
  const said = wordOf(request.last)
  const turn = (name: RequestForm, as: string | undefined, may: boolean, awaited = true): RequestTurn[] =>
    as === undefined ? [] : [{ name, request, as, may, awaited: may && awaited }]
  return [
    ...turn('help-decisions', decider, requestStateOf(request, at) === 'lifted'),
    ...turn('help-answers', helper, isAnswerable(request), said !== 'declined'),
    ...turn('help-results', helper, isPromised(request)),
    ...turn('help-words', asker, wordsFor(request).length > 0, said === 'declined' || said === 'done'),
  ]
}

/** Every request in which the viewer's bodies have a part, as asking, asked or deciding, and what they may do about it. */
export async function requestDesk(city: City, viewer: Viewer) {
  const own = bodiesOf(viewer, doing)
  const at = city.clock.now()
  const today = dayAt(at, city.facts.timeZone)
  const bodies = await allBodies(city.reads)
  const to = city.facts.procedures?.coordination?.to
  const decides = to !== undefined && holdersOf(bodies, to, today).some(({ key }) => own.includes(key))
  const concerning = await requestsOf(city.reads, keysOf(bodies, own, today))
  const lifted = decides ? await liftedRequests(city.reads, at) : []
  const isNew = (one: RequestLine) =>
    !concerning.some((each) => each.commitment === one.commitment && each.asked === one.asked)
  const requests = [...lifted.filter(isNew), ...concerning]
  const turns = requests.flatMap((each) => turnsOf({ bodies, own, to, today, at }, each))
  return { requests, turns: turns.filter(({ may }) => may) }
}

/** A commitment as the viewer stands to it: as its lead, as one who works on it, as one asked for help, as a stranger. */
export async function standingIn(c: Ctx) {
  const { city, view } = c.var
  const whole = await found(wholeCommitment(city.reads, idOf(c)))
  const bodies = await allBodies(city.reads)
  const today = todayOf(view)
  const { commitment } = whole
  const parties = partiesOf(bodies, commitment, today)
  const own = bodiesOf(view.viewer, doing)
  const requests = await requestsFor(city.reads, commitment.id)
  const to = city.facts.procedures?.coordination?.to
  const unsigned = partiesOf(bodies, { lead: '', joint: unsignedBy(commitment), supporting: [] }, today).lead
  return {
    whole,
    bodies,
    asFirst: own.find((each) => parties.first.includes(each)),
    asLead: own.find((each) => parties.lead.includes(each)),
    asSigner: own.find((each) => unsigned.includes(each)),
    asParty: own.find((each) => parties.involved.includes(each)),
    turns: requests.flatMap((each) => turnsOf({ bodies, own, to, today, at: view.at }, each)),
    asStranger: bodiesOf(view.viewer, checking).find((each) =>
      isIndependent(bodies, each, parties.involved, today),
    ),
  }
}

export type Standing = Awaited<ReturnType<typeof standingIn>>

/** The requests for which a form is the viewer's to fill in. */
export const turnsFor = ({ turns }: Standing, name: string): RequestTurn[] =>
  turns.filter((each) => each.may && each.name === name)
