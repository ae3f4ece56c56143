import { allBodies, shownOn } from '#bodies/index.ts'
import type { Committee } from '#city/index.ts'
import { holdsIn } from '#kit/audience.ts'
import type { City } from '#kit/city.ts'
import type { Waiting } from '#kit/room.ts'
import { type Day, dayAt, holdsOn, startOf } from '#kit/time.ts'
import type { Viewer } from '#kit/view.ts'
import { type Localized, say } from '#kit/words.ts'
import { isInOffice, lastDay, type Membership, seatsOn, stateOf } from './membership.ts'
import { allCommittees, membershipsOf, sittingsOf, waiversOf } from './reads.ts'
import { standing } from './routes.tsx'
import { rulesOn } from './rules.reads.ts'
import { lastDayBefore, minutesDue, nextRegularBy, regularByNow, type Sitting } from './sitting.ts'
import type { Waiver } from './watch.ts'
import { en, type Words } from './words.en.ts'
import { ko } from './words.ko.ts'

/** How long before a term or an exception ends its secretary is told. */
const ahead = { days: 60 }

/** What waits for the secretary of a committee: minutes, sittings to call, papers, terms, empty seats, exceptions. */
export async function waiting(city: City, viewer: Viewer): Promise<Waiting[]> {
  const all = viewer.kind === 'person' ? await allCommittees(city.reads) : []
  const own = all.filter((each) => holdsIn(viewer, each.key, 'secretary'))
  if (own.length === 0) return []
  const today = dayAt(city.clock.now(), city.facts.timeZone)
  const bodies = await allBodies(city.reads)
  const found = await Array.fromAsync(own, async (committee) => {
    const body = bodies.get(committee.key)
    const name: Localized = body ? shownOn(body, today).name : { en: committee.key }
    const memberships = await membershipsOf(city.reads, committee.key)
    const desk: Desk = { city, committee, name, today }
    return [
      ...ofSittings(desk, await sittingsOf(city.reads, committee.key)),
      ...ofMembers(desk, memberships),
      ...ofWaivers(desk, await waiversOf(city.reads, committee.key)),
    ]
  })
  return found.flat()
}

type Desk = { city: City; committee: Committee; name: Localized; today: Day }

function ofSittings(desk: Desk, sittings: readonly Sitting[]): Waiting[] {
  const { city, committee, today } = desk
  const { timeZone } = city.facts
  const at = city.clock.now()
  const single = sittings.flatMap((sitting) => {
    const state = standing(city, committee, sitting, at)
    const on = dayAt(sitting.startsAt, timeZone)
    const rules = rulesOn(city.facts, committee, on)
    const path = `/sittings/${sitting.no}`
    if (state === 'called' && !sitting.papersAt && rules.papers)
      return [
        waits(
          desk,
          path,
          (w, name) => w.papers(name, sitting.no),
          endOf(lastDayBefore(rules.papers, on), timeZone),
        ),
      ]
    const due = minutesDue(rules.minutes, on, city.facts)
    if (state === 'waiting for its record' || (state === 'minutes overdue' && !sitting.attendance))
      return [waits(desk, path, (w, name) => w.record(name, sitting.no), due && endOf(due, timeZone))]
    if (state === 'waiting for its minutes' || state === 'without a quorum' || state === 'minutes overdue')
      return [waits(desk, path, (w, name) => w.minutes(name, sitting.no), due && endOf(due, timeZone))]
    return []
  })
  return [...single, ...toCall(desk, sittings, today)]
}

const endOf = (day: Day, timeZone: string) => startOf(day.add({ days: 1 }), timeZone)

/** A regular sitting waits to be called once its part of the year has come and none is called. */
function toCall(desk: Desk, sittings: readonly Sitting[], today: Day): Waiting[] {
  const { city, committee } = desk
  const norm = rulesOn(city.facts, committee, today).regularMeetings
  if (!norm) return []
  const aYear = Number(norm.value)
  const regular = sittings.filter(
    (each) =>
      each.kind === 'regular' &&
      !each.cancelledAt &&
      dayAt(each.startsAt, city.facts.timeZone).year === today.year,
  ).length
  if (regular >= aYear || regular > regularByNow(aYear, today)) return []
  return [
    waits(
      desk,
      '/sittings/new',
      (w, name) => w.call(name),
      nextRegularBy(aYear, regular, today, city.facts.timeZone),
    ),
  ]
}

function ofMembers(desk: Desk, memberships: readonly Membership[]): Waiting[] {
  const { committee, today, city } = desk
  const soon = today.add(ahead)
  const ending = memberships.filter((each) => isInOffice(each, today) && holdsOn(lastDay(each), today, soon))
  const first = ending.map(lastDay).sort(Temporal.PlainDate.compare)[0]
  const proposed = memberships.filter((each) => stateOf(each, today) === 'proposed').length
  const vacant = seatsOn(committee, memberships, today).reduce((sum, each) => sum + each.vacant, 0)
  return [
    ...(first
      ? [waits(desk, '', (w, name) => w.terms(name, ending.length), endOf(first, city.facts.timeZone))]
      : []),
    ...(proposed > 0 ? [waits(desk, '', (w, name) => w.proposals(name, proposed))] : []),
    ...(vacant > 0 ? [waits(desk, '', (w, name) => w.vacancies(name, vacant))] : []),
  ]
}

const ofWaivers = (desk: Desk, waivers: readonly Waiver[]): Waiting[] =>
  waivers
    .filter((each) => holdsOn(each.until, desk.today, desk.today.add(ahead)))
    .map(({ rule, until }) =>
      waits(
        desk,
        '',
        (w, name, rules) => w.waiver(name, rules[rule]),
        endOf(until, desk.city.facts.timeZone),
      ),
    )

function waits(
  { committee, name, city }: Desk,
  path: string,
  title: (w: Words['desk']['waiting'], name: string, rules: Words['rules']) => string,
  dueAt?: Waiting['dueAt'],
): Waiting {
  const inLang = (lang: string, { desk, rules }: Words) =>
    title(desk.waiting, say(name, lang, city.facts.languages).text, rules)
  return {
    title: { en: inLang('en', en), ko: inLang('ko', ko) },
    href: `/desk/committees/${committee.key}${path}`,
    ...(dueAt && { dueAt }),
    turn: 'mine',
  }
}
