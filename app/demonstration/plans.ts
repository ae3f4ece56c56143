import { found } from '#kit/found.ts'
import type { Localized } from '#kit/words.ts'
import { planActs as acts } from '#plan/index.ts'
import { marked } from './mark.ts'
import type { PlanStory } from './story.tower.ts'
import { daysFrom } from './when.ts'
import { speakingFor, type World } from './world.ts'

/** Titles say in each language that they were made up. */
export const markedIn = (title: Localized): Localized =>
  Object.fromEntries(Object.entries(title).map(([lang, said]) => [lang, marked(said, lang)]))

/** Who keeps the plan. @throws Error where the city has nobody who does */
export function planningOffice(world: World) {
  const planning = world.city.facts.procedures?.planning
  if (!planning) throw new Error('The city’s files say of nobody that they keep the plan.')
  return speakingFor(world, planning.office)
}

const parts = (all: Readonly<Record<string, Localized>>) =>
  Object.entries(all).map(([key, title]) => ({ key, title }))

/** Begins a plan, with the areas and goals that its tasks will have. */
export async function playBegun(world: World, plan: PlanStory): Promise<void> {
  const { years, title, vision, goals, areas, targets } = plan
  const key = await acts.begin(world.city, planningOffice(world), {
    title: markedIn(title),
    vision,
    from: world.today.year + years.first,
    until: world.today.year + years.last,
    follows: undefined,
    goals: parts(goals),
    areas: parts(areas),
    targets,
  })
  world.plans.set(plan.key, { key, findings: [], remarks: [], actions: [] })
}

export async function playFinding(
  world: World,
  plan: string,
  { on, ...said }: PlanStory['findings'][number],
): Promise<void> {
  const made = world.plans.get(plan)!
  const { lang, today } = world
  const finding = { ...said, lang, on: today.add({ days: daysFrom(today, on) }) }
  made.findings.push(await acts.find(world.city, planningOffice(world), made.key, finding))
}

export function playAnnounced(world: World, plan: string, { on, place }: PlanStory['hearing']) {
  const { lang, today } = world
  const hearing = { on: today.add({ days: daysFrom(today, on) }), place, lang }
  return acts.announce(world.city, planningOffice(world), world.plans.get(plan)!.key, hearing)
}

export async function playMinuted(world: World, plan: string, { text }: PlanStory['hearing']): Promise<void> {
  const { key } = world.plans.get(plan)!
  const [hearing] = await acts.hearingsOf(world.city.reads, key)
  await acts.minute(world.city, planningOffice(world), key, (await found(hearing)).id, {
    text,
    lang: world.lang,
  })
}

type RemarkStory = PlanStory['remarks'][number]

export async function playRemark(world: World, plan: string, nth: number, said: RemarkStory): Promise<void> {
  const { who, way, text } = said
  const made = world.plans.get(plan)!
  const by = way === 'page' ? { as: 'resident' } : planningOffice(world)
  made.remarks[nth] = (
    await acts.remark(world.city, by, made.key, { who, way, text, lang: world.lang })
  ).result
}

export function playRemarkAnswer(world: World, plan: string, nth: number, said: RemarkStory) {
  const { outcome, reason, task } = said
  const { key, remarks } = world.plans.get(plan)!
  const answer = { outcome, reason, task, lang: world.lang }
  return acts.answer(world.city, planningOffice(world), key, remarks[nth]!, answer)
}

/** Writes all tasks of the plan at once. */
export function playTasks(world: World, plan: PlanStory) {
  const { key, findings } = world.plans.get(plan.key)!
  const drafts = Object.entries(plan.tasks).map(([no, { goal = null, until, title, ...task }]) => ({
    ...task,
    title: markedIn(title),
    no,
    goal,
    text: null,
    from: null,
    until: world.today.year + until,
    findings: task.findings.map((nth) => findings[nth - 1]!),
  }))
  return acts.add(world.city, planningOffice(world), key, drafts)
}

/** Brings the plan before the committee, in a sitting that was called. */
export const playSubmitted = (world: World, plan: string, sitting: number) =>
  acts.submit(world.city, planningOffice(world), world.plans.get(plan)!.key, { lang: world.lang, sitting })

export const playApproved = (world: World, plan: string, sitting: number) =>
  acts.approve(world.city, planningOffice(world), world.plans.get(plan)!.key, sitting)
