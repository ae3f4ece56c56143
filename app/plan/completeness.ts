import type { Task } from './plan.ts'

/** What every task says before a plan is approved. */
export const needed = ['articles', 'groups', 'leads', 'until', 'cost', 'indicators', 'findings'] as const
export type Needed = (typeof needed)[number]

/** A task that does not say all it must. */
export type Lacking = { task: Task; lacks: Needed[] }

/** What each task lacks before approval: its article, its group, its owner, its year, its money, its indicator, its finding. */
export const completeness = (tasks: readonly Task[]): Lacking[] =>
  tasks.flatMap((task) => {
    const lacks = needed.filter((part) => isMissing(task[part]))
    return lacks.length > 0 ? [{ task, lacks }] : []
  })

/** «No cost» is an answer; saying nothing is none. */
const isMissing = (said: Task[Needed]): boolean => said === null || (Array.isArray(said) && said.length === 0)

/** What stands between a draft and the committee. */
export type Readiness = {
  tasks: number
  lacking: readonly Lacking[]
  heard: boolean
  unanswered: number
}

export const isReady = ({ tasks, lacking, heard, unanswered }: Readiness): boolean =>
  tasks > 0 && lacking.length === 0 && heard && unanswered === 0

/** What a task is linked to nothing by: without these nobody can see whom it serves and whether it helps. */
export const links = ['articles', 'indicators'] as const

/** The tasks that no article or no indicator knows of. */
export const unlinked = (tasks: readonly Task[]): { task: Task; lacks: (typeof links)[number][] }[] =>
  tasks.flatMap((task) => {
    const lacks = links.filter((part) => task[part].length === 0)
    return lacks.length > 0 ? [{ task, lacks }] : []
  })
