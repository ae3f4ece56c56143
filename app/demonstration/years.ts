import { commitmentActs, commitmentsFrom } from '#commitments/index.ts'
import { found } from '#kit/found.ts'
import { aboutTask, yearActs as acts } from '#plan/index.ts'
import { marked } from './mark.ts'
import { planningOffice } from './plans.ts'
import { checkers } from './pledges.ts'
import type { ActionStory, PlanStory } from './story.tower.ts'
import { daysFrom } from './when.ts'
import { inRole, speakingFor, type World } from './world.ts'

type Said = { text: string }

/** What a task of a plan does in a year, at the moment at which something is done with it. */
export type OnAction = { world: World; plan: PlanStory; action: ActionStory; nth: number }

const leadsOf = ({ plan, action }: OnAction): string[] => plan.tasks[action.task]!.leads
const leadOf = (on: OnAction) => speakingFor(on.world, leadsOf(on)[0]!)
const say = ({ world }: OnAction, { text }: Said) => ({ text, lang: world.lang, links: [], files: [] })
const shown = (on: OnAction, said: Said) => ({
  ...say(on, said),
  links: [`https://example.org/${on.plan.key}/${on.action.task}`],
})

/** Writes the action; a task with one lead has agreed to it by that. */
export async function playDrafted(on: OnAction): Promise<void> {
  const { world, plan, action, nth } = on
  const { title, text, measure, target, cost, milestones } = action
  const year = world.today.year + action.year
  const made = world.plans.get(plan.key)!
  made.actions[nth] = await acts.draft(
    world.city,
    leadOf(on),
    { plan: made.key, no: action.task, year },
    {
      title: marked(title, world.lang),
      text,
      lang: world.lang,
      measure,
      target,
      leads: leadsOf(on),
      dueOn: Temporal.PlainDate.from(`${year}-${action.due}`),
      cost,
      milestones: milestones.map(([each, day]) => ({ title: each, dueOn: `${year}-${day}` })),
    },
  )
}

const idOf = ({ world, plan, nth }: OnAction): number => world.plans.get(plan.key)!.actions[nth]!

export const playAgreed = (on: OnAction, { body, agrees, reason = '' }: ActionStory['agreed'][number]) =>
  acts.agree(on.world.city, speakingFor(on.world, body), idOf(on), { agrees, reason, lang: on.world.lang })

export function playQuarter(on: OnAction, report: ActionStory['reports'][number]) {
  const { q, after: _, ...said } = report
  return acts.reportQuarter(on.world.city, leadOf(on), idOf(on), q, { ...said, ...say(on, said) })
}

/** The promise that the action became. */
async function promiseOf({ world, plan, action }: OnAction) {
  const { reads } = world.city
  const about = aboutTask({ plan: world.plans.get(plan.key)!.key, no: action.task })
  const title = marked(action.title, world.lang)
  const line = (await commitmentsFrom(reads, about)).find((each) => each.title === title)
  return found(commitmentActs.wholeCommitment(reads, (await found(line)).id))
}

/** Says who helps, or that help was given and came, of the last help that the action asked for. */
export async function playHelp(
  on: OnAction,
  deed: 'answered' | 'decided' | 'helped' | 'confirmed',
): Promise<void> {
  const { world, action } = on
  const { city, today } = world
  const { commitment, helps } = await promiseOf(on)
  const { asked, of } = helps.at(-1)!
  const { id } = commitment
  const helper = speakingFor(world, of)
  const { answered, decided, helped, confirmed } = action
  if (deed === 'answered' && answered)
    await commitmentActs.answerHelp(
      city,
      helper,
      id,
      { asked, accepted: answered.accepted },
      say(on, answered),
    )
  if (deed === 'decided' && decided) {
    const decider = speakingFor(world, city.facts.procedures!.coordination!.to)
    const helps = { of: decided.of, dueOn: today.add({ days: daysFrom(today, decided.due) }) }
    await commitmentActs.decideHelp(city, decider, id, { asked, helps }, say(on, decided))
  }
  if (deed === 'helped' && helped) await commitmentActs.doneHelp(city, helper, id, { asked }, say(on, helped))
  if (deed === 'confirmed' && confirmed)
    await commitmentActs.sayOfHelp(city, leadOf(on), id, { asked, word: 'confirmed' }, say(on, confirmed))
}

export async function playDone(on: OnAction, said: Said): Promise<void> {
  const { commitment } = await promiseOf(on)
  await commitmentActs.declareDone(on.world.city, leadOf(on), commitment.id, shown(on, said))
}

/** The other lead says that it is done too. */
export async function playSigned(on: OnAction, { body, text }: Said & { body: string }): Promise<void> {
  const { commitment, declared } = await declaredOf(on)
  const by = speakingFor(on.world, body)
  await commitmentActs.sign(on.world.city, by, commitment.id, { declared }, shown(on, { text }))
}

export async function playStopped(on: OnAction, said: Said): Promise<void> {
  const { commitment } = await promiseOf(on)
  await commitmentActs.stop(on.world.city, leadOf(on), commitment.id, say(on, said))
}

export async function playChecked(on: OnAction, check: NonNullable<ActionStory['check']>): Promise<void> {
  const { commitment, declared } = await declaredOf(on)
  const by = inRole(on.world, ...(checkers[check.by] as [string, string]))
  const said = { finding: check.finding, method: 'seen' as const, declared }
  await commitmentActs.check(on.world.city, by, commitment.id, said, shown(on, check))
}

async function declaredOf(on: OnAction) {
  const whole = await promiseOf(on)
  return { ...whole, declared: whole.steps.findLast(({ kind }) => kind === 'done')!.no }
}

/** Tells the committee how a year went. */
export function playTold(world: World, plan: PlanStory, told: NonNullable<PlanStory['told']>) {
  const { year, text, title, sitting } = told
  const said = { text, title, sitting, lang: world.lang }
  const { key } = world.plans.get(plan.key)!
  return acts.tellYear(world.city, planningOffice(world), key, world.today.year + year, said)
}
