import { aboutAction, actionsOwed, agreedBy } from '#plan/index.ts'
import type { Matter } from './matter.ts'
import { type Asked, answering } from './matters.reads.ts'

/** What the year of the plan asks of bodies: their word to actions, and reports on quarters. */
export async function planMatters(asked: Asked): Promise<Matter[]> {
  const { city, bodies, at, keys = [...bodies.keys()] } = asked
  const { agreements, reports } = await actionsOwed(city.reads, city.facts, keys, at)
  return [
    ...agreements.map(
      ({ line: { action, task }, body }): Matter => ({
        kind: 'agreement',
        about: aboutAction(task, action.id),
        title: { [action.lang]: action.title },
        lang: action.lang,
        bodies: answering(asked, body),
        dueOn: agreedBy(city.facts, action.year) ?? null,
        form: `/desk/year/actions/${action.id}/agreement`,
      }),
    ),
    ...reports.map(
      ({ line: { action, task }, quarter }): Matter => ({
        kind: 'report',
        about: aboutAction(task, action.id),
        title: { [action.lang]: action.title },
        lang: action.lang,
        bodies: answering(asked, ...action.leads),
        dueOn: quarter.dueOn,
        form: `/desk/year/actions/${action.id}/quarters/${quarter.quarter}`,
      }),
    ),
  ]
}
