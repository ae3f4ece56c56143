import type { CityFacts } from '#kit/city.ts'
import type { Day } from '#kit/time.ts'
import { type ChangeOf, changeOf, newestOf, previous } from './change.ts'
import { type Owed, owedOf } from './due.ts'
import type { Indicator, Of, Value } from './indicator.ts'
import { type Period, periodOf } from './period.ts'
import { type Goal, type GoalStanding, goalOf, standingOf } from './target.ts'

/** An indicator as lists show it: the figure for everybody, what became of it, how far it is from its target. */
export type IndicatorLine = {
  key: string
  doc: Indicator
  /** Every figure for everybody, in order of time. */
  course: readonly Value[]
  newest: Value | undefined
  before: Value | undefined
  change: ChangeOf
  goal: { goal: Goal; standing: GoalStanding } | undefined
  owed: Owed | undefined
}

type Aim = { from: string; start: number; by: string; value: number; of: Of }

export function lineOf(
  doc: Indicator,
  course: readonly Value[],
  targets: readonly Aim[],
  on: { facts: CityFacts; today: Day; lastPeriod?: Period | undefined },
): IndicatorLine {
  const newest = newestOf(course)
  const before = newest && previous(course, newest)
  const aim = targets.findLast(({ of }) => Object.keys(of).length === 0)
  const goal = aim && goalOf(aim)
  return {
    key: doc.key,
    doc,
    course,
    newest,
    before,
    change: newest ? changeOf(doc, newest, before) : { is: 'not-known', by: null },
    goal: goal && { goal, standing: standingOf(goal, newest, doc.definitions) },
    owed: owedOf({ ...doc, began: began(doc) }, newest?.period ?? on.lastPeriod, on.facts, on.today),
  }
}

/** From when on there should be values. */
function began({ from, definitions }: Indicator): Period | undefined {
  const first = from ?? definitions[0]?.from
  return first === undefined ? undefined : periodOf(first)
}
