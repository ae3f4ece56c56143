import { z } from 'zod'
import { allBodies, nameOf } from '#bodies/index.ts'
import type { Committee } from '#city/index.ts'
import { holder, holdsIn } from '#kit/audience.ts'
import { blank, form, isoDay, type Shown } from '#kit/form.ts'
import { found, NotFound } from '#kit/found.ts'
import { Refusal } from '#kit/refusal.ts'
import { nothing, routes } from '#kit/routes.ts'
import { dayAt } from '#kit/time.ts'
import type { Ctx } from '#kit/web.ts'
import { officerOf } from '#people/index.ts'
import type { Actor } from '#record/index.ts'
import { href } from '#ui/href.ts'
import { number, optional, said, words as text, traits } from './desk.answers.ts'
import { CommitteeDeskPage, DeskPage } from './desk.pages.tsx'
import type { Done } from './desk.parts.tsx'
import { MemberDeskPage } from './member.pages.tsx'
import {
  appoint,
  endMembership,
  outlookOf,
  propose,
  publishAs,
  sayTraits,
  withdraw,
} from './members.actions.ts'
import { membersOn } from './members.ts'
import { grounds, seatsOn, stateOf } from './membership.ts'
import { ProposalPage, ProposePage } from './proposal.pages.tsx'
import {
  allCommittees,
  committeeByKey,
  knownNames,
  membershipsOf,
  officeHolders,
  sittingsOf,
  waiversOf,
} from './reads.ts'
import { countsOf } from './recommendations.reads.ts'
import { standing } from './routes.tsx'

export const secretary = holder('secretary')

/** The committee of the address, if the viewer is its secretary. @throws Refusal otherwise. */
export async function ownCommittee(c: Ctx): Promise<{ committee: Committee; by: Actor; name: string }> {
  const { city, view } = c.var
  const committee = await found(committeeByKey(city.reads, c.req.param('key') ?? ''))
  const { viewer } = view
  if (viewer.kind !== 'person' || !holdsIn(viewer, committee.key, 'secretary'))
    throw new Refusal('site.not-allowed')
  const name = nameOf(view, await allBodies(city.reads), committee.key, dayAt(view.at, view.timeZone))
  return { committee, by: officerOf(viewer, committee.key), name }
}

const proposal = z.object({
  seat: text(80),
  person: optional(number(1, 2 ** 31 - 1)),
  name: optional(text(80)),
  publishedAs: optional(text(80)),
  from: isoDay,
  until: optional(isoDay),
  ...traits,
})

const appointment = z.object({
  reason: optional(text(2000)),
  decidedBy: optional(text(120)),
  waiverUntil: optional(isoDay),
})

const ending = z.object({ on: isoDay, ground: z.enum(grounds) })
const publicName = z.object({ publishedAs: optional(text(80)) })

const path = '/desk/committees/:key'

export const membersDesk = routes()
  .get('/desk/committees', secretary, async (c) => {
    const { city, view } = c.var
    const bodies = await allBodies(city.reads)
    const own = (await allCommittees(city.reads)).filter((each) =>
      holdsIn(view.viewer, each.key, 'secretary'),
    )
    const today = dayAt(view.at, view.timeZone)
    return c.html(
      <DeskPage
        view={view}
        committees={own.map(({ key }) => ({ key, name: nameOf(view, bodies, key, today) }))}
      />,
    )
  })
  .get(path, secretary, async (c) => {
    const { city, view } = c.var
    const { committee, name } = await ownCommittee(c)
    const today = dayAt(view.at, view.timeZone)
    const memberships = await membershipsOf(city.reads, committee.key)
    const sittings = await sittingsOf(city.reads, committee.key)
    return c.html(
      <CommitteeDeskPage
        view={view}
        committee={committee}
        name={name}
        names={await knownNames(city.reads)}
        seats={seatsOn(committee, memberships, today)}
        members={membersOn(committee, memberships, await officeHolders(city.reads, today), today)}
        proposals={memberships.filter((each) => stateOf(each, today) === 'proposed')}
        coming={memberships.filter((each) => stateOf(each, today) === 'to come')}
        sittings={sittings.map((sitting) => ({
          sitting,
          state: standing(city, committee, sitting, view.at),
        }))}
        recommendations={await countsOf(city.reads, committee.key, view.at)}
      />,
    )
  })
  .get(`${path}/members/new`, secretary, (c) => proposePage(c, blank))
  .post(`${path}/proposals`, secretary, form(proposal, proposePage), async (c, { sex, young, ...values }) => {
    const { committee, by } = await ownCommittee(c)
    const id = await propose(c.var.city, by, committee.key, { ...values, traits: said({ sex, young }) })
    return c.redirect(href(c.var.view, `/desk/committees/${committee.key}/proposals/${id}`), 303)
  })
  .get(`${path}/proposals/:id`, secretary, (c) => proposalPage(c, blank))
  .post(
    `${path}/proposals/:id/appointment`,
    secretary,
    form(appointment, proposalPage),
    async (c, values) => {
      const { committee, by } = await ownCommittee(c)
      const { reason, decidedBy, waiverUntil: until } = values
      const waiver =
        reason && decidedBy && until ? { reason, decidedBy, until, lang: c.var.view.lang } : undefined
      await appoint(c.var.city, by, committee.key, idOf(c), waiver)
      return backTo(c, committee.key, 'appointment')
    },
  )
  .post(`${path}/proposals/:id/withdrawal`, secretary, form(nothing, proposalPage), async (c) => {
    const { committee, by } = await ownCommittee(c)
    await withdraw(c.var.city, by, committee.key, idOf(c))
    return backTo(c, committee.key, 'withdrawal')
  })
  .get(`${path}/members/:id`, secretary, (c) => memberPage(c, blank, ''))
  .post(
    `${path}/members/:id/end`,
    secretary,
    form(ending, (c, shown) => memberPage(c, shown, 'end')),
    (c, values) => changed(c, (by, key) => endMembership(c.var.city, by, key, idOf(c), values)),
  )
  .post(
    `${path}/members/:id/name`,
    secretary,
    form(publicName, (c, shown) => memberPage(c, shown, 'name')),
    (c, values) =>
      changed(c, (by, key) => publishAs(c.var.city, by, key, idOf(c), values.publishedAs ?? null)),
  )
  .post(
    `${path}/members/:id/traits`,
    secretary,
    form(z.object(traits), (c, shown) => memberPage(c, shown, 'traits')),
    (c, values) => changed(c, (by, key) => sayTraits(c.var.city, by, key, idOf(c), said(values))),
  )

async function changed(c: Ctx, change: (by: Actor, key: string) => Promise<void>): Promise<Response> {
  const { committee, by } = await ownCommittee(c)
  await change(by, committee.key)
  return backTo(c, committee.key, 'member')
}

const backTo = (c: Ctx, committee: string, done: Done) =>
  c.redirect(href(c.var.view, `/desk/committees/${committee}?done=${done}`), 303)

/** The number in the address. @throws NotFound where it is none. */
export function idOf(c: Ctx, name = 'id'): number {
  const said = c.req.param(name) ?? ''
  if (!/^[1-9][0-9]{0,8}$/.test(said)) throw new NotFound()
  return Number(said)
}

async function proposePage(c: Ctx, shown: Shown): Promise<Response> {
  const { city, view } = c.var
  const { committee, name } = await ownCommittee(c)
  const query = c.req.query()
  return c.html(
    <ProposePage
      view={view}
      shown={shown}
      committee={committee}
      name={name}
      names={await knownNames(city.reads)}
      start={{ person: query.person ?? '', seat: query.seat ?? '', from: query.from ?? '' }}
    />,
  )
}

async function proposalPage(c: Ctx, shown: Shown): Promise<Response> {
  const { city, view } = c.var
  const { committee, name } = await ownCommittee(c)
  const all = await membershipsOf(city.reads, committee.key)
  const proposed = await found(all.find((each) => each.id === idOf(c)))
  const { findings, on } = await outlookOf(city, city.reads, committee, proposed, view.at)
  return c.html(
    <ProposalPage
      view={view}
      shown={shown}
      committee={committee}
      name={name}
      person={(await knownNames(city.reads)).get(proposed.person) ?? ''}
      proposed={proposed}
      open={stateOf(proposed, dayAt(view.at, view.timeZone)) === 'proposed'}
      findings={findings}
      waivers={await waiversOf(city.reads, committee.key)}
      on={on}
    />,
  )
}

async function memberPage(c: Ctx, shown: Shown, sent: string): Promise<Response> {
  const { city, view } = c.var
  const { committee, name } = await ownCommittee(c)
  const all = await membershipsOf(city.reads, committee.key)
  const member = await found(all.find((each) => each.id === idOf(c) && each.appointedAt))
  return c.html(
    <MemberDeskPage
      view={view}
      sent={sent}
      shown={shown}
      committee={committee}
      name={name}
      person={(await knownNames(city.reads)).get(member.person) ?? ''}
      member={member}
      today={dayAt(view.at, view.timeZone)}
    />,
  )
}
