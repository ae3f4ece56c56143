import { z } from 'zod'
import { allBodies, nameOf, versionOn } from '#bodies/index.ts'
import { blank, form, isoDay, type Shown } from '#kit/form.ts'
import { found } from '#kit/found.ts'
import { nothing, routes } from '#kit/routes.ts'
import { dayAt } from '#kit/time.ts'
import type { Ctx } from '#kit/web.ts'
import type { Actor } from '#record/index.ts'
import { href } from '#ui/href.ts'
import { CallPage } from './call.pages.tsx'
import { number, optional, several, words as text, time } from './desk.answers.ts'
import type { Done } from './desk.parts.tsx'
import { idOf, ownCommittee, secretary } from './desk.tsx'
import { ItemDeskPage } from './item.pages.tsx'
import { knownBy, membersOn } from './members.ts'
import { knownNames, membershipsOf, officeHolders, sittingByNo } from './reads.ts'
import { standing } from './routes.tsx'
import { rulesOn } from './rules.reads.ts'
import { SittingDeskPage } from './sitting.desk.pages.tsx'
import { type Ballot, closedFor, interests, modes, outcomes, proposers, recusals } from './sitting.ts'
import {
  addItem,
  call,
  cancel,
  decide,
  publishMinutes,
  record,
  recuse,
  sendPapers,
} from './sittings.actions.ts'

const lang = z.string().max(20)

const notice = z.object({
  kind: z.enum(['regular', 'extra']),
  demandedBy: optional(z.enum(['chair', 'members'])),
  demands: optional(number(0, 1000)),
  day: isoDay,
  time,
  minutes: number(5, 1440),
  place: text(200),
  mode: z.enum(modes),
  lang,
  agenda: z
    .string()
    .max(5000)
    .transform((lines) =>
      lines
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== ''),
    )
    .pipe(z.array(text(200)).max(50)),
  urgency: optional(text(500)),
})

const agendaItem = z.object({
  title: text(200),
  text: optional(text(5000)),
  lang,
  proposedBy: z.enum(proposers),
  demands: optional(number(0, 1000)),
  closed: optional(z.enum(closedFor)),
})

const attendance = z.object({ present: several, excused: several })
const cancellation = z.object({ reason: text(500) })
const minutes = z.object({ minutes: text(100_000), minutesLang: lang })
const recusal = z.object({ member: text(80), kind: z.enum(recusals), interest: z.enum(interests) })

const ballot = z.enum(['for', 'against', 'abstain'])
const count = optional(number(0, 1000)).transform((said) => said ?? 0)
const decision = z.looseObject({
  outcome: z.enum(outcomes),
  decision: text(10_000),
  for: count,
  against: count,
  abstain: count,
  recommendedTo: optional(text(80)),
})

const path = '/desk/committees/:key/sittings'

export const sittingsDesk = routes()
  .get(`${path}/new`, secretary, (c) => callPage(c, blank))
  .post(path, secretary, form(notice, callPage), async (c, { day, time: at, agenda, ...values }) => {
    const { committee, by } = await ownCommittee(c)
    const startsAt = day.toZonedDateTime({ timeZone: c.var.city.facts.timeZone, plainTime: at }).toInstant()
    const no = await call(c.var.city, by, committee.key, { ...values, startsAt, agenda })
    return c.redirect(href(c.var.view, `/desk/committees/${committee.key}/sittings/${no}?done=called`), 303)
  })
  .get(`${path}/:no`, secretary, (c) => sittingPage(c, blank, ''))
  .post(`${path}/:no/papers`, secretary, form(nothing, again('papers')), (c) =>
    done(c, 'papers', (by, key, no) => sendPapers(c.var.city, by, key, no)),
  )
  .post(`${path}/:no/items`, secretary, form(agendaItem, again('item')), (c, values) =>
    done(c, 'item', (by, key, no) => addItem(c.var.city, by, key, no, values)),
  )
  .post(`${path}/:no/attendance`, secretary, form(attendance, again('attendance')), (c, values) =>
    done(c, 'attendance', (by, key, no) => record(c.var.city, by, key, no, values)),
  )
  .post(`${path}/:no/cancellation`, secretary, form(cancellation, again('cancellation')), (c, { reason }) =>
    done(c, 'cancellation', (by, key, no) => cancel(c.var.city, by, key, no, reason)),
  )
  .post(`${path}/:no/minutes`, secretary, form(minutes, again('minutes')), (c, values) =>
    done(c, 'minutes', (by, key, no) =>
      publishMinutes(c.var.city, by, key, no, { text: values.minutes, lang: values.minutesLang }),
    ),
  )
  .get(`${path}/:no/items/:item`, secretary, (c) => itemPage(c, blank, ''))
  .post(
    `${path}/:no/items/:item/recusals`,
    secretary,
    form(recusal, (c, shown) => itemPage(c, shown, 'recusal')),
    (c, values) =>
      done(
        c,
        'recusal',
        (by, key, no) => recuse(c.var.city, by, key, no, idOf(c, 'item'), values),
        `/items/${idOf(c, 'item')}`,
      ),
  )
  .post(
    `${path}/:no/items/:item/decision`,
    secretary,
    form(decision, (c, shown) => itemPage(c, shown, 'decision')),
    (c, values) =>
      done(c, 'decision', (by, key, no) => {
        const { outcome, decision: said, recommendedTo } = values
        const named = namedIn(values)
        const votes = named
          ? counted(named)
          : { for: values.for, against: values.against, abstain: values.abstain }
        return decide(c.var.city, by, key, no, idOf(c, 'item'), {
          outcome,
          text: said,
          votes,
          named,
          recommendedTo,
        })
      }),
  )

/** Votes by name, where any was given: one field a member, `vote-m12`. */
function namedIn(values: Record<string, unknown>): { member: string; vote: Ballot }[] | undefined {
  const named = Object.entries(values).flatMap(([field, value]) => {
    const vote = ballot.safeParse(value)
    return field.startsWith('vote-') && vote.success
      ? [{ member: field.slice('vote-'.length), vote: vote.data }]
      : []
  })
  return named.length > 0 ? named : undefined
}

function counted(named: readonly { vote: Ballot }[]): Record<Ballot, number> {
  const count = (vote: Ballot) => named.filter((each) => each.vote === vote).length
  return { for: count('for'), against: count('against'), abstain: count('abstain') }
}

function again(which: string) {
  return (c: Ctx, shown: Shown) => sittingPage(c, shown, which)
}

async function done(
  c: Ctx,
  what: Done,
  change: (by: Actor, key: string, no: number) => Promise<void>,
  part = '',
): Promise<Response> {
  const { committee, by } = await ownCommittee(c)
  const no = idOf(c, 'no')
  await change(by, committee.key, no)
  const at = `/desk/committees/${committee.key}/sittings/${no}${part}?done=${what}`
  return c.redirect(href(c.var.view, at), 303)
}

async function callPage(c: Ctx, shown: Shown): Promise<Response> {
  const { city, view } = c.var
  const { committee, name } = await ownCommittee(c)
  const rules = rulesOn(city.facts, committee, dayAt(view.at, view.timeZone))
  return c.html(<CallPage view={view} shown={shown} committee={committee} name={name} rules={rules} />)
}

async function atDesk(c: Ctx) {
  const { city, view } = c.var
  const { committee, name } = await ownCommittee(c)
  const sitting = await found(sittingByNo(city.reads, committee.key, idOf(c, 'no')))
  const on = dayAt(sitting.startsAt, view.timeZone)
  const holders = await officeHolders(city.reads, on)
  const members = membersOn(committee, await membershipsOf(city.reads, committee.key), holders, on)
  const names = await knownNames(city.reads)
  return {
    committee,
    name,
    sitting,
    members: knownBy(names, members),
    rules: rulesOn(city.facts, committee, on),
    state: standing(city, committee, sitting, view.at),
  }
}

async function sittingPage(c: Ctx, shown: Shown, sent: string): Promise<Response> {
  return c.html(<SittingDeskPage view={c.var.view} sent={sent} shown={shown} {...(await atDesk(c))} />)
}

async function itemPage(c: Ctx, shown: Shown, sent: string): Promise<Response> {
  const { city, view } = c.var
  const desk = await atDesk(c)
  const item = await found(desk.sitting.items.find((each) => each.no === idOf(c, 'item')))
  const today = dayAt(view.at, view.timeZone)
  const bodies = await allBodies(city.reads)
  const standingNow = [...bodies.values()].filter((each) => versionOn(each, today))
  return c.html(
    <ItemDeskPage
      view={view}
      sent={sent}
      shown={shown}
      {...desk}
      item={item}
      bodies={standingNow.map(({ key }) => ({ value: key, label: nameOf(view, bodies, key, today) }))}
    />,
  )
}
