import { allBodies, type Body, versionOn } from '#bodies/index.ts'
import { keptBetween, openRequests, scorecards } from '#commitments/index.ts'
import { type Headline, headlineNow } from '#indicators/index.ts'
import type { City } from '#kit/city.ts'
import type { Reads } from '#kit/db.ts'
import { reckoned } from '#kit/reckoned.ts'
import { dayAt, type Instant, startOf } from '#kit/time.ts'
import { chargesWith } from '#people/index.ts'
import { answeringOf } from '#petitions/index.ts'
import { loadOf, silentBodies } from '#plan/index.ts'
import { isLate, lateAmong, type Matter, quarterOf } from './matter.ts'
import { mattersOf } from './matters.reads.ts'
import { type Seat, seatsOn } from './officers.ts'

/** Everything that pages about the whole city show. */
export async function overviewOf(city: City) {
  const at = city.clock.now()
  const today = dayAt(at, city.facts.timeZone)
  const { reads, facts } = city
  const quarter = quarterOf(today)
  const matters = await mattersOf(city)
  const bodies = await allBodies(reads)
  const seats = await seatsOf(city)
  const requests = await openRequests(reads, at)
  const headline = await headlineOf(city)
  const kept = await keptBetween(
    reads,
    startOf(quarter.from, facts.timeZone),
    startOf(quarter.until.add({ days: 1 }), facts.timeZone),
    3,
  )
  const silent = await silentBodies(reads, facts, at)
  const late = lateAmong(matters, today)
  const asked = matters.filter(({ kind }) => kind === 'recommendation')
  const overdue = asked.filter((each) => isLate(each, today)).length
  const recommendations = { overdue, waiting: asked.length - overdue }
  return { at, today, bodies, matters, late, seats, requests, headline, kept, silent, recommendations }
}

/** From how much on that is owed the pages for everybody may be some seconds old. */
const many = 300

const lately = new WeakMap<City, (reads: Reads, at: Instant) => Promise<Overview>>()

/** The same for the pages that everybody may open. */
export function overviewNow(city: City): Promise<Overview> {
  const known =
    lately.get(city) ??
    reckoned(
      () => overviewOf(city),
      ({ matters }) => matters.length > many,
    )
  lately.set(city, known)
  return known(city.reads, city.clock.now())
}

export type Overview = Awaited<ReturnType<typeof overviewOf>>

/** What became worse; nothing where the city measures nothing here. */
export async function headlineOf({ reads, facts, clock }: City): Promise<Headline | undefined> {
  const headline = await headlineNow(reads, facts, clock.now())
  return headline.all > 0 ? headline : undefined
}

/** Who sees to human rights where; nothing where the city has not said where somebody has to. */
export async function seatsOf({ reads, facts, clock }: City): Promise<Seat[] | undefined> {
  const officers = facts.procedures?.officers
  if (!officers) return undefined
  const today = dayAt(clock.now(), facts.timeZone)
  const bodies = [...(await allBodies(reads)).values()].filter(({ kind }) => officers.in.includes(kind))
  const standing = bodies.toSorted(inOrder).flatMap((body) => {
    const version = versionOn(body, today)
    return version ? [{ body: body.key, name: version.name }] : []
  })
  return seatsOn(standing, await chargesWith(reads, 'hr-officer'), today)
}

const inOrder = (a: Body, b: Body): number =>
  (a.order ?? Infinity) - (b.order ?? Infinity) || (a.key < b.key ? -1 : 1)

/** What a body carries: each thing once, for what presses most about it. */
export type Carried = { body: string; late: number; red: number; amber: number; due: number; open: number }

/** What every body carries that carries anything. */
export async function loadsOf(city: City, matters: readonly Matter[]): Promise<Carried[]> {
  const { reads, facts, clock } = city
  const at = clock.now()
  const today = dayAt(at, facts.timeZone)
  const cards = await scorecards(reads, { at, timeZone: facts.timeZone })
  const answering = await answeringOf(reads, at)
  const plan = await loadOf(reads, facts, at)
  const keys = new Set([...matters.flatMap(({ bodies }) => bodies), ...cards.map(({ body }) => body)])
  return [...keys]
    .map((body) => {
      const own = matters.filter(({ bodies }) => bodies.includes(body))
      const late = own.filter((each) => isLate(each, today)).length
      const { red = 0, amber = 0 } = plan.find((each) => each.body === body) ?? {}
      const promised = own.filter(({ kind }) => kind === 'promise' || kind === 'silence').length
      const promises = (cards.find((each) => each.body === body)?.open ?? 0) - promised - red - amber
      const asked = own.filter(({ kind }) => kind === 'petition').length
      const petitions = (answering.find((each) => each.body === body)?.open ?? 0) - asked
      const open = Math.max(0, promises) + Math.max(0, petitions)
      return { body, late, red, amber, due: own.length - late, open }
    })
    .filter(({ late, red, amber, due, open }) => late + red + amber + due + open > 0)
}
