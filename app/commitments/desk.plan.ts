import { Refusal } from '#kit/refusal.ts'
import type { Day } from '#kit/time.ts'
import type { View } from '#kit/view.ts'
import { mostEver, type PlanValues } from './desk.answers.ts'
import type { Plan } from './planning.actions.ts'
import { amountOf, milestoneNumbers } from './pledge.ts'
import type { Milestone } from './step.ts'

/** The plan that a form asks for, as against the milestones there are. @throws Refusal */
export function planIn(
  view: Pick<View, 'currency'>,
  values: PlanValues,
  milestones: readonly Milestone[],
): Plan {
  const said = values as PlanValues & Record<string, unknown>
  const { scope, lead, supporting, startsOn, dueOn, cost, free } = values
  if (!cost && !free) throw new Refusal('commitments.cost-or-none', {}, 'cost')
  if (cost && free) throw new Refusal('commitments.cost-and-none', {}, 'cost')
  const ahead = milestones.filter((each) => !each.reachedAt && !each.droppedAt)
  return {
    text: scope,
    lead,
    supporting: supporting.filter((each) => each !== lead),
    startsOn,
    dueOn,
    cost: free ? null : amountOf(cost ?? '', view.currency, 'cost'),
    moved: ahead.map(({ no, dueOn: was }) => ({
      no,
      dueOn: said[`dropped${no}`] ? undefined : ((said[`moved${no}`] as Day | undefined) ?? was),
    })),
    added: addedIn(said, milestones.length),
  }
}

function addedIn(said: Record<string, unknown>, before: number): Plan['added'] {
  const added = milestoneNumbers.flatMap((no) => {
    const title = said[`milestone${no}.title`] as string | undefined
    const dueOn = said[`milestone${no}.dueOn`] as Day | undefined
    if (!title && !dueOn) return []
    if (!title) throw new Refusal('form.missing', {}, `milestone${no}.title`)
    if (!dueOn) throw new Refusal('form.missing', {}, `milestone${no}.dueOn`)
    return [{ title, dueOn }]
  })
  if (before + added.length > mostEver)
    throw new Refusal('commitments.too-many-milestones', { most: mostEver }, 'milestone1.title')
  return added
}
