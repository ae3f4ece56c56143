import { and, eq } from 'drizzle-orm'
import type { Committee } from '#city/index.ts'
import type { City } from '#kit/city.ts'
import type { Tx } from '#kit/db.ts'
import { found } from '#kit/found.ts'
import { type Ref, ref } from '#kit/ref.ts'
import { type Facts, Refusal } from '#kit/refusal.ts'
import { type Day, dayAt, type Instant, isBefore } from '#kit/time.ts'
import { type Actor, act, type Entry } from '#record/index.ts'
import { indexThing } from '#search/index.ts'
import { findableSitting, sittingTitle } from './findable.ts'
import { sittingForm } from './forms.ts'
import { countIfTime } from './members.actions.ts'
import { membersOn } from './members.ts'
import { committeeByKey, membershipsOf, sittingByNo, titleOf } from './reads.ts'
import { checkRecommendable, recommend } from './recommendations.actions.ts'
import { rulesOn } from './rules.reads.ts'
import {
  type Ballot,
  checkDecidable,
  checkDemand,
  checkMayVote,
  checkNotice,
  checkOpen,
  type Item,
  mayVoteOn,
  type Outcome,
  type Presence,
  quorumOf,
  type Recusal,
  type Sitting,
  votesNeeded,
} from './sitting.ts'
import { attendance, committees, itemRecusals, items, sittings } from './tables.ts'

export type Call = Pick<Sitting, 'kind' | 'startsAt' | 'minutes' | 'place' | 'mode' | 'lang'> & {
  demandedBy?: 'chair' | 'members' | undefined
  demands?: number | undefined
  urgency?: string | undefined
  agenda: readonly string[]
}

/** Calls a sitting: the notice is this act, so its date cannot be mistaken later. */
export function call(city: City, by: Actor, key: string, draft: Call): Promise<number> {
  return act(city, by, async (tx, at) => {
    const [row] = await tx.select().from(committees).where(eq(committees.key, key)).for('update')
    const committee = await found(row && !row.withdrawnAt ? row.doc : undefined)
    const { timeZone } = city.facts
    const on = dayAt(draft.startsAt, timeZone)
    const rules = rulesOn(city.facts, committee, on)
    checkNotice(rules.notice, dayAt(at, timeZone), on, draft.urgency)
    if (draft.demandedBy === 'members') {
      checkDemand(rules.extraMeeting, draft.demands, (await membersThen(tx, committee, on)).length)
    }
    const no = (await tx.$count(sittings, eq(sittings.committee, key))) + 1
    const { agenda, demandedBy, demands, urgency, ...fields } = draft
    const extra =
      draft.kind === 'extra' ? { demandedBy: demandedBy ?? 'chair', demands: demands ?? null } : {}
    const [sitting] = await tx
      .insert(sittings)
      .values({ committee: key, no, calledAt: at, urgency: urgency ?? null, ...fields, ...extra })
      .returning({ id: sittings.id })
    const first = agenda.map((title, index) => {
      return { sitting: sitting!.id, no: index + 1, title, lang: draft.lang, proposedBy: 'chair' as const }
    })
    if (first.length > 0) await tx.insert(items).values(first)
    const entry = await entryOf(tx, key, no, 'committees.sitting-called', { on: String(on) })
    return { result: no, entries: [entry, ...(await countIfTime(city, tx, committee, at))] }
  })
}

const membersThen = async (tx: Tx, committee: Committee, on: Day) =>
  membersOn(committee, await membershipsOf(tx, committee.key), new Map(), on)

export type ItemDraft = Pick<Item, 'title' | 'lang' | 'proposedBy'> & {
  text?: string | undefined
  closed?: Item['closed'] | undefined
  demands?: number | undefined
}

/** Puts something on the agenda; a third of the members can, whatever the chair thinks. */
export function addItem(city: City, by: Actor, key: string, no: number, draft: ItemDraft): Promise<void> {
  return onSitting(city, by, key, no, async ({ tx, sitting, committee, on }) => {
    if (draft.proposedBy === 'third') {
      const members = await membersThen(tx, committee, on)
      checkDemand(rulesOn(city.facts, committee, on).extraMeeting, draft.demands, members.length)
    }
    const { demands: _, ...fields } = draft
    const last = sitting.items.at(-1)?.no ?? 0
    await tx.insert(items).values({ sitting: sitting.id, no: last + 1, ...fields })
    return { what: 'committees.item-added', facts: { item: last + 1 } }
  })
}

/**
 * Puts a thing of another room on the agenda of a sitting that is still to come; for use inside the act that
 * decides it. @returns the reference of the sitting, and what the record says of it.
 */
export async function putOnAgenda(
  tx: Tx,
  at: Instant,
  key: string,
  no: number,
  thing: Pick<Item, 'about' | 'title' | 'lang' | 'proposedBy'>,
): Promise<{ sitting: Ref; entry: Entry }> {
  const where = and(eq(sittings.committee, key), eq(sittings.no, no))
  await tx.select({ id: sittings.id }).from(sittings).where(where).for('update')
  const sitting = await found(sittingByNo(tx, key, no))
  checkOpen(sitting)
  if (!isBefore(at, sitting.startsAt)) throw new Refusal('committees.has-begun', {}, 'sitting')
  const item = (sitting.items.at(-1)?.no ?? 0) + 1
  await tx.insert(items).values({ sitting: sitting.id, no: item, ...thing })
  const entry = await entryOf(tx, key, no, 'committees.item-added', { item })
  return { sitting: entry.about, entry }
}

/** Says that the papers have gone out to every member. */
export function sendPapers(city: City, by: Actor, key: string, no: number): Promise<void> {
  return onSitting(city, by, key, no, async ({ tx, sitting, at }) => {
    if (sitting.papersAt) throw new Refusal('committees.papers-sent-already')
    await tx.update(sittings).set({ papersAt: at }).where(eq(sittings.id, sitting.id))
    return { what: 'committees.papers-sent' }
  })
}

/** Calls a sitting off, with the reason. Not once it was held. */
export function cancel(city: City, by: Actor, key: string, no: number, reason: string): Promise<void> {
  return onSitting(city, by, key, no, async ({ tx, sitting, at }) => {
    if (sitting.attendance) throw new Refusal('committees.was-held')
    await tx
      .update(sittings)
      .set({ cancelledAt: at, cancelledFor: reason })
      .where(eq(sittings.id, sitting.id))
    return { what: 'committees.sitting-cancelled' }
  })
}

/** Writes down who was there; whoever is named neither present nor excused was absent. */
export function record(
  city: City,
  by: Actor,
  key: string,
  no: number,
  who: { present: readonly string[]; excused: readonly string[] },
): Promise<void> {
  return onSitting(city, by, key, no, async ({ tx, sitting, committee, at, on }) => {
    if (Temporal.Instant.compare(at, sitting.startsAt) < 0) throw new Refusal('committees.not-begun')
    if (sitting.items.some((each) => each.decidedAt)) throw new Refusal('committees.already-decided')
    const members = await membersThen(tx, committee, on)
    const rows = members.map((each): { member: string; presence: Presence } => ({
      member: each.ref,
      presence: who.present.includes(each.ref)
        ? 'present'
        : who.excused.includes(each.ref)
          ? 'excused'
          : 'absent',
    }))
    await tx.delete(attendance).where(eq(attendance.sitting, sitting.id))
    await tx.insert(attendance).values(rows.map((each) => ({ sitting: sitting.id, ...each })))
    await tx.update(sittings).set({ attendanceAt: at }).where(eq(sittings.id, sitting.id))
    const present = rows.filter((each) => each.presence === 'present').length
    return { what: 'committees.attendance-recorded', facts: { present, members: rows.length } }
  })
}

/** Keeps a member out of an item. */
export function recuse(
  city: City,
  by: Actor,
  key: string,
  no: number,
  itemNo: number,
  recusal: Recusal,
): Promise<void> {
  return onSitting(city, by, key, no, async ({ tx, sitting, committee, on }) => {
    const item = await found(sitting.items.find((each) => each.no === itemNo))
    if (item.decidedAt) throw new Refusal('committees.already-decided')
    const members = await membersThen(tx, committee, on)
    if (!members.some((each) => each.ref === recusal.member))
      throw new Refusal('committees.nobody-named', {}, 'member')
    const row = { sitting: sitting.id, item: itemNo, ...recusal }
    await tx.insert(itemRecusals).values(row).onConflictDoNothing()
    return { what: 'committees.member-recused', facts: { item: itemNo } }
  })
}

export type Decision = {
  outcome: Outcome
  text: string
  votes: Record<Ballot, number>
  named?: readonly { member: string; vote: Ballot }[] | undefined
  recommendedTo?: string | undefined
}

/** Decides an item by the votes of those who were there and are not recused from it. */
export function decide(
  city: City,
  by: Actor,
  key: string,
  no: number,
  itemNo: number,
  decision: Decision,
): Promise<void> {
  return onSitting(city, by, key, no, async ({ tx, sitting, committee, at, on }) => {
    const item = await found(sitting.items.find((each) => each.no === itemNo))
    const rules = rulesOn(city.facts, committee, on)
    const members = sitting.attendance?.length ?? 0
    const quorum = quorumOf(rules.quorum, members)
    const needed = votesNeeded(rules.majority, mayVoteOn(sitting, item).length, members)
    for (const { member } of decision.named ?? []) checkMayVote(sitting, item, member)
    checkDecidable(sitting, item, { quorum, needed }, decision)
    const to = decision.recommendedTo
    if (to) await checkRecommendable(tx, item, decision.outcome, to, dayAt(at, city.facts.timeZone))
    await tx
      .update(items)
      .set({
        decidedAt: at,
        outcome: decision.outcome,
        decision: decision.text,
        votes: decision.votes,
        named: decision.named ? [...decision.named] : null,
        recommendedTo: decision.recommendedTo ?? null,
      })
      .where(and(eq(items.sitting, sitting.id), eq(items.no, itemNo)))
    const facts = { item: itemNo, outcome: decision.outcome }
    if (!to) return { what: 'committees.item-decided', facts }
    const made = { committee: key, no, sitting: sitting.id, item, body: to }
    return { what: 'committees.recommended', facts, also: [await recommend(city, tx, at, made)] }
  })
}

/** Makes the minutes public. From then on the sitting stands as it is. */
export function publishMinutes(
  city: City,
  by: Actor,
  key: string,
  no: number,
  minutes: { text: string; lang: string },
): Promise<void> {
  return onSitting(city, by, key, no, async ({ tx, sitting, at }) => {
    if (!sitting.attendance) throw new Refusal('committees.no-attendance')
    await tx
      .update(sittings)
      .set({ publishedAt: at, publishedText: minutes.text, publishedLang: minutes.lang })
      .where(eq(sittings.id, sitting.id))
    return { what: 'committees.minutes-published' }
  })
}

type OnSitting = { tx: Tx; at: Instant; committee: Committee; sitting: Sitting; on: Day }

/** Does something to a sitting that nobody else may touch meanwhile. */
function onSitting(
  city: City,
  by: Actor,
  key: string,
  no: number,
  work: (on: OnSitting) => Promise<Pick<Entry, 'what' | 'facts'> & { also?: Entry[] }>,
): Promise<void> {
  return act(city, by, async (tx, at) => {
    const where = and(eq(sittings.committee, key), eq(sittings.no, no))
    await tx.select({ id: sittings.id }).from(sittings).where(where).for('update')
    const committee = await found(committeeByKey(tx, key))
    const sitting = await found(sittingByNo(tx, key, no))
    checkOpen(sitting)
    const on = dayAt(sitting.startsAt, city.facts.timeZone)
    const { what, facts, also = [] } = await work({ tx, at, committee, sitting, on })
    return { entries: [await entryOf(tx, key, no, what, facts), ...also] }
  })
}

/** What the record says of a sitting, and what search finds of it, after it changed. */
async function entryOf(tx: Tx, key: string, no: number, what: string, facts: Facts = {}): Promise<Entry> {
  const sitting = await found(sittingByNo(tx, key, no))
  const about = ref('committees', `${key}/sittings/${no}`)
  const title = sittingTitle(await titleOf(tx, key), no)
  await indexThing(tx, findableSitting(about, title, sitting))
  return { what, facts, about, title, shows: sittingForm(sitting) }
}
