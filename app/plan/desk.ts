import type { z } from 'zod'
import { allBodies, holdersOf } from '#bodies/index.ts'
import { holder, holdsIn } from '#kit/audience.ts'
import type { City } from '#kit/city.ts'
import { todayOf } from '#kit/day-asked.ts'
import { blank, form, type Shown } from '#kit/form.ts'
import { found } from '#kit/found.ts'
import type { Planning } from '#kit/procedures.ts'
import { Refusal } from '#kit/refusal.ts'
import type { Routes } from '#kit/routes.ts'
import type { Day } from '#kit/time.ts'
import type { Viewer } from '#kit/view.ts'
import type { Ctx } from '#kit/web.ts'
import { officerOf } from '#people/index.ts'
import type { Actor } from '#record/index.ts'
import { href } from '#ui/href.ts'

export const officeRoles = ['officer', 'head', 'hr-officer'] as const

/** Whoever may hold the pen of the plan; of which body, each page asks. */
export const office = holder(...officeRoles)
export const secretary = holder('secretary')

export const planningIn = (city: City): Promise<Planning> => found(city.facts.procedures?.planning)

/** As which body the viewer keeps the plan: the planning office, or whoever answers for it today. */
export async function officeOf(city: City, viewer: Viewer, on: Day): Promise<string | undefined> {
  const planning = city.facts.procedures?.planning
  if (!planning) return undefined
  const holders = holdersOf(await allBodies(city.reads), planning.office, on)
  return holders.find(({ key }) => holdsIn(viewer, key, ...officeRoles))?.key
}

/** The planning office as it acts. @throws Refusal unless the viewer belongs to it. */
export async function asOffice(c: Ctx): Promise<Actor> {
  const { city, view } = c.var
  await planningIn(city)
  const body = await officeOf(city, view.viewer, todayOf(view))
  if (!body || view.viewer.kind !== 'person') throw new Refusal('site.not-allowed')
  return officerOf(view.viewer, body)
}

/** The committee as its secretary acts. @throws Refusal unless the viewer is that. */
export async function asSecretary(c: Ctx): Promise<Actor> {
  const { city, view } = c.var
  const { committee } = await planningIn(city)
  if (!holdsIn(view.viewer, committee, 'secretary') || view.viewer.kind !== 'person')
    throw new Refusal('site.not-allowed')
  return officerOf(view.viewer, committee)
}

/** As which body the viewer decides what may not stand in public. */
export async function moderatorOf(
  { facts, reads }: City,
  viewer: Viewer,
  on: Day,
): Promise<string | undefined> {
  if (!facts.procedures) return undefined
  const holders = holdersOf(await allBodies(reads), facts.procedures.moderator, on)
  return holders.find(({ key }) => holdsIn(viewer, key, 'officer', 'head'))?.key
}

/** @throws Refusal unless the viewer decides what may not stand in public. */
export async function asModerator(c: Ctx): Promise<Actor> {
  const { city, view } = c.var
  const body = await moderatorOf(city, view.viewer, todayOf(view))
  if (!body || view.viewer.kind !== 'person') throw new Refusal('site.not-allowed')
  return officerOf(view.viewer, body)
}

type Page = (c: Ctx, shown: Shown) => Promise<Response>

/** Shows a form at its path, does what was sent, and leads on. */
export const step = <S extends z.ZodType>(
  all: Routes,
  path: string,
  schema: S,
  page: Page,
  work: (c: Ctx, values: z.output<S>) => Promise<string>,
  audience = office,
): Routes =>
  all
    .get(path, audience, (c) => page(c, blank))
    .post(path, audience, form(schema, page), async (c, values) =>
      c.redirect(href(c.var.view, await work(c, values)), 303),
    )

/** Where a plan is worked on. */
export const deskOf = (key: string): string => `/desk/plan/${key}`

export const param = (c: Ctx, name: string): string => c.req.param(name) ?? ''
