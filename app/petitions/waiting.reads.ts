import { and, asc, eq, inArray, isNotNull, isNull, lte, or, type SQL, sql } from 'drizzle-orm'
import { allBodies, type Bodies } from '#bodies/index.ts'
import { leftOver } from '#committees/index.ts'
import type { City } from '#kit/city.ts'
import { idOf, ref, roomOf } from '#kit/ref.ts'
import type { Waiting } from '#kit/room.ts'
import { dayAt, type Instant, startOf } from '#kit/time.ts'
import type { Viewer } from '#kit/view.ts'
import { bodiesOf, dutiesOf } from './competence.reads.ts'
import { countsOf, owedBy } from './desk.reads.ts'
import { proceduresOf } from './procedure.ts'
import { answers, hearings, moderations, objections, petitions } from './tables.ts'
import { type DeskWords, en } from './words.desk.en.ts'
import { ko } from './words.desk.ko.ts'

/** No desk shows more of one kind; its own page has all. */
const most = 20

/** How long before a no is to be looked at again its body is told. */
const ahead = { days: 14 }

type Task = { id: number; title: string; lang: string; hiddenAt: Instant | null; dueAt: Instant | null }
type Kind = Exclude<keyof DeskWords['desk']['waiting'], 'more' | 'answeredFirst'>
type Desk = { city: City; bodies: Bodies; duties: readonly string[]; at: Instant }

const task = {
  id: petitions.id,
  title: petitions.title,
  lang: petitions.lang,
  hiddenAt: petitions.hiddenAt,
  dueAt: petitions.dueAt,
}

/** What waits for whoever speaks for a body: answers, and everything else that somebody of the city has to decide. */
export async function waiting(city: City, viewer: Viewer): Promise<Waiting[]> {
  const desk = await deskOf(city, viewer)
  if (!desk) return []
  const { duties, at } = desk
  const { rows } = await owedBy(city.reads, duties, { show: 'all', at, after: undefined, limit: most })
  const { all } = await countsOf(city.reads, duties, at)
  const more = all - rows.length
  return [
    ...rows.map((row) => item('answer', row)),
    ...(more > 0
      ? [{ title: inBoth(({ more: says }) => says(more)), href: '/desk/petitions', turn: 'mine' as const }]
      : []),
    ...(await tasksOf(desk)),
  ]
}

/** The same without the answers, beside which it stands: what is due first comes first. */
export async function otherTasks(city: City, viewer: Viewer): Promise<Waiting[]> {
  const desk = await deskOf(city, viewer)
  return desk ? (await tasksOf(desk)).toSorted(byDue) : []
}

const byDue = (a: Waiting, b: Waiting): number =>
  a.dueAt && b.dueAt ? Temporal.Instant.compare(a.dueAt, b.dueAt) : Number(!a.dueAt) - Number(!b.dueAt)

async function deskOf(city: City, viewer: Viewer): Promise<Desk | undefined> {
  const own = bodiesOf(viewer)
  if (own.length === 0 || !city.facts.procedures) return undefined
  const bodies = await allBodies(city.reads)
  const at = city.clock.now()
  return { city, bodies, at, duties: dutiesOf(bodies, own, dayAt(at, city.facts.timeZone)) }
}

async function tasksOf(desk: Desk): Promise<Waiting[]> {
  const kinds: [Kind, (desk: Desk) => Promise<Task[]>][] = [
    ['objection', objectionsFor],
    ['appeal', appealsFor],
    ['lane', lanesFor],
    ['agenda', agendaFor],
    ['report', reportsFor],
    ['review', reviewsFor],
  ]
  const found = await Array.fromAsync(kinds, async ([kind, tasksFor]) =>
    (await tasksFor(desk)).map((one) => item(kind, one)),
  )
  return [...found.flat(), ...(await answeredFirst(desk))]
}

/** Procedures in which one of the viewer’s bodies has this part. */
const proceduresOfMine = ({ city, duties }: Desk, part: 'intake' | 'committee'): string[] =>
  proceduresOf(city.facts)
    .petitions.filter((each) => duties.includes(each[part] ?? ''))
    .map(({ key }) => key)

const objectionsFor = ({ city, duties }: Desk): Promise<Task[]> =>
  city.reads
    .select({ ...task, dueAt: objections.dueAt })
    .from(objections)
    .innerJoin(petitions, eq(petitions.id, objections.petition))
    .where(and(inArray(objections.to, [...duties]), isNull(objections.decidedAt)))
    .orderBy(asc(objections.dueAt))
    .limit(most)

const appealsFor = ({ city, duties }: Desk): Promise<Task[]> =>
  city.reads
    .select({ ...task, dueAt: moderations.appealDueAt })
    .from(moderations)
    .innerJoin(petitions, eq(petitions.id, moderations.petition))
    .where(
      and(
        inArray(moderations.appealTo, [...duties]),
        isNotNull(moderations.appealedAt),
        isNull(moderations.decidedAt),
      ),
    )
    .orderBy(asc(moderations.appealDueAt))
    .limit(most)

const isAlive = and(isNull(petitions.withdrawnAt), isNull(petitions.mergedAt))

const lanesFor = (desk: Desk): Promise<Task[]> =>
  desk.city.reads
    .select(task)
    .from(petitions)
    .where(
      and(
        inArray(petitions.procedure, proceduresOfMine(desk, 'intake')),
        isNotNull(petitions.laneAskedAt),
        isNull(petitions.laneDecidedAt),
        isNull(petitions.answeredAt),
        isAlive,
      ),
    )
    .orderBy(asc(petitions.laneAskedAt))
    .limit(most)

/** What no sitting has taken up, or one that was called off, or that put it off. */
async function awaitsAgenda(desk: Desk): Promise<SQL | undefined> {
  const { city } = desk
  const mine = proceduresOfMine(desk, 'committee')
  if (mine.length === 0) return undefined
  const left = await leftOver(city.reads, ...desk.duties)
  const again = left
    .filter(({ about }) => roomOf(about) === 'petitions')
    .map(({ about, committee, no }) =>
      and(
        eq(petitions.id, Number(idOf(about))),
        eq(petitions.reviewIn, ref('committees', `${committee}/sittings/${no}`)),
      ),
    )
  return and(
    or(inArray(petitions.procedure, mine), inArray(petitions.filedAs, mine)),
    isNotNull(petitions.reviewedFrom),
    or(isNull(petitions.reviewIn), ...again),
    isNull(petitions.hiddenAt),
    isAlive,
  )
}

async function agendaFor(desk: Desk): Promise<Task[]> {
  const waits = await awaitsAgenda(desk)
  if (!waits) return []
  return desk.city.reads
    .select({ ...task, dueAt: petitions.dueAt })
    .from(petitions)
    .where(and(waits, isNull(petitions.answeredAt)))
    .orderBy(asc(petitions.reviewedFrom))
    .limit(most)
}

/** One line for all that the committee still may take up, though the answer did not wait for it. */
async function answeredFirst(desk: Desk): Promise<Waiting[]> {
  const waits = await awaitsAgenda(desk)
  const count =
    waits && (await desk.city.reads.$count(petitions, and(waits, isNotNull(petitions.answeredAt))))
  if (!count) return []
  const title = inBoth((says) => says.answeredFirst(count))
  return [{ title, href: '/petitions?support=committee', turn: 'mine' }]
}

/** No rule says by when what was heard is to be published. */
const reportsFor = ({ city, duties, at }: Desk): Promise<Task[]> =>
  city.reads
    .select({ ...task, dueAt: sql<null>`null` })
    .from(hearings)
    .innerJoin(petitions, eq(petitions.id, hearings.petition))
    .where(
      and(
        inArray(hearings.body, [...duties]),
        lte(hearings.startsAt, at),
        isNull(hearings.cancelledAt),
        isNull(hearings.reportedAt),
      ),
    )
    .orderBy(asc(hearings.startsAt))
    .limit(most)

async function reviewsFor({ city, duties, at }: Desk): Promise<Task[]> {
  const { timeZone } = city.facts
  const rows = await city.reads
    .select({ ...task, on: answers.reviewOn })
    .from(answers)
    .innerJoin(petitions, eq(petitions.id, answers.petition))
    .where(
      and(
        lte(answers.reviewOn, dayAt(at, timeZone).add(ahead)),
        isNull(answers.reviewedAt),
        inArray(petitions.body, [...duties]),
        isNotNull(petitions.answeredAt),
        isNull(petitions.objectedAt),
        isAlive,
      ),
    )
    .orderBy(asc(answers.reviewOn))
    .limit(most)
  return rows.map(({ on, ...row }) => ({ ...row, dueAt: on && startOf(on.add({ days: 1 }), timeZone) }))
}

function item(kind: Kind, { id, title, lang, hiddenAt, dueAt }: Task): Waiting {
  return {
    title: inBoth((says) => says[kind]),
    of: hiddenAt ? inBoth((_, { hiddenTitle }) => hiddenTitle(id)) : { [lang]: title },
    href: `/desk/petitions/${id}`,
    ...(dueAt && { dueAt }),
    turn: 'mine',
  }
}

const inBoth = (
  says: (waiting: DeskWords['desk']['waiting'], desk: DeskWords['desk']) => string,
): Waiting['title'] => ({
  en: says(en.desk.waiting, en.desk),
  ko: says(ko.desk.waiting, ko.desk),
})
