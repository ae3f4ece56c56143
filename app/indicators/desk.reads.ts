import { allBodies, type Bodies } from '#bodies/index.ts'
import { holds } from '#kit/audience.ts'
import type { City } from '#kit/city.ts'
import type { Measuring } from '#kit/procedures.ts'
import { type Day, dayAt } from '#kit/time.ts'
import type { Viewer } from '#kit/view.ts'
import { handFor, officeOf, working } from './hands.reads.ts'
import { nextStep, type Release, type ReleaseStep } from './indicator.ts'
import type { IndicatorLine } from './line.ts'
import { linesWhere } from './lines.reads.ts'
import { among, indicatorsWhere, type Known } from './reads.ts'
import { openReleases, releaseById, returnedReleases } from './releases.reads.ts'
import { tookStep } from './releasing.actions.ts'

export type World = { bodies: Bodies; measuring: Measuring | undefined; today: Day }

/** What decides whose hand a step needs. */
export async function worldOf(city: City): Promise<World> {
  return {
    bodies: await allBodies(city.reads),
    measuring: city.facts.procedures?.measuring,
    today: dayAt(city.clock.now(), city.facts.timeZone),
  }
}

type Step = Exclude<ReleaseStep, 'entered'>
export type OnItsWay = { release: Release; doc: Known['doc']; step: Step; mine: boolean }

export type Desk = {
  returned: { release: Release; doc: Known['doc'] }[]
  /** Whose values the viewer may enter and are due or late, the latest first. */
  due: IndicatorLine[]
  /** Every other one whose values the viewer may enter. */
  others: Known[]
  onTheirWay: OnItsWay[]
  /** Whether the viewer works in the measuring office. */
  office: boolean
}

const nothing: Desk = { returned: [], due: [], others: [], onTheirWay: [], office: false }

/** What waits for somebody through whose hands figures go. */
export async function deskOf(city: City, viewer: Viewer): Promise<Desk> {
  if (viewer.kind !== 'person' || !holds(viewer, ...working)) return nothing
  const { reads, facts } = city
  const world = await worldOf(city)
  const known = await indicatorsWhere(reads)
  const docs = new Map(known.map((each) => [each.key, each]))
  const may = (step: ReleaseStep, doc: Known['doc'], by: Release['by']) =>
    handFor(viewer, step, { doc, by }, world) !== undefined
  const own = known.filter(({ doc }) => may('entered', doc, 'owner'))
  const [open, returned] = [await openReleases(reads, viewer.id), await returnedReleases(reads)]
  const entered = new Set(open.filter(({ by }) => by === 'owner').map(({ indicator }) => indicator))
  const lines =
    own.length > 0 ? await linesWhere(reads, facts, among(own.map(({ key }) => key)), city.clock.now()) : []
  const due = lines
    .filter(({ key, owed }) => owed && !entered.has(key))
    .toSorted((a, b) => Temporal.PlainDate.compare(a.owed!.dueOn, b.owed!.dueOn))
  const onTheirWay: OnItsWay[] = []
  for (const release of open) {
    const doc = docs.get(release.indicator)?.doc
    const step = nextStep(release)
    if (!doc || !step) continue
    const mine = may(step, doc, release.by) && !release.took
    if (mine || may('entered', doc, release.by)) onTheirWay.push({ release, doc, step, mine })
  }
  return {
    returned: returned.flatMap((release) => {
      const doc = docs.get(release.indicator)?.doc
      return doc && may('entered', doc, release.by) ? [{ release, doc }] : []
    }),
    due,
    others: own.filter(({ key }) => !due.some((each) => each.key === key)),
    onTheirWay,
    office: isOffice(viewer, world),
  }
}

/** Whether somebody decides for the measuring office. */
export const isOffice = (viewer: Viewer, world: World): boolean => officeHand(viewer, world) !== undefined

/** The body for which they do. */
export const officeHand = (viewer: Viewer, world: World): string | undefined =>
  viewer.kind === 'person'
    ? officeOf(world).find((body) =>
        viewer.roles.some(
          (each) => each.body === body && ['officer', 'head', 'hr-officer'].includes(each.role),
        ),
      )
    : undefined

/** The committee for which somebody writes notes. */
export const committeeHand = (viewer: Viewer, { measuring }: World): string | undefined =>
  viewer.kind === 'person' &&
  viewer.roles.some((each) => each.body === measuring?.committee && each.role === 'secretary')
    ? measuring?.committee
    : undefined

/** A release with its indicator, and whether its next step is the viewer's. */
export async function releaseFor(city: City, viewer: Viewer, id: number) {
  const release = await releaseById(city.reads, id)
  const [known] = release ? await indicatorsWhere(city.reads, among([release.indicator])) : []
  if (!release || !known || viewer.kind !== 'person') return undefined
  const world = await worldOf(city)
  const step = nextStep(release)
  const hand = step && handFor(viewer, step, { doc: known.doc, by: release.by }, world)
  const steps = ['entered', 'checked', 'approved', 'published'] as const
  const concerned = steps.some((each) => handFor(viewer, each, { doc: known.doc, by: release.by }, world))
  if (!concerned) return undefined
  return { release, known, step, hand, took: await tookStep(city.reads, viewer.id, id) }
}
