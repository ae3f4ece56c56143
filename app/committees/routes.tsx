import { allBodies, type Bodies, nameOf, versionOn } from '#bodies/index.ts'
import { laws, namesOf } from '#charter/index.ts'
import type { Committee } from '#city/index.ts'
import { anyone } from '#kit/audience.ts'
import type { City } from '#kit/city.ts'
import { found, NotFound } from '#kit/found.ts'
import { list, whole } from '#kit/list.ts'
import { ref } from '#kit/ref.ts'
import { routes } from '#kit/routes.ts'
import { type Day, dayAt, type Instant } from '#kit/time.ts'
import type { View } from '#kit/view.ts'
import type { Ctx } from '#kit/web.ts'
import { followed } from '#people/index.ts'
import { historyOf } from '#record/index.ts'
import { href } from '#ui/href.ts'
import { calendarText } from './calendar.ts'
import { CommitteePage } from './committee.pages.tsx'
import { publishedForm } from './forms.reads.ts'
import { membersOn, refOf } from './members.ts'
import { inOffice, type Membership, seatsOn } from './membership.ts'
import { CommitteesPage, type Listed } from './pages.tsx'
import {
  allCommittees,
  allMemberships,
  committeeByKey,
  membershipsOf,
  officeHolders,
  sittingByNo,
  sittingsOf,
  waiversOf,
} from './reads.ts'
import { countsOf, recommendationsOf } from './recommendations.reads.ts'
import { rulesOn } from './rules.reads.ts'
import { SittingPage } from './sitting.pages.tsx'
import { minutesDue, presentAt, quorumOf, type Sitting, type State, stateOf } from './sitting.ts'
import { lastComposition } from './traits.actions.ts'
import { words } from './words.ts'

export const committeeRoutes = routes()

list<Listed>(committeeRoutes, {
  path: '/committees',
  audience: anyone,
  summary: 'The committees of the city with their members, vacancies, next sittings and overdue minutes',
  columns: [
    { key: 'key', label: (view) => words(view).key, value: (row) => row.committee.key },
    { key: 'name', label: (view) => words(view).name, value: (row) => row.name },
    { key: 'kind', label: (view) => words(view).kind, value: (row) => row.committee.kind },
    { key: 'members', label: (view) => words(view).members, value: (row) => row.members },
    { key: 'vacancies', label: (view) => words(view).vacancies, value: (row) => row.vacant },
    { key: 'next', label: (view) => words(view).next, value: (row) => row.next?.startsAt.toString() ?? null },
    { key: 'overdue', label: (view) => words(view).late, value: (row) => row.late },
  ],
  read: async (c) => whole(await listed(c.var.city, c.var.view)),
  page: (c, { rows }) => c.html(<CommitteesPage view={c.var.view} rows={rows} />),
})

async function listed(city: City, view: View): Promise<Listed[]> {
  const today = dayAt(view.at, view.timeZone)
  const bodies = await allBodies(city.reads)
  const committees = await allCommittees(city.reads)
  const memberships = await allMemberships(city.reads)
  const sittings = await sittingsOf(city.reads, ...committees.map((each) => each.key))
  return committees.map((committee) => {
    const own = memberships.filter((each) => each.committee === committee.key)
    const held = sittings.filter((each) => each.committee === committee.key)
    return {
      committee,
      name: nameOf(view, bodies, committee.key, today),
      members: inOffice(committee, own, today).members,
      stands: stands(bodies, committee.key, today),
      vacant: seatsOn(committee, own, today).reduce((sum, each) => sum + each.vacant, 0),
      next: held.findLast((each) => standing(city, committee, each, view.at) === 'called'),
      late: held.filter((each) => standing(city, committee, each, view.at) === 'minutes overdue').length,
    }
  })
}

const stands = (bodies: Bodies, key: string, today: Day): boolean => {
  const body = bodies.get(key)
  return !body || versionOn(body, today) !== undefined
}

/** How things stand with a sitting, by the rules of its day. */
export function standing(city: City, committee: Committee, sitting: Sitting, at: Instant): State {
  const { timeZone } = city.facts
  const on = dayAt(sitting.startsAt, timeZone)
  const rules = rulesOn(city.facts, committee, on)
  const due = minutesDue(rules.minutes, on, city.facts)
  return stateOf(sitting, at, due, quorumOf(rules.quorum, sitting.attendance?.length ?? 0), timeZone)
}

type Held = { sitting: Sitting; state: State; due: Day | undefined }

list<Held>(committeeRoutes, {
  path: '/committees/:key/sittings',
  audience: anyone,
  summary: 'The sittings of a committee, and whether their minutes were published in time',
  columns: [
    { key: 'no', label: (view) => words(view).sittings, value: ({ sitting }) => sitting.no },
    { key: 'kind', label: (view) => words(view).kind, value: ({ sitting }) => sitting.kind },
    {
      key: 'startsAt',
      label: (view) => words(view).when,
      value: ({ sitting }) => sitting.startsAt.toString(),
    },
    {
      key: 'calledAt',
      label: (view) => words(view).calledOn,
      value: ({ sitting }) => sitting.calledAt.toString(),
    },
    { key: 'state', label: (view) => words(view).state, value: ({ state }) => state },
    {
      key: 'members',
      label: (view) => words(view).members,
      value: ({ sitting }) => sitting.attendance?.length ?? null,
    },
    {
      key: 'present',
      label: (view) => words(view).presences.present,
      value: ({ sitting }) => (sitting.attendance ? presentAt(sitting) : null),
    },
    {
      key: 'minutesDue',
      label: (view) => words(view).minutesDue,
      value: ({ due }) => due?.toString() ?? null,
    },
    {
      key: 'minutesPublishedAt',
      label: (view) => words(view).sittingStates['minutes published'],
      value: ({ sitting }) => sitting.published?.at.toString() ?? null,
    },
  ],
  read: async (c) => {
    const { city, view } = c.var
    const committee = await found(committeeByKey(city.reads, c.req.param('key') ?? ''))
    const rows = (await sittingsOf(city.reads, committee.key)).map((sitting) => {
      const on = dayAt(sitting.startsAt, view.timeZone)
      const due = minutesDue(rulesOn(city.facts, committee, on).minutes, on, city.facts)
      return { sitting, state: standing(city, committee, sitting, view.at), due }
    })
    return whole(rows)
  },
  page: (c) => c.redirect(href(c.var.view, `/committees/${c.req.param('key')}#sittings`), 302),
})

list<Membership>(committeeRoutes, {
  path: '/committees/:key/members',
  audience: anyone,
  summary: 'Everybody who was ever appointed to a committee, by the name they agreed to or by their seat',
  columns: [
    { key: 'member', label: (view) => words(view).key, value: refOf },
    { key: 'seat', label: (view) => words(view).seat, value: (row) => row.seat },
    { key: 'name', label: (view) => words(view).member, value: (row) => row.publishedAs },
    { key: 'from', label: (view) => words(view).from, value: (row) => row.from.toString() },
    { key: 'until', label: (view) => words(view).termUntil, value: (row) => row.until.toString() },
    { key: 'endedOn', label: (view) => words(view).until, value: (row) => row.endedOn?.toString() ?? null },
  ],
  read: async (c) => {
    const { reads } = c.var.city
    const committee = await found(committeeByKey(reads, c.req.param('key') ?? ''))
    const rows = (await membershipsOf(reads, committee.key)).filter((each) => each.appointedAt)
    return whole(rows)
  },
  page: (c) => c.redirect(href(c.var.view, `/committees/${c.req.param('key')}#members`), 302),
})

committeeRoutes
  .get('/committees/:key{[a-z0-9-]+\\.ics}', anyone, async (c) => {
    const { city } = c.var
    const committee = await found(committeeByKey(city.reads, c.req.param('key').replace(/\.ics$/, '')))
    return new Response(await calendarOfSittings(city, c.var.view, committee), {
      headers: { 'content-type': 'text/calendar; charset=utf-8' },
    })
  })
  .get('/committees/:key', anyone, async (c) => {
    const { city, view } = c.var
    const committee = await found(committeeByKey(city.reads, c.req.param('key')))
    const today = dayAt(view.at, view.timeZone)
    const memberships = await membershipsOf(city.reads, committee.key)
    const sittings = await sittingsOf(city.reads, committee.key)
    return c.html(
      <CommitteePage
        view={view}
        committee={committee}
        bodies={await allBodies(city.reads)}
        laws={namesOf(await laws(city.reads))}
        today={today}
        rules={rulesOn(city.facts, committee, today)}
        seats={seatsOn(committee, memberships, today)}
        members={membersOn(committee, memberships, await officeHolders(city.reads, today), today)}
        composition={await lastComposition(city.reads, committee.key)}
        waivers={await waiversOf(city.reads, committee.key)}
        sittings={sittings.map((sitting) => ({
          sitting,
          state: standing(city, committee, sitting, view.at),
        }))}
        how={await followed(c, ref('committees', committee.key))}
        history={await historyOf(city.reads, ref('committees', committee.key))}
        recommendations={await countsOf(city.reads, committee.key, view.at)}
      />,
    )
  })
  .get('/committees/:key/sittings/:no{[0-9]+\\.json}', anyone, async (c) => {
    const no = c.req.param('no').replace(/\.json$/, '')
    return c.json(await found(publishedForm(c.var.city.reads, `${c.req.param('key')}/sittings/${no}`)))
  })
  .get('/committees/:key/sittings/:no', anyone, async (c) => {
    const { committee, sitting } = await sittingAsked(c)
    const { city, view } = c.var
    const on = dayAt(sitting.startsAt, view.timeZone)
    const memberships = await membershipsOf(city.reads, committee.key)
    return c.html(
      <SittingPage
        view={view}
        committee={committee}
        bodies={await allBodies(city.reads)}
        laws={namesOf(await laws(city.reads))}
        sitting={sitting}
        state={standing(city, committee, sitting, view.at)}
        rules={rulesOn(city.facts, committee, on)}
        members={membersOn(committee, memberships, await officeHolders(city.reads, on), on)}
        calendar={city.facts.calendar}
        how={await followed(c, ref('committees', `${committee.key}/sittings/${sitting.no}`))}
        history={await historyOf(city.reads, ref('committees', `${committee.key}/sittings/${sitting.no}`))}
        recommendations={await recommendationsOf(city.reads, committee.key, sitting.no)}
      />,
    )
  })

/** The committee and the sitting that an address names. */
export async function sittingAsked(
  c: Ctx<'/committees/:key/sittings/:no'>,
): Promise<{ committee: Committee; sitting: Sitting }> {
  const { reads } = c.var.city
  const committee = await found(committeeByKey(reads, c.req.param('key')))
  const no = c.req.param('no')
  if (!/^[1-9][0-9]{0,6}$/.test(no)) throw new NotFound()
  return { committee, sitting: await found(sittingByNo(reads, committee.key, Number(no))) }
}

async function calendarOfSittings(city: City, view: View, committee: Committee): Promise<string> {
  const w = words(view)
  const name = nameOf(view, await allBodies(city.reads), committee.key, dayAt(view.at, view.timeZone))
  const host = new URL(city.baseUrl).host
  const sittings = await sittingsOf(city.reads, committee.key)
  return calendarText(
    name,
    view.lang,
    sittings.map((sitting) => ({
      uid: `committees-${committee.key}-sittings-${sitting.no}@${host}`,
      startsAt: sitting.startsAt,
      minutes: sitting.minutes,
      summary: `${name}, ${w.sittingNo(sitting.no)}`,
      location: sitting.place,
      url: `${city.baseUrl}/${view.lang}/committees/${committee.key}/sittings/${sitting.no}`,
      description: sitting.items
        .filter((each) => !each.closed)
        .map((each) => `${each.no}. ${each.title}`)
        .join('\n'),
      cancelled: sitting.cancelledAt !== null,
      changedAt: sitting.cancelledAt ?? sitting.papersAt ?? sitting.calledAt,
      sequence: sitting.cancelledAt ? 1 : 0,
    })),
  )
}
