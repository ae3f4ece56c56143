import { z } from 'zod'
import { allDistricts, holdersOf } from '#bodies/index.ts'
import { commitmentLine, linksOf, unlinkedOf } from '#commitments/index.ts'
import { holder } from '#kit/audience.ts'
import { todayOf } from '#kit/day-asked.ts'
import { blank, form, type Shown } from '#kit/form.ts'
import { found, NotFound } from '#kit/found.ts'
import type { Ref } from '#kit/ref.ts'
import { Refusal } from '#kit/refusal.ts'
import { routes } from '#kit/routes.ts'
import type { View } from '#kit/view.ts'
import type { Ctx } from '#kit/web.ts'
import { plain } from '#kit/words.ts'
import { chargesOf, noRegistrationNumber } from '#people/index.ts'
import { yearNow } from '#plan/index.ts'
import { href } from '#ui/href.ts'
import { handOver, linkPromise, remind } from './acting.actions.ts'
import { CommitteePage } from './committee.pages.tsx'
import { DepartmentPage, NoBodyPage } from './department.pages.tsx'
import { noteOf, remindersOf } from './desk.reads.ts'
import { atDesk, bodyAt, looksOver, overAll, type Standing, standingOf } from './desk.standing.ts'
import { LinksPage } from './links.pages.tsx'
import { kinds } from './matter.ts'
import { mattersOf } from './matters.reads.ts'
import { MayorPage } from './mayor.pages.tsx'
import { LatePage, OfficePage } from './office.pages.tsx'
import { loadsOf, overviewOf } from './overview.reads.ts'
import { indicatorThings, taskThings } from './things.reads.ts'
import { CommitteeYear, Year } from './year.parts.tsx'

const path = '/desk/tower'

const ref = z
  .string()
  .max(120)
  .regex(/^[\w/-]+$/)
  .transform((said) => said as Ref)
const nothing = z.literal('').transform(() => undefined)

const reminder = z.object({ kind: z.enum(kinds), about: ref, body: z.string().min(1).max(80) })
const note = z.object({
  text: z.string().trim().min(1).max(5000).check(noRegistrationNumber),
})
const linking = z.object({
  indicator: z.union([nothing, ref]).optional(),
  thing: z.union([nothing, ref]).optional(),
})
const taken = z.object({ thing: ref })

/** The desks of those who look over the city, of each body's human rights officer, and of the committee. */
export const towerDesk = routes()
  .get(path, atDesk, async (c) => {
    const standing = await standingOf(c.var.city, c.var.view.viewer)
    if (looksOver(standing)) return officePage(c, blank)
    const to = standing.own.length === 0 && standing.committees.length > 0 ? 'committee' : 'mine'
    return c.redirect(href(c.var.view, `${path}/${to}`), 302)
  })
  .get(`${path}/late/:kind`, atDesk, latePage)
  .post(`${path}/reminders`, atDesk, form(reminder, officePage), async (c, values) => {
    const { city, view } = c.var
    await remind(city, personOf(view), values)
    return c.redirect(href(view, `${path}/late/${values.kind}?done=reminded`), 303)
  })
  .get(`${path}/mine`, atDesk, async (c) => {
    const { city, view } = c.var
    const { own } = await standingOf(city, view.viewer)
    const [first] = own
    if (first === undefined) return c.html(<NoBodyPage view={view} />)
    return c.redirect(href(view, `${path}/departments/${first}`), 302)
  })
  .get(`${path}/departments/:body`, atDesk, (c) => departmentPage(c, blank))
  .post(
    `${path}/departments/:body/handovers`,
    holder('hr-officer'),
    form(note, departmentPage),
    async (c, { text }) => {
      const { city, view } = c.var
      const body = await ownBody(c)
      await handOver(city, personOf(view), body, { text, lang: view.lang })
      return c.redirect(href(view, `${path}/departments/${body}?done=note`), 303)
    },
  )
  .get(`${path}/mayor`, atDesk, async (c) => {
    await overAll(c)
    const { city, view } = c.var
    const overview = await overviewOf(city)
    const districtOf = await districtsOf(c)
    const year = await yearNow(city.reads, city.facts, view.at)
    return c.html(
      <MayorPage
        view={view}
        overview={overview}
        districtOf={districtOf}
        year={year && <Year view={view} year={year} />}
      />,
    )
  })
  .get(`${path}/committee`, atDesk, committeePage)
  .get(`${path}/links/:id`, atDesk, (c) => linksPage(c, blank))
  .post(`${path}/links/:id`, atDesk, form(linking, linksPage), async (c, { indicator, thing }) => {
    const { city, view } = c.var
    const wanted = thing ?? indicator
    if (!wanted) throw new Refusal('tower.nothing-chosen', {}, 'indicator')
    await linkPromise(city, personOf(view), idOf(c), wanted, 'link')
    return c.redirect(href(view, `${path}/links/${idOf(c)}?done=done`), 303)
  })
  .post(`${path}/links/:id/taken`, atDesk, form(taken, linksPage), async (c, { thing }) => {
    const { city, view } = c.var
    await linkPromise(city, personOf(view), idOf(c), thing, 'unlink')
    return c.redirect(href(view, `${path}/links/${idOf(c)}?done=taken`), 303)
  })

function personOf({ viewer }: View) {
  if (viewer.kind !== 'person') throw new Refusal('site.not-allowed')
  return viewer
}

function idOf(c: Ctx): number {
  const said = c.req.param('id') ?? ''
  if (!/^[1-9]\d{0,8}$/.test(said)) throw new NotFound()
  return Number(said)
}

export async function districtsOf(c: Ctx): Promise<(key: string) => string> {
  const { city, view } = c.var
  const names = new Map((await allDistricts(city.reads)).map(({ key, name }) => [key, plain(name, view)]))
  return (key) => names.get(key) ?? key
}

async function officePage(c: Ctx, _shown: Shown): Promise<Response> {
  const standing = await overAll(c)
  const { city, view } = c.var
  const overview = await overviewOf(city)
  const loads = await loadsOf(city, overview.matters)
  const reminded = await remindersOf(city.reads)
  const districtOf = await districtsOf(c)
  return c.html(
    <OfficePage
      view={view}
      overview={overview}
      loads={loads}
      districtOf={districtOf}
      mayRemind={standing.office !== undefined}
      reminded={reminded}
      problems={_shown.problems}
    />,
  )
}

async function latePage(c: Ctx): Promise<Response> {
  const { bodies, office } = await overAll(c)
  const { city, view } = c.var
  const kind = kinds.find((each) => each === c.req.param('kind'))
  if (!kind) throw new NotFound()
  const { late } = await overviewOf(city)
  const reminded = await remindersOf(city.reads)
  return c.html(
    <LatePage
      view={view}
      kind={kind}
      bodies={bodies}
      late={late.filter((each) => each.kind === kind)}
      mayRemind={office !== undefined}
      reminded={reminded}
      done={c.req.query('done') === 'reminded'}
    />,
  )
}

/** The body for which the viewer is the human rights officer. @throws NotFound where they are not. */
async function ownBody(c: Ctx): Promise<string> {
  const body = c.req.param('body') ?? ''
  await bodyAt(c, body)
  if (!isOfficer(c.var.view, body)) throw new NotFound()
  return body
}

const isOfficer = ({ viewer }: View, body: string): boolean =>
  viewer.kind === 'person' && viewer.roles.some((each) => each.role === 'hr-officer' && each.body === body)

const mostUnlinked = 10

async function departmentPage(c: Ctx, shown: Shown): Promise<Response> {
  const { city, view } = c.var
  const body = c.req.param('body') ?? ''
  const { bodies, own } = await bodyAt(c, body)
  const today = todayOf(view)
  const keys = [...bodies.keys()].filter((key) =>
    holdersOf(bodies, key, today).some((each) => each.key === body),
  )
  const matters = await mattersOf(city, [body])
  const unlinked = own.includes(body) ? await unlinkedOf(city.reads, keys, mostUnlinked) : []
  const reminded = await remindersOf(city.reads, [body])
  const left = own.includes(body) ? await noteOf(city.reads, body) : undefined
  const charges = await chargesOf(city.reads, personOf(view).id, today)
  const charge = charges.find((each) => each.role === 'hr-officer' && each.body === body)
  return c.html(
    <DepartmentPage
      view={view}
      bodies={bodies}
      body={body}
      matters={matters}
      unlinked={unlinked}
      reminded={reminded}
      note={left}
      own={own}
      officer={isOfficer(view, body) ? { until: charge?.until ?? null } : undefined}
      done={c.req.query('done') === 'note'}
      shown={shown}
    />,
  )
}

async function committeePage(c: Ctx): Promise<Response> {
  const { city, view } = c.var
  const standing = await standingOf(city, view.viewer)
  if (!looksOver(standing) && standing.committees.length === 0) throw new NotFound()
  const overview = await overviewOf(city)
  const districtOf = await districtsOf(c)
  const year = await yearNow(city.reads, city.facts, view.at)
  const unanswered = overview.matters.filter(
    ({ kind, about }) => kind === 'recommendation' && isOf(standing, about),
  )
  return c.html(
    <CommitteePage
      view={view}
      overview={overview}
      unanswered={unanswered}
      districtOf={districtOf}
      year={<CommitteeYear view={view} year={year} />}
    />,
  )
}

/** Whether it was the viewer's own committee that recommended it; whoever looks over all sees all. */
const isOf = (standing: Standing, about: Ref): boolean =>
  looksOver(standing) || standing.committees.some((key) => about.startsWith(`committees/${key}/`))

async function linksPage(c: Ctx, shown: Shown): Promise<Response> {
  const { city, view } = c.var
  const line = await found(commitmentLine(city.reads, idOf(c)))
  const { own, office, bodies, today } = await standingOf(city, view.viewer)
  const leads = [line.lead, ...line.joint].flatMap((key) => holdersOf(bodies, key, today))
  if (!office && !leads.some(({ key }) => own.includes(key))) throw new NotFound()
  const links = await linksOf(city.reads, line.id)
  const indicators = await indicatorThings(city.reads)
  const tasks = await taskThings(city.reads)
  const asked = c.req.query('done')
  return c.html(
    <LinksPage
      view={view}
      line={line}
      links={links}
      indicators={indicators}
      tasks={tasks}
      done={asked === 'done' || asked === 'taken' ? asked : undefined}
      shown={shown}
    />,
  )
}
