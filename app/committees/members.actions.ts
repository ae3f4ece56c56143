import { eq, inArray } from 'drizzle-orm'
import type { Committee } from '#city/index.ts'
import type { City } from '#kit/city.ts'
import type { Tx } from '#kit/db.ts'
import { found } from '#kit/found.ts'
import { ref } from '#kit/ref.ts'
import { Refusal } from '#kit/refusal.ts'
import { type Day, dayAt, holdsOn, type Instant } from '#kit/time.ts'
import { type Actor, act, type Entries, type Entry, forgettable } from '#record/index.ts'
import { genderKept, type Traits, youthKept } from './composition.ts'
import { committeeForm } from './forms.reads.ts'
import {
  exOfficio,
  type Ground,
  inOffice,
  isInOffice,
  type Membership,
  overlaps,
  renewalsBefore,
  roomLeft,
  seatsOn,
  stateOf,
} from './membership.ts'
import { membershipsOf, membershipsOfPerson, titleOf, waiversOf } from './reads.ts'
import { rulesOn } from './rules.reads.ts'
import { spanOf } from './rules.ts'
import { committees, memberships, people, waivers } from './tables.ts'
import { countAgain, countTraits, forgetTraits, keepTraits, replaceTraits } from './traits.actions.ts'
import { checkAppointable, type Finding, unanswered, watch } from './watch.ts'

export type Proposal = {
  seat: string
  /** Somebody who is known already, or the name of somebody new. */
  person?: number | undefined
  name?: string | undefined
  publishedAs?: string | undefined
  from: Day
  until?: Day | undefined
  traits: Traits
}

/** Puts somebody forward for a seat. What the rules would say is shown before anybody is appointed. */
export function propose(city: City, by: Actor, key: string, proposal: Proposal): Promise<number> {
  return act(city, by, async (tx, at) => {
    const committee = await locked(tx, key)
    const seat = committee.seats.find((each) => each.key === proposal.seat && each.by !== 'ex-officio')
    if (!seat) throw new Refusal('committees.no-such-seat', {}, 'seat')
    const until = proposal.until ?? lastDayFrom(city, committee, proposal.from)
    if (Temporal.PlainDate.compare(until, proposal.from) < 0)
      throw new Refusal('committees.ends-before', {}, 'until')
    const person = proposal.person ?? (await addPerson(tx, proposal))
    await checkNotYetMember(tx, key, person, { from: proposal.from, until })
    await keepTraits(tx, person, proposal.traits)
    const [row] = await tx
      .insert(memberships)
      .values({ committee: key, seat: seat.key, person, from: proposal.from, until, proposedAt: at })
      .returning({ id: memberships.id })
    const entry: Entry = {
      what: 'committees.member-proposed',
      about: ref('committees', key),
      visibility: 'internal',
    }
    return { result: row!.id, entries: [entry] }
  })
}

/** The last day of a term that begins on a day, by the committee's rule, or else a year. */
function lastDayFrom(city: City, committee: Committee, from: Day): Day {
  const rule = rulesOn(city.facts, committee, from).termLength
  return from.add(rule ? spanOf(rule) : { years: 1 }).subtract({ days: 1 })
}

async function addPerson(tx: Tx, { name, publishedAs }: Proposal): Promise<number> {
  if (!name) throw new Refusal('committees.nobody-named', {}, 'name')
  const [row] = await tx
    .insert(people)
    .values({ name, publishedAs: publishedAs ?? null })
    .returning({ id: people.id })
  return row!.id
}

async function checkNotYetMember(tx: Tx, key: string, person: number, term: { from: Day; until: Day }) {
  const [known] = await tx.select().from(people).where(eq(people.id, person)).for('update')
  if (!known) throw new Refusal('committees.nobody-named', {}, 'person')
  const others = await membershipsOfPerson(tx, person)
  if (others.some((each) => each.committee === key && !each.withdrawnAt && overlaps(each, term))) {
    throw new Refusal('committees.already-member', {}, 'person')
  }
}

export type WaiverDraft = { reason: string; lang: string; decidedBy: string; until: Day }

/** Appoints whoever was proposed, if every rule is kept or somebody answers for the breach in public. */
export function appoint(city: City, by: Actor, key: string, id: number, waiver?: WaiverDraft): Promise<void> {
  return act(city, by, async (tx, at) => {
    const committee = await locked(tx, key)
    const proposed = await found(proposal(tx, key, id))
    if (stateOf(proposed, dayAt(at, city.facts.timeZone)) !== 'proposed')
      throw new Refusal('committees.not-proposed')
    await tx.select().from(people).where(eq(people.id, proposed.person)).for('update')
    const { findings, on } = await outlookOf(city, tx, committee, proposed, at)
    await checkPlace(tx, committee, proposed, on)
    const granted = waiver ? await grant(tx, key, findings, waiver, on) : []
    checkAppointable(findings, await waiversOf(tx, key), on)
    await tx.update(memberships).set({ appointedAt: at }).where(eq(memberships.id, id))
    const appointed = {
      what: 'committees.member-appointed',
      facts: { seat: proposed.seat, until: String(proposed.until) },
    }
    return { entries: await entriesOf(city, tx, committee, at, [appointed, ...granted]) }
  })
}

async function checkPlace(tx: Tx, committee: Committee, { seat, from }: Membership, on: Day): Promise<void> {
  const day = Temporal.PlainDate.compare(from, on) > 0 ? from : on
  const place = seatsOn(committee, await membershipsOf(tx, committee.key), day).find(
    (each) => each.seat.key === seat,
  )
  if (place?.seat.count !== undefined && place.vacant === 0) throw new Refusal('committees.seat-taken')
}

/** What the rules would say to an appointment, on the day it would take effect. Reads only. */
export async function outlookOf(
  city: City,
  reads: Pick<City, 'reads'>['reads'],
  committee: Committee,
  proposed: Membership,
  at: Instant,
): Promise<{ findings: Finding[]; on: Day }> {
  const today = dayAt(at, city.facts.timeZone)
  const on = Temporal.PlainDate.compare(proposed.from, today) > 0 ? proposed.from : today
  const rules = rulesOn(city.facts, committee, on)
  const all = await membershipsOf(reads, committee.key)
  const { appointed } = inOffice(committee, all, on)
  const after = [...appointed.map((each) => each.person), proposed.person]
  const elsewhere = (await membershipsOfPerson(reads, proposed.person)).filter(
    (each) => each.committee !== committee.key && isInOffice(each, on),
  )
  const findings = watch(committee, rules, {
    counts: await countTraits(reads, after),
    room: roomLeft(committee, after.length, rules.size && Number(rules.size.value)),
    members: after.length + exOfficio(committee),
    seatsOfPerson: new Set(elsewhere.map((each) => each.committee)).size + 1,
    renewals: renewalsBefore(all, proposed.person, proposed.from),
    from: proposed.from,
    until: proposed.until,
  })
  return { findings, on }
}

/** One waiver for each breach that has none yet. */
async function grant(tx: Tx, key: string, findings: readonly Finding[], waiver: WaiverDraft, on: Day) {
  if (!holdsOn(on, undefined, waiver.until)) throw new Refusal('committees.waiver-ended', {}, 'waiverUntil')
  const open = unanswered(findings, await waiversOf(tx, key), on).filter((each) => !each.gate)
  if (open.length > 0) {
    await tx.insert(waivers).values(open.map(({ rule }) => ({ committee: key, rule, from: on, ...waiver })))
  }
  return open.map(({ rule }) => ({
    what: 'committees.waiver-granted',
    facts: { rule, decidedBy: waiver.decidedBy, until: String(waiver.until) },
  }))
}

/** Takes a proposal back. */
export function withdraw(city: City, by: Actor, key: string, id: number): Promise<void> {
  return act(city, by, async (tx, at) => {
    await locked(tx, key)
    const proposed = await found(proposal(tx, key, id))
    if (proposed.appointedAt || proposed.withdrawnAt) throw new Refusal('committees.not-proposed')
    await tx.update(memberships).set({ withdrawnAt: at }).where(eq(memberships.id, id))
    return {
      entries: [
        { what: 'committees.proposal-withdrawn', about: ref('committees', key), visibility: 'internal' },
      ],
    }
  })
}

/** Ends a membership before its term; the ground stays with the secretaries. */
export function endMembership(
  city: City,
  by: Actor,
  key: string,
  id: number,
  end: { on: Day; ground: Ground },
): Promise<void> {
  return act(city, by, async (tx, at) => {
    const committee = await locked(tx, key)
    const member = await found(proposal(tx, key, id))
    if (!member.appointedAt || member.endedOn || !holdsOn(end.on, member.from, member.until)) {
      throw new Refusal('committees.not-in-office', {}, 'on')
    }
    await tx.update(memberships).set({ endedOn: end.on, ground: end.ground }).where(eq(memberships.id, id))
    const left = { what: 'committees.member-left', facts: { seat: member.seat, on: String(end.on) } }
    return { entries: await entriesOf(city, tx, committee, at, [left]) }
  })
}

/** Shows a member under a name from now on, or by the seat only; in every committee alike. */
export function publishAs(
  city: City,
  by: Actor,
  key: string,
  id: number,
  name: string | null,
): Promise<void> {
  return act(city, by, async (tx) => {
    await locked(tx, key)
    const member = await found(proposal(tx, key, id))
    await tx.update(people).set({ publishedAs: name }).where(eq(people.id, member.person))
    const all = new Set((await membershipsOfPerson(tx, member.person)).map((each) => each.committee))
    // Each of them shows the name, so none may change meanwhile: the record would say of it what is no longer so.
    await tx
      .select()
      .from(committees)
      .where(inArray(committees.key, [...all]))
      .for('update')
    const entries: Entry[] = []
    for (const each of all) {
      entries.push({
        what: name ? 'committees.name-shown' : 'committees.name-hidden',
        about: ref('committees', each),
        title: await titleOf(tx, each),
        shows: (await committeeForm(tx, each)) ?? null,
      })
    }
    return { entries: entries as Entries }
  })
}

/** Keeps what a member says of themselves from now on. */
export function sayTraits(city: City, by: Actor, key: string, id: number, said: Traits): Promise<void> {
  return act(city, by, async (tx, at) => {
    const committee = await locked(tx, key)
    const member = await found(proposal(tx, key, id))
    await replaceTraits(tx, member.person, said)
    const kept: Entry = {
      what: 'committees.answer-kept',
      about: ref('committees', key),
      visibility: 'internal',
    }
    return { entries: [kept, ...(await countIfTime(city, tx, committee, at))] }
  })
}

/** Forgets, a year after somebody's last seat, what they had said of themselves. */
export function forgetOld(city: City): Promise<void> {
  const today = dayAt(city.clock.now(), city.facts.timeZone)
  return forgettable(city, (tx) => forgetTraits(tx, today.subtract({ years: 1 })))
}

async function locked(tx: Tx, key: string): Promise<Committee> {
  const [row] = await tx.select().from(committees).where(eq(committees.key, key)).for('update')
  return found(row && !row.withdrawnAt ? row.doc : undefined)
}

async function proposal(tx: Tx, key: string, id: number): Promise<Membership | undefined> {
  return (await membershipsOf(tx, key)).find((each) => each.id === id)
}

/** Entries that change what the public sees of a committee, with its new form; and a new count where it is time. */
async function entriesOf(
  city: City,
  tx: Tx,
  committee: Committee,
  at: Instant,
  happened: readonly Pick<Entry, 'what' | 'facts'>[],
): Promise<Entries> {
  const thing = { about: ref('committees', committee.key), title: await titleOf(tx, committee.key) }
  const more = await countIfTime(city, tx, committee, at)
  const shows = (await committeeForm(tx, committee.key)) ?? null
  const [first, ...others] = [...happened.map((each) => ({ ...each, ...thing })), ...more]
  return [{ ...first!, shows }, ...others.map((each) => ({ ...each, shows }))]
}

/** Counts the members anew where enough have come or gone, whatever else the act was about; the committee must be locked. */
export async function countIfTime(city: City, tx: Tx, committee: Committee, at: Instant): Promise<Entry[]> {
  const today = dayAt(at, city.facts.timeZone)
  const rules = rulesOn(city.facts, committee, today)
  const { appointed } = inOffice(committee, await membershipsOf(tx, committee.key), today)
  const room = roomLeft(committee, appointed.length, rules.size && Number(rules.size.value))
  const people = [...new Set(appointed.map((each) => each.person))]
  const done = await countAgain(tx, committee.key, today, people, (counts) => ({
    genderCap: rules.genderCap ? genderKept(counts, room, rules.genderCap.value) : null,
    youthShare: rules.youthShare ? youthKept(counts, room, rules.youthShare.value) : null,
  }))
  if (!done) return []
  const shows = (await committeeForm(tx, committee.key)) ?? null
  return [
    {
      what: 'committees.members-counted',
      about: ref('committees', committee.key),
      title: await titleOf(tx, committee.key),
      facts: { members: done.members },
      shows,
    },
  ]
}
