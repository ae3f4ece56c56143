import { z } from 'zod'
import { body, committee, post, succession, term } from './schema.bodies.ts'
import { chapter, instrumentArticle, instrumentVersion, numberMap, preamble } from './schema.law.ts'
import * as s from './schema.parts.ts'
import { evaluation, indicator, plan } from './schema.tower.ts'
import { procedures, subjects } from './schema.ways.ts'
import type { Shape } from './shapes.ts'

const { day, dated, key, localized, text, trusted } = s

const profile = z.strictObject({
  key,
  name: localized,
  shortName: localized.optional(),
  motto: localized.optional(),
  madeUp: z.boolean().default(false),
  languages: z.array(s.lang).min(1),
  timeZone: s.timeZone,
  currency: s.currency,
  territory: s.territoryKey,
  chapterColours: z.array(s.colour).min(1),
  contact: z.strictObject({
    office: localized,
    address: localized.optional(),
    email: z.email('email').optional(),
    phone: text.optional(),
    site: s.address.optional(),
  }),
  quickExit: s.address.optional(),
  attribution: localized.optional(),
  ...trusted,
})

const calendar = z.strictObject({
  weekend: z.array(z.int('weekday').min(1, 'weekday').max(7, 'weekday')),
  country: s.country.optional(),
  region: text.optional(),
  kinds: z.array(z.enum(['public', 'bank', 'optional', 'school', 'observance'])).default([]),
  fiscalYearStarts: s.monthDay.default('01-01'),
  days: s.keyedBy(
    'key',
    key,
    z.strictObject({
      rule: text,
      name: localized,
      before: s.count.optional(),
      after: s.count.optional(),
      from: day.optional(),
      until: day.optional(),
      declaredOn: day.optional(),
      closes: z.boolean().default(true),
      note: localized.optional(),
      ...trusted,
    }),
  ),
  substitutes: z
    .array(
      z.strictObject({
        for: z.array(key).min(1),
        onWeekdays: z.array(z.int('weekday').min(1, 'weekday').max(7, 'weekday')),
        orOverlap: z.boolean(),
        from: day.optional(),
        until: day.optional(),
        name: localized,
      }),
    )
    .default([]),
  commemorations: s.keyedBy(
    'key',
    key,
    z.strictObject({ each: s.monthDay, name: localized, note: localized.optional(), ...trusted }),
  ),
  ...trusted,
})

const territory = z.strictObject({
  name: localized,
  within: s.territoryKey.optional(),
  note: localized.optional(),
  ...trusted,
})

const district = z.strictObject({
  code: text.optional(),
  order: s.count.optional(),
  name: localized,
  within: s.territoryKey,
  office: s.bodyKey.optional(),
  ...trusted,
})

const instrument = z.strictObject({
  kind: z.enum(s.instrumentKinds),
  order: s.count.optional(),
  title: localized,
  shortTitle: localized.optional(),
  binding: z.boolean(),
  adoptedBy: localized.optional(),
  territory: s.territoryKey.optional(),
  address: s.address.optional(),
  note: localized.optional(),
  versions: s.keyedBy('key', s.versionKey, instrumentVersion).refine((all) => all.length > 0, 'versions'),
  preamble: preamble.optional(),
  chapters: s.keyedBy('no', s.number, chapter),
  articles: s.keyedBy('no', s.articleKey, instrumentArticle),
  numberMaps: z.array(numberMap).default([]),
  ...trusted,
})

const norm = z.strictObject({
  mechanism: key,
  kind: z.enum(s.normKinds),
  label: localized,
  gap: localized.optional(),
  versions: z
    .array(
      z.strictObject({
        ...dated,
        value: s.normValue.optional(),
        above: z.boolean().default(false),
        unit: z.enum(s.normUnits),
        of: z.enum(s.normBases).optional(),
        window: s.span.optional(),
        extension: s.span.optional(),
        provision: s.provision.optional(),
        territory: s.territoryKey,
        note: localized.optional(),
        ...trusted,
      }),
    )
    .min(1),
  ...trusted,
})

const source = z.strictObject({
  title: localized,
  address: text,
  read: day,
  publisher: localized.optional(),
  licence: text.optional(),
  note: text.optional(),
})

const milestone = z.strictObject({
  date: day,
  precision: s.precision,
  kind: z.enum(['law', 'charter', 'body', 'plan', 'mechanism', 'forum', 'event']),
  title: localized,
  about: s.thing.optional(),
  ...trusted,
})

const words = z.strictObject({ title: text, ...trusted })

/** What each file of a city holds. A city's clerk reads the same in docs/new-city.md. */
export const schemas = {
  profile,
  calendar,
  territory,
  district,
  body,
  succession,
  post,
  term,
  committee,
  instrument,
  norm,
  source,
  milestone,
  words,
  indicator,
  evaluation,
  plan,
  subjects,
  procedures,
}

type Keyed<S extends z.ZodType> = z.output<S> & { key: string }

export type Verification = z.output<typeof s.level>
/** How sure the city is of a record: of the whole, and of the parts named in `except`. */
export type Trust = { verification: Verification; source: string[]; except: Record<string, Verification> }
export type Precision = z.output<typeof s.precision>
/** A day as the files write it, `2026-07-01`; `until` is always the last day, included. */
export type IsoDay = string

export type Profile = z.output<typeof profile>
export type CalendarFile = z.output<typeof calendar>
export type Territory = Keyed<typeof territory>
export type District = Keyed<typeof district> & { shape: Shape }
export type BodyKind = (typeof s.bodyKinds)[number]
export type Body = Keyed<typeof body>
export type BodyVersion = Body['versions'][number]
export type Succession = Keyed<typeof succession>
export type Post = Keyed<typeof post>
export type Term = Keyed<typeof term>
export type Committee = Keyed<typeof committee>
export type CommitteeNorm = (typeof s.committeeNorms)[number]
export type Seat = Committee['seats'][number]
export type Instrument = Keyed<typeof instrument>
export type Chapter = Instrument['chapters'][number]
export type Article = Instrument['articles'][number]
export type ArticleVersion = Article['versions'][number]
export type NumberMap = Instrument['numberMaps'][number]
export type NormUnit = (typeof s.normUnits)[number]
/** `covers` is the territory and all that lies within it, worked out when the city is read. */
export type NormVersion = z.output<typeof norm>['versions'][number] & { covers: string[] }
export type Norm = Omit<Keyed<typeof norm>, 'versions'> & { versions: NormVersion[] }
export type Source = Keyed<typeof source>
export type Milestone = Keyed<typeof milestone>
/** One text of the city in one language, in Markdown: `texts/about.ko.md`. */
export type CityText = z.output<typeof words> & { key: string; lang: string; markdown: string }

export type IndicatorFile = Keyed<typeof indicator>
export type EvaluationFile = Keyed<typeof evaluation>
export type PlanFile = Keyed<typeof plan>
export type SubjectsFile = z.output<typeof subjects>
export type ProceduresFile = z.output<typeof procedures>

/** A whole city as its files say it, in an order that does not depend on the files. */
export type CityFiles = {
  profile: Profile
  calendar: CalendarFile
  territories: Territory[]
  districts: District[]
  bodies: Body[]
  successions: Succession[]
  posts: Post[]
  terms: Term[]
  committees: Committee[]
  instruments: Instrument[]
  norms: Norm[]
  sources: Source[]
  milestones: Milestone[]
  indicators: IndicatorFile[]
  evaluations: EvaluationFile[]
  plans: PlanFile[]
  texts: CityText[]
  subjects?: SubjectsFile
  procedures?: ProceduresFile
}

/** How sure the city is of one part of a record: `verificationOf(version, 'title.en')`. */
export const verificationOf = (record: Trust, part: string): Verification =>
  record.except[part] ?? record.except[part.split('.')[0] ?? part] ?? record.verification
