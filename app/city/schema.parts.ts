import { z } from 'zod'

export const normKinds = [
  'deadline',
  'limit',
  'minimum',
  'quorum',
  'gate',
  'cycle',
  'threshold',
  'retention',
] as const
type NormKind = (typeof normKinds)[number]

/** Names what a key of the files must be found among; the reader follows these by itself. */
export type Kind =
  | 'body'
  | 'post'
  | 'territory'
  | 'district'
  | 'norm'
  | 'source'
  | 'provision'
  | 'thing'
  | 'group'
  | 'indicator'
  | 'plan'
export const refersTo = z.registry<{ among: Kind; kinds?: readonly NormKind[] }>()

// A message here is a code; words.*.ts says it in full.
export const text = z.string('text').trim().min(1, 'text')
export const key = z.string('key').regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'key')
export const normKey = z
  .string('normKey')
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+(-[a-z0-9]+)*)+$/, 'normKey')
export const versionKey = z.string('versionKey').regex(/^[0-9a-z]+(-[0-9a-z]+)*$/, 'versionKey')
export const number = z.string('number').regex(/^[0-9]+$/, 'number')
export const articleKey = z.string('articleNo').regex(/^[0-9A-Za-z]+(-[0-9A-Za-z]+)*$/, 'articleNo')
export const articleNo = asWritten(articleKey)
export const lang = z.string('lang').regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'lang')
export const localized = z
  .record(lang, text, 'localized')
  .refine((all) => Object.keys(all).length > 0, 'localized')
export const day = z.string('day').refine(isDay, 'day')
export const count = z.int('whole').min(0, 'whole')
export const monthDay = z.string('monthDay').refine((at) => isDay(`2024-${at}`), 'monthDay')
export const country = z.string('country').regex(/^[A-Z]{2}$/, 'country')
export const currency = z.string('currency').regex(/^[A-Z]{3}$/, 'currency')
export const colour = z.string('colour').regex(/^#[0-9a-f]{6}$/i, 'colour')
export const address = z.url({ protocol: /^https?$/, error: 'address' })
export const timeZone = z.string('timeZone').refine(isTimeZone, 'timeZone')
export const provision = z
  .string('provision')
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*(\/[0-9A-Za-z]+(-[0-9A-Za-z]+)*(\([0-9]+\)[0-9]*)*)?$/, 'provision')

/** Something of the city by the path of its page: `charter/11`, `bodies/human-rights-office`. */
export const thing = z
  .string('thing')
  .regex(/^(charter|bodies|committees|law|indicators|plans)(\/[0-9A-Za-z]+(-[0-9A-Za-z]+)*){0,2}$/, 'thing')
  .register(refersTo, { among: 'thing' })

const keyOf = (among: Kind) => key.clone().register(refersTo, { among })
export const bodyKey = keyOf('body')
export const postKey = keyOf('post')
export const territoryKey = keyOf('territory')
export const districtKey = keyOf('district')
export const groupKey = keyOf('group')
export const indicatorKey = keyOf('indicator')
export const planKey = keyOf('plan')
const sourceKey = keyOf('source')
export const normRef = normKey.clone().register(refersTo, { among: 'norm' })
/** A norm that says a thing of this kind: how long, how many. */
export const normOf = (...kinds: readonly NormKind[]) =>
  normKey.clone().register(refersTo, { among: 'norm', kinds })
provision.register(refersTo, { among: 'provision' })

export const level = z.enum(['confirmed', 'working', 'imported'])
export const precision = z.enum(['day', 'month', 'year']).default('day')

/** On every record: how sure the city is of it, and where it was read. Parts may inherit both from the whole. */
export const trusted = {
  verification: level,
  source: z.union([sourceKey.transform((one) => [one]), z.array(sourceKey).min(1, 'source')], 'source'),
  except: z.record(z.string(), level).default({}),
}

/** First and last day, both included; `precision` says how much of the first is known. */
export const dated = { from: day, until: day.optional(), precision }

export const bodyKinds = [
  'government',
  'council',
  'bureau',
  'department',
  'division',
  'office',
  'district-office',
  'education-office',
  'committee',
  'ombudsman',
  'affiliated',
  'centre',
  'partner',
  'national',
  'other',
] as const

export const instrumentKinds = [
  'charter',
  'ordinance',
  'rule',
  'act',
  'constitution',
  'guideline',
  'declaration',
  'principles',
  'treaty',
  'resolution',
  'agenda',
] as const

/** What a committee's rules are about; each names the norm that holds the number and its dates. */
export const committeeNorms = [
  'size',
  'termLength',
  'genderCap',
  'youthShare',
  'seatsPerPerson',
  'quorum',
  'majority',
  'dismissal',
  'regularMeetings',
  'extraMeeting',
  'notice',
  'papers',
  'minutes',
  'sunset',
  'evaluation',
] as const

export const normUnits = [
  'working-day',
  'day',
  'week',
  'month',
  'year',
  'person',
  'committee',
  'time',
  'time-a-year',
  'share',
  'supporter',
  'participant',
  'commitment',
  'indicator',
  'money',
  'date',
  'before-legal-review',
  'before-plan-confirmed',
  'at-once',
] as const

export const normBases = [
  'members',
  'appointed-members',
  'members-in-office',
  'members-present',
  'non-standing-members',
  'seats',
] as const

/** 14, 0.6, a fraction as the law says it (2/3), or a day of each year (02-28). */
export const normValue = z.union(
  [z.number(), z.string().regex(/^[0-9]+\/[1-9][0-9]*$/), monthDay],
  'normValue',
)

export const span = z.strictObject({
  value: z.number('whole').positive('whole'),
  unit: z.enum(['working-day', 'day', 'week', 'month', 'year']),
})

const natural = new Intl.Collator('en', { numeric: true })
export const naturally = (a: string, b: string): number =>
  natural.compare(a, b) || (a < b ? -1 : a > b ? 1 : 0)

/** A mapping of the file (key to record) as a list in an order that does not depend on the file. */
export function keyedBy<N extends 'key' | 'no' | 'about', S extends z.ZodType<object>>(
  name: N,
  keys: z.ZodString,
  record: S,
) {
  return z
    .record(keys, record)
    .default({})
    .transform((all) =>
      Object.entries(all)
        .sort(([a], [b]) => naturally(a, b))
        .map(([each, value]) => ({ ...value, [name]: each }) as z.output<S> & Record<N, string>),
    )
}

/** YAML reads `20` as a number and `20-2` as a text; as the number of an article both are texts. */
export function asWritten(schema: z.ZodString) {
  return z.preprocess((said) => (typeof said === 'number' ? String(said) : said), schema)
}

export function isDay(said: string): boolean {
  if (!/^[0-9]{4}-[0-9]{2}-[0-9]{2}$/.test(said)) return false
  try {
    Temporal.PlainDate.from(said)
    return true
  } catch {
    return false
  }
}

function isTimeZone(said: string): boolean {
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(said)
    return true
  } catch {
    return false
  }
}
