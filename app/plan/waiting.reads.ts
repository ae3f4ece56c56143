import { holds, holdsIn } from '#kit/audience.ts'
import type { City } from '#kit/city.ts'
import type { Waiting } from '#kit/room.ts'
import { dayAt, startOf } from '#kit/time.ts'
import type { Viewer } from '#kit/view.ts'
import { deskOf, officeOf, officeRoles } from './desk.ts'
import { halfWayOf, type Plan, stateOf } from './plan.ts'
import { allPlans, unansweredOf } from './reads.ts'
import { en, type Words } from './words.en.ts'
import { ko } from './words.ko.ts'

/** What waits for the planning office, and for the secretary of the committee that decides. */
export async function waiting(city: City, viewer: Viewer): Promise<Waiting[]> {
  const planning = city.facts.procedures?.planning
  if (!planning || !holds(viewer, ...officeRoles, 'secretary')) return []
  const at = city.clock.now()
  const today = dayAt(at, city.facts.timeZone)
  const isOffice = (await officeOf(city, viewer, today)) !== undefined
  const isSecretary = holdsIn(viewer, planning.committee, 'secretary')
  if (!isOffice && !isSecretary) return []
  const all: Waiting[] = []
  for (const plan of await allPlans(city.reads)) {
    const state = stateOf(plan, at, city.facts.timeZone)
    if (isSecretary && state === 'submitted')
      all.push(waits(plan, (w) => w.desk.decide.waiting, `${deskOf(plan.key)}/decision`))
    if (!isOffice) continue
    all.push(...reportsOwed(city, plan, at))
    const open = state === 'draft' ? await unansweredOf(city.reads, plan.key) : 0
    if (open > 0) all.push(waits(plan, (w) => w.desk.remarks.waiting(open), `${deskOf(plan.key)}#remarks`))
  }
  return all
}

/**
 * The review half way and the closing report are late from the day after they could first be written in full. Of plans in
 * the files nobody knows whether they were written.
 */
function reportsOwed({ facts }: City, plan: Plan, at: Temporal.Instant): Waiting[] {
  const state = stateOf(plan, at, facts.timeZone)
  const today = dayAt(at, facts.timeZone)
  const after = (day: Temporal.PlainDate) => startOf(day.add({ days: 1 }), facts.timeZone)
  const half = halfWayOf(plan)
  const desk = deskOf(plan.key)
  if (plan.inFiles) return []
  if (state === 'running' && half && Temporal.PlainDate.compare(half, today) < 0)
    return [{ ...waits(plan, (w) => w.desk.report.reviewDue, `${desk}/review`), dueAt: after(half) }]
  if (state === 'ended' && plan.until)
    return [{ ...waits(plan, (w) => w.desk.report.closingDue, `${desk}/closing`), dueAt: after(plan.until) }]
  return []
}

const waits = (plan: Plan, title: (w: Words) => string, href: string): Waiting => ({
  title: { en: title(en), ko: title(ko) },
  of: plan.doc.title,
  href,
  turn: 'mine',
})
