import type { Fault } from '#city/index.ts'
import { lookingAt, type Names, type Told } from './names.ts'
import type { IndicatorStory, PlanStory, PrioritiesStory } from './story.tower.ts'

/** Names that name nothing in the story of a plan. */
export function planFaults({ record, where }: Told<PlanStory>, known: Names): Fault[] {
  const { tasks, areas, goals, findings, targets, remarks, actions } = record
  const own = {
    area: { among: Object.keys(areas), code: 'unknown-area' },
    goal: { among: Object.keys(goals), code: 'unknown-goal' },
    task: { among: Object.keys(tasks), code: 'unknown-thing' },
    finding: { among: findings.map((_, nth) => String(nth + 1)), code: 'one-of' },
  } as const
  const { look, faults } = lookingAt(where, { ...known, ...own })
  for (const [at, { group }] of targets.entries()) look('group', group, 'targets', at, 'group')
  for (const [at, { task }] of remarks.entries()) look('task', task, 'remarks', at, 'task')
  for (const [no, task] of Object.entries(tasks)) {
    const path = ['tasks', no] as const
    look('area', task.area, ...path, 'area')
    look('goal', task.goal, ...path, 'goal')
    look('article', task.articles, ...path, 'articles')
    look('group', task.groups, ...path, 'groups')
    look('body', [...task.leads, ...task.supporting], ...path, 'leads')
    look('indicator', task.indicators, ...path, 'indicators')
    look('finding', task.findings.map(String), ...path, 'findings')
  }
  for (const [at, { task, agreed, reports, decided, signed }] of actions.entries()) {
    look('task', task, 'actions', at, 'task')
    look(
      'body',
      agreed.map(({ body }) => body),
      'actions',
      at,
      'agreed',
    )
    look(
      'body',
      reports.flatMap(({ help }) => help?.of ?? []),
      'actions',
      at,
      'reports',
    )
    look('body', decided?.of, 'actions', at, 'decided', 'of')
    look('body', signed?.body, 'actions', at, 'signed', 'body')
  }
  return faults
}

/** The same of something measured. */
export function indicatorFaults({ record, where }: Told<IndicatorStory>, known: Names): Fault[] {
  const { look, faults } = lookingAt(where, known)
  look('article', record.articles, 'articles')
  look('group', record.groups, 'groups')
  look('body', record.owner, 'owner')
  for (const [at, { cells }] of record.values.entries())
    for (const [no, { district }] of cells.entries())
      look('district', district, 'values', at, 'cells', no, 'district')
  return faults
}

export function prioritiesFaults({ record, where }: Told<PrioritiesStory>, known: Names): Fault[] {
  const { look, faults } = lookingAt(where, known)
  for (const [at, { indicator }] of record.chosen.entries())
    look('indicator', indicator, 'chosen', at, 'indicator')
  return faults
}
