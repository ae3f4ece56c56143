import { z } from 'zod'
import * as s from './schema.parts.ts'

const { count, day, key, localized, monthDay, text, trusted } = s

/** `2018`, `2018/19`, `2019-H1`, `2019-Q1`, `2019-03`, `2007/08 to 2008/09`; YAML reads a year as a number. */
const period = s.asWritten(z.string('period').refine(isPeriod, 'period'))

const chapter = s.asWritten(s.number)

const article = s.thing
  .clone()
  .regex(/^charter\/./, 'thing')
  .register(s.refersTo, { among: 'thing' })

const value = z.strictObject({
  period,
  /** As it was printed; a number as it stands, or nothing where it is known to be missing. */
  value: z.number('figure').nullable(),
  is: z.enum(['normal', 'provisional', 'estimate', 'missing']).default('normal'),
  /** The category of each dimension it is broken down by; the whole where there is none. */
  of: z.record(key, text).default({}),
  district: s.districtKey.optional(),
  note: localized.optional(),
  ...trusted,
})

const definition = z.strictObject({
  from: period,
  text: localized,
  numerator: localized.optional(),
  denominator: localized.optional(),
  /** What the share is multiplied by: 100 for a percentage. */
  times: z.number('figure').positive('figure').optional(),
  /** What is done where a part of the formula is not known. */
  missing: z.enum(['none', 'as-zero', 'carried']).default('none'),
  /** Whether values before and after it cannot be compared. */
  breaks: z.boolean().default(false),
  ...trusted,
})

/** What is measured of a right. What nobody has documented (title, unit, owner, kind) is left out and said to be so. */
export const indicator = z.strictObject({
  order: count.optional(),
  title: localized,
  /** The chapter it belongs to: its area. */
  chapter: chapter.optional(),
  articles: z.array(article).default([]),
  groups: z.array(s.groupKey).default([]),
  /** The indicator that this is a part of. */
  within: s.indicatorKey.optional(),
  measures: z.enum(['structure', 'process', 'outcome']).optional(),
  /** Which way is better; where neither is, it is context and never counted. */
  good: z.enum(['up', 'down', 'neither']).optional(),
  unit: localized.optional(),
  decimals: count.max(6, 'whole').optional(),
  owner: s.bodyKey.optional(),
  /** Who else observes the same, so that nobody is judged by their own figures alone. */
  secondSource: localized.optional(),
  frequency: z.enum(['year', 'half', 'quarter', 'month']).default('year'),
  /** The day on which the values of a year are due in the next one; the city's norm where it is left out. */
  due: monthDay.optional(),
  dimensions: z
    .array(
      z.strictObject({
        key,
        label: localized,
        categories: z.array(z.strictObject({ key: text, label: localized })),
      }),
    )
    .default([]),
  definitions: z.array(definition).default([]),
  targets: z
    .array(
      z.strictObject({
        from: period,
        start: z.number('figure'),
        by: period,
        value: z.number('figure'),
        of: z.record(key, text).default({}),
        ...trusted,
      }),
    )
    .default([]),
  values: z.array(value).default([]),
  from: period.optional(),
  until: period.optional(),
  note: localized.optional(),
  ...trusted,
})

/** A round of evaluation as it was published; what the city measures itself is reckoned, not written here. */
export const evaluation = z.strictObject({
  measured: count,
  improved: count,
  notImproved: count.optional(),
  publishedOn: day.optional(),
  precision: s.precision,
  chapters: z
    .array(
      z.strictObject({
        chapter,
        improved: count.optional(),
        measured: count.optional(),
        /** In percent, as the city printed it. */
        change: z.number('figure').optional(),
      }),
    )
    .default([]),
  note: localized.optional(),
  ...trusted,
})

const task = z.strictObject({
  order: count.optional(),
  title: localized,
  text: localized.optional(),
  area: key,
  goal: key.optional(),
  articles: z.array(article).default([]),
  groups: z.array(s.groupKey).default([]),
  /** Who answers for it; where they are two, each has to say that it is done. */
  leads: z.array(s.bodyKey).default([]),
  supporting: z.array(s.bodyKey).default([]),
  indicators: z.array(s.indicatorKey).default([]),
  from: day.optional(),
  until: day.optional(),
  ...trusted,
})

/** A master plan as it was documented, or a set of measures that stand without an end. */
export const plan = z.strictObject({
  order: count.optional(),
  title: localized,
  vision: localized.optional(),
  from: day,
  until: day.optional(),
  precision: s.precision,
  territory: s.territoryKey.optional(),
  basis: s.provision.optional(),
  follows: s.planKey.optional(),
  goals: s.keyedBy('key', key, z.strictObject({ order: count.optional(), title: localized })),
  areas: s.keyedBy('key', key, z.strictObject({ order: count.optional(), title: localized })),
  /** How many agendas there are for whom. */
  targets: z.array(z.strictObject({ group: s.groupKey, agendas: count.optional() })).default([]),
  tasks: s.keyedBy('key', key, task),
  /** How large it was said to be on which day; what is not written here cannot be explained. */
  sizes: z
    .array(
      z.strictObject({
        on: day,
        precision: s.precision,
        tasks: count.optional(),
        bodies: count.optional(),
        areas: count.optional(),
        note: localized.optional(),
        ...trusted,
      }),
    )
    .default([]),
  /** What was done to make it. */
  steps: z
    .array(
      z.strictObject({
        on: day,
        precision: s.precision,
        kind: z.enum(['survey', 'study', 'hearing', 'debate', 'committee', 'approval', 'review', 'closing']),
        title: localized,
        ...trusted,
      }),
    )
    .default([]),
  note: localized.optional(),
  ...trusted,
})

/** How the master plan and its years go round, and how promises of several bodies are brought together. */
export const planning = z.strictObject({
  office: s.bodyKey,
  committee: s.bodyKey,
  norms: z.strictObject({
    /** The day of the year by which bodies agree to their actions. */
    agreedBy: s.normOf('limit'),
    /** After the end of a quarter. */
    reportWithin: s.normOf('deadline'),
    /** The share of what was to be reached by now below which a task is amber, and red. */
    amberBelow: s.normOf('minimum'),
    redBelow: s.normOf('minimum'),
  }),
})

export const measuring = z.strictObject({
  office: s.bodyKey,
  committee: s.bodyKey,
  norms: z.strictObject({
    /** After the end of a period, where an indicator names no day of its own. */
    dueWithin: s.normOf('deadline'),
    /** How many indicators at most a year's priorities are. */
    priorities: s.normOf('limit'),
    /** How many people a figure must stand for to be shown. */
    smallCell: s.normOf('minimum'),
  }),
})

/** In which kinds of bodies somebody has to see to human rights, and by which provision. */
export const officers = z.strictObject({ in: z.array(z.enum(s.bodyKinds)).min(1), basis: s.provision })

/** Who decides between bodies that do not help each other, and after how long it comes before them. */
export const coordination = z.strictObject({ liftedAfter: s.normOf('deadline'), to: s.bodyKey })

/** A stretch of time by its name; two of them with `to` between are the first to the last. */
function isPeriod(said: string): boolean {
  const [from = '', until = from, ...more] = said.split(' to ')
  return more.length === 0 && from <= until && [from, until].every(isOnePeriod)
}

function isOnePeriod(said: string): boolean {
  const [, year, next] = /^([0-9]{4})\/([0-9]{2})$/.exec(said) ?? []
  if (year) return (Number(year) + 1) % 100 === Number(next)
  return /^[0-9]{4}(-H[12]|-Q[1-4]|-(0[1-9]|1[0-2]))?$/.test(said)
}
