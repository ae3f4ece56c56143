import { z } from 'zod'
import { when } from './when.ts'

const text = z.string('text').trim().min(1, 'text')
const key = z.string('key').regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'key')
const localized = z.record(z.string(), text, 'localized')
const article = z.union([z.int(), z.string()], 'articleNo').transform((no) => `charter/${no}` as const)
/** A year counted from this one, which is 0. */
const year = z.int('whole')
const cost = z.union([z.literal('none').transform(() => 0), z.int().positive()], 'whole')

const task = z.strictObject({
  area: key,
  goal: key.optional(),
  title: localized,
  articles: z.array(article),
  groups: z.array(key),
  leads: z.array(key).min(1),
  supporting: z.array(key).default([]),
  indicators: z.array(key),
  /** By their turn in the plan's findings, from 1. */
  findings: z.array(z.int().min(1)),
  cost,
  until: year,
})

const obstacle = z.enum(['none', 'money', 'people', 'law', 'other-body', 'residents', 'other'])
const monthDay = z.string('monthDay').regex(/^[0-9]{2}-[0-9]{2}$/, 'monthDay')
const said = { on: when, text }

/** What a task does in a year, and what its leads said at the end of each quarter. */
const action = z.strictObject({
  task: key,
  year,
  drafted: when,
  title: text,
  text,
  measure: text,
  target: z.int().min(1),
  cost,
  due: monthDay,
  milestones: z.array(z.tuple([text, monthDay])).default([]),
  /** What its other leads said; whoever drafted it agreed by that. */
  agreed: z
    .array(
      z.strictObject({
        on: when,
        body: key,
        agrees: z.boolean('yes-or-no').default(true),
        reason: text.optional(),
      }),
    )
    .default([]),
  reports: z
    .array(
      z.strictObject({
        q: z.int().min(1).max(4),
        /** Days after the end of the quarter. */
        after: z.int().min(1).default(8),
        reached: z.int().min(0),
        text,
        obstacle: obstacle.default('none'),
        milestones: z.array(z.int().min(1)).default([]),
        help: z.strictObject({ of: key, text }).optional(),
      }),
    )
    .default([]),
  /** What became of the help that was asked for: answered, decided by whoever stands above, given, confirmed. */
  answered: z.strictObject({ ...said, accepted: z.boolean('yes-or-no') }).optional(),
  decided: z.strictObject({ ...said, of: key, due: when }).optional(),
  helped: z.strictObject(said).optional(),
  confirmed: z.strictObject(said).optional(),
  done: z.strictObject(said).optional(),
  signed: z.strictObject({ ...said, body: key }).optional(),
  stopped: z.strictObject(said).optional(),
  check: z
    .strictObject({
      ...said,
      by: z.enum(['residents', 'audit', 'committee']),
      finding: z.enum(['confirmed', 'in-part', 'not-confirmed']),
    })
    .optional(),
})

/** A plan that is made, approved by a committee and then carried out year by year. */
export const planStory = z.strictObject({
  begun: when,
  years: z.strictObject({ first: year, last: year }),
  title: localized,
  vision: localized,
  goals: z.record(key, localized),
  areas: z.record(key, localized),
  targets: z.array(z.strictObject({ group: key, agendas: z.int().min(1) })),
  findings: z.array(
    z.strictObject({
      on: when,
      kind: z.enum(['survey', 'hearing', 'indicator', 'case', 'recommendation']),
      text,
      source: text,
    }),
  ),
  hearing: z.strictObject({ announced: when, on: when, place: text, minutes: when, text }),
  written: when,
  tasks: z.record(key, task),
  remarks: z.array(
    z.strictObject({
      on: when,
      who: text,
      way: z.enum(['page', 'hearing', 'letter']),
      text,
      answered: when,
      outcome: z.enum(['taken', 'in-part', 'not-taken']),
      reason: text,
      task: key.optional(),
    }),
  ),
  actions: z.array(action).default([]),
  /** How a year was told to the committee, in one of its sittings. */
  told: z.strictObject({ ...said, year, title: text, sitting: z.int().min(1) }).optional(),
})

/** Something measured that is not in the city's files, and its figures as they came in. */
export const indicatorStory = z.strictObject({
  defined: when,
  title: localized,
  chapter: z.union([z.int(), z.string()]).transform(String),
  articles: z.array(article),
  groups: z.array(key).default([]),
  measures: z.enum(['structure', 'process', 'outcome']),
  good: z.enum(['up', 'down', 'neither']),
  unit: localized,
  decimals: z.int().min(0).optional(),
  owner: key,
  dimensions: z
    .array(
      z.strictObject({
        key,
        label: localized,
        categories: z.array(z.strictObject({ key, label: localized })),
      }),
    )
    .default([]),
  target: z
    .strictObject({ on: when, from: year, start: z.number(), by: year, value: z.number(), reason: text })
    .optional(),
  values: z.array(
    z.strictObject({
      on: when,
      year,
      provisional: z.boolean().default(false),
      note: text.optional(),
      cells: z.array(
        z.strictObject({
          value: z.number(),
          of: z.record(key, key).default({}),
          district: key.optional(),
          people: z.int().min(0).optional(),
        }),
      ),
    }),
  ),
  note: z.strictObject({ on: when, year, text }).optional(),
})

/** The few indicators that a year is about, and why these. */
export const prioritiesStory = z.strictObject({
  on: when,
  year,
  chosen: z
    .array(
      z.strictObject({
        indicator: key,
        criteria: z.array(z.enum(['severity', 'number', 'reversibility', 'who-asks'])).min(1),
        reason: text,
      }),
    )
    .min(1),
})

export type PlanStory = z.output<typeof planStory> & { key: string }
export type ActionStory = z.output<typeof action>
export type IndicatorStory = z.output<typeof indicatorStory> & { key: string }
export type PrioritiesStory = z.output<typeof prioritiesStory> & { key: string }
