import { and, asc, eq, gt, inArray, isNotNull, isNull, or } from 'drizzle-orm'
import { allBodies, bodyByKey, holderOn } from '#bodies/index.ts'
import type { Committee } from '#city/index.ts'
import type { Reads } from '#kit/db.ts'
import { idOf, type Ref } from '#kit/ref.ts'
import type { Day, Instant } from '#kit/time.ts'
import type { Localized } from '#kit/words.ts'
import type { Membership } from './membership.ts'
import type { Item, Sitting } from './sitting.ts'
import * as tables from './tables.ts'
import type { Waiver } from './watch.ts'

const { committees, memberships, people, waivers, sittings, items, attendance, itemRecusals } = tables

export async function allCommittees(reads: Reads): Promise<Committee[]> {
  const rows = await reads
    .select({ doc: committees.doc })
    .from(committees)
    .where(isNull(committees.withdrawnAt))
    .orderBy(asc(committees.key))
  return rows.map((row) => row.doc)
}

export async function committeeByKey(reads: Reads, key: string): Promise<Committee | undefined> {
  const [row] = await reads
    .select({ doc: committees.doc })
    .from(committees)
    .where(and(eq(committees.key, key), isNull(committees.withdrawnAt)))
  return row?.doc
}

/** What a committee is called now. */
export async function titleOf(reads: Reads, key: string): Promise<Localized> {
  return (await bodyByKey(reads, key))?.versions.at(-1)?.name ?? { en: key }
}

const membership = {
  id: memberships.id,
  committee: memberships.committee,
  seat: memberships.seat,
  person: memberships.person,
  publishedAs: people.publishedAs,
  from: memberships.from,
  until: memberships.until,
  appointedAt: memberships.appointedAt,
  withdrawnAt: memberships.withdrawnAt,
  endedOn: memberships.endedOn,
  ground: memberships.ground,
}

const everyMembership = (reads: Reads) =>
  reads.select(membership).from(memberships).innerJoin(people, eq(people.id, memberships.person))

/** Every membership of a committee, past, present and proposed. */
export const membershipsOf = (reads: Reads, committee: string): Promise<Membership[]> =>
  everyMembership(reads)
    .where(eq(memberships.committee, committee))
    .orderBy(asc(memberships.from), asc(memberships.id))

/** Everything a person was ever proposed for. */
export const membershipsOfPerson = (reads: Reads, person: number): Promise<Membership[]> =>
  everyMembership(reads).where(eq(memberships.person, person)).orderBy(asc(memberships.from))

export const allMemberships = (reads: Reads): Promise<Membership[]> =>
  everyMembership(reads).where(isNotNull(memberships.appointedAt)).orderBy(asc(memberships.from))

/** The names by which secretaries know people. Never for the public. */
export async function knownNames(reads: Reads): Promise<Map<number, string>> {
  const rows = await reads.select({ id: people.id, name: people.name }).from(people).orderBy(asc(people.name))
  return new Map(rows.map((row) => [row.id, row.name]))
}

export const waiversOf = (reads: Reads, committee: string): Promise<Waiver[]> =>
  reads.select().from(waivers).where(eq(waivers.committee, committee)).orderBy(asc(waivers.id))

/** The sittings of committees, newest first. */
export async function sittingsOf(reads: Reads, ...keys: string[]): Promise<Sitting[]> {
  if (keys.length === 0) return []
  return whole(reads, await reads.select().from(sittings).where(inArray(sittings.committee, keys)))
}

export async function sittingByNo(reads: Reads, committee: string, no: number): Promise<Sitting | undefined> {
  const rows = await reads
    .select()
    .from(sittings)
    .where(and(eq(sittings.committee, committee), eq(sittings.no, no)))
  return (await whole(reads, rows))[0]
}

/** The sittings of committees that are called and have not begun, the next first. */
export async function sittingsToCome(
  reads: Reads,
  at: Instant,
  ...keys: string[]
): Promise<{ committee: string; no: number; startsAt: Instant }[]> {
  return reads
    .select({ committee: sittings.committee, no: sittings.no, startsAt: sittings.startsAt })
    .from(sittings)
    .where(
      and(
        inArray(sittings.committee, keys),
        gt(sittings.startsAt, at),
        isNull(sittings.cancelledAt),
        isNull(sittings.publishedAt),
      ),
    )
    .orderBy(asc(sittings.startsAt))
}

/** Things of other rooms that stood on the agenda of a sitting that was called off, or that put them off. */
export async function leftOver(
  reads: Reads,
  ...keys: string[]
): Promise<{ about: Ref; committee: string; no: number }[]> {
  const rows = await reads
    .select({ about: items.about, committee: sittings.committee, no: sittings.no })
    .from(items)
    .innerJoin(sittings, eq(sittings.id, items.sitting))
    .where(
      and(
        inArray(sittings.committee, keys),
        isNotNull(items.about),
        or(isNotNull(sittings.cancelledAt), eq(items.outcome, 'deferred')),
      ),
    )
  return rows.flatMap(({ about, ...sitting }) => (about ? [{ about, ...sitting }] : []))
}

/** A sitting by its reference. */
export async function sittingAt(reads: Reads, about: Ref): Promise<Sitting | undefined> {
  const [committee = '', , no] = idOf(about).split('/')
  return sittingByNo(reads, committee, Number(no))
}

async function whole(reads: Reads, rows: (typeof sittings.$inferSelect)[]): Promise<Sitting[]> {
  if (rows.length === 0) return []
  const ids = rows.map((row) => row.id)
  const present = await reads
    .select()
    .from(attendance)
    .where(inArray(attendance.sitting, ids))
    .orderBy(asc(attendance.member))
  const recused = await reads
    .select()
    .from(itemRecusals)
    .where(inArray(itemRecusals.sitting, ids))
    .orderBy(asc(itemRecusals.member))
  const agenda = await reads.select().from(items).where(inArray(items.sitting, ids)).orderBy(asc(items.no))
  return rows
    .map(({ attendanceAt, publishedAt, publishedText, publishedLang, ...row }) => ({
      ...row,
      attendance: attendanceAt
        ? present
            .filter((each) => each.sitting === row.id)
            .map(({ member, presence }) => ({ member, presence }))
        : null,
      items: agenda
        .filter((each) => each.sitting === row.id)
        .map(
          ({ sitting: _, ...item }): Item => ({
            ...item,
            recusals: recused
              .filter((each) => each.sitting === row.id && each.item === item.no)
              .map(({ member, kind, interest }) => ({ member, kind, interest })),
          }),
        ),
      published: publishedAt
        ? { at: publishedAt, text: publishedText ?? '', lang: publishedLang ?? row.lang }
        : null,
    }))
    .sort((a, b) => Temporal.Instant.compare(b.startsAt, a.startsAt))
}

/** Who holds each post by which somebody may sit on a committee, as the city's files name them. */
export async function officeHolders(reads: Reads, on: Day): Promise<Map<string, Localized>> {
  const posts = [...(await allBodies(reads)).values()].flatMap((body) => body.posts)
  return new Map(posts.map((post) => [post.key, holderOn(post, on)?.holder ?? post.name]))
}
