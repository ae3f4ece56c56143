import type { Ref } from '#kit/ref.ts'
import type { Lang, Localized } from '#kit/words.ts'
import { type Colour, colours, type Reason } from './year.standing.ts'

/** An action, or a task without one, as a year's report freezes it and its files show it. */
export type YearLine = {
  /** The number of the task, what it is called and the area it belongs to. */
  task: string
  taskTitle: Localized
  area: string
  /** Nothing of what follows where the task has no action. */
  action: number | null
  title: string | null
  lang: Lang | null
  leads: readonly string[]
  measure: string | null
  target: number | null
  reached: number | null
  dueOn: string | null
  cost: number | null
  commitment: Ref | null
  /** `none` where the task has no action. */
  standing: Colour | 'none'
  reasons: readonly Reason[]
  /** What stood in the way by the last report. */
  obstacle: string | null
  /** How often help was asked for, and how many of these requests went before whoever decides. */
  helpAsked: number
  lifted: number
}

/** What a year's report says in numbers, always in this order. */
export const yearFigures = ['tasks', 'actions', 'none', ...colours, 'helpAsked', 'lifted', 'cost'] as const
export type YearFigure = (typeof yearFigures)[number]

/** The figures of a year, counted from its lines and never typed. */
export function figuresOfYear(lines: readonly YearLine[]): Record<YearFigure, number> {
  const counted = lines.filter(({ action }) => action !== null)
  const sum = (of: (line: YearLine) => number) => lines.reduce((total, line) => total + of(line), 0)
  const standing = (name: YearLine['standing']) => lines.filter((each) => each.standing === name).length
  return {
    tasks: new Set(lines.map(({ task }) => task)).size,
    actions: counted.length,
    none: standing('none'),
    ...(Object.fromEntries(colours.map((each) => [each, standing(each)])) as Record<Colour, number>),
    helpAsked: sum((line) => line.helpAsked),
    lifted: sum((line) => line.lifted),
    cost: sum(({ standing: is, cost }) => (is === 'proposed' || is === 'withdrawn' ? 0 : (cost ?? 0))),
  }
}
