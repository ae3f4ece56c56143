import { z } from 'zod'
import { deedOf } from './deed.ts'
import type { IndicatorStory, PlanStory, PrioritiesStory } from './story.tower.ts'
import { when } from './when.ts'

const text = z.string('text').trim().min(1, 'text')
const key = z.string('key').regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'key')
/** Days before the end of the story, which is today. */
const ago = z.int('whole').max(-1, 'before-today')
const days = z.int('whole').min(0, 'whole')
const article = z.union([z.int(), z.string()], 'articleNo').transform((no) => `charter/${no}` as const)
const reason = z.enum(['law', 'money', 'competence', 'overlap', 'under-way', 'other'])
const outcome = z.enum(['accepted', 'in-part', 'under-way', 'declined', 'referred'])
const ground = z.enum(['names-somebody', 'hatred', 'threat', 'advertising', 'unlawful'])

const told = { text }

const pledgeDeeds = {
  report: z.object({ report: text }),
  milestone: z.object({ milestone: z.int('whole').min(1, 'whole'), ...told }),
  help: z.object({ help: key, ...told }),
  helped: z.object({ helped: z.boolean('yes-or-no'), ...told }),
  change: z.object({ change: z.strictObject({ due: days }), ...told }),
  done: z.object({ done: text }),
  stop: z.object({ stop: text }),
  check: z.object({
    check: z.enum(['confirmed', 'in-part', 'not-confirmed']),
    by: z.enum(['residents', 'audit', 'committee']),
    method: z.enum(['seen', 'documents', 'measured', 'asked', 'other']),
    ...told,
  }),
}

/** What is promised with a yes, in days from that yes, and what becomes of it. */
const pledge = z.strictObject({
  kind: z.enum(['new', 'under-way']).default('new'),
  title: text,
  text,
  lead: key.optional(),
  supporting: z.array(key).default([]),
  starts: z.int('whole').default(1),
  due: days,
  cost: z.union([z.literal('none'), z.int().positive()], 'whole'),
  milestones: z.array(z.tuple([text, days])).default([]),
  articles: z.array(article).default([]),
  groups: z.array(key).default([]),
  districts: z.array(key).default([]),
  after: z.array(deedOf(pledgeDeeds)).default([]),
})

const answered = {
  text,
  reason: reason.optional(),
  because: text.optional(),
  review: days.optional(),
  to: text.optional(),
  reach: text.optional(),
  pledges: z.array(pledge).optional(),
}

const petitionDeeds = {
  sign: z.object({ sign: z.array(key).min(1) }),
  sheets: z.object({ sheets: z.int('whole').min(1, 'whole'), at: text }),
  opinion: z.object({ opinion: z.enum(['for', 'against', 'neither']), who: key, ...told }),
  pass: z.object({ pass: key, ...told }),
  merge: z.object({ merge: key, ...told }),
  grant: z.object({ grant: text }),
  refuse: z.object({ refuse: text }),
  pause: z.object({
    pause: z.enum(['author', 'opinions', 'mediation', 'experts', 'court']),
    until: days,
    ...told,
  }),
  extend: z.object({ extend: text }),
  hearing: z.object({ hearing: days, place: text, access: text }),
  hearingReport: z.object({ hearingReport: text }),
  mediate: z.object({ mediate: text }),
  mediated: z.object({ mediated: z.boolean('yes-or-no'), ...told }),
  answer: z.object({ answer: outcome, ...answered }),
  revisit: z.object({ revisit: outcome, ...answered }),
  satisfied: z.object({ satisfied: z.enum(['yes', 'partly', 'no']), text: text.optional() }),
  object: z.object({ object: text }),
  upheld: z.object({ upheld: z.boolean('yes-or-no'), ...told }),
  hide: z.object({ hide: ground, ...told }),
  hideOpinion: z.object({ hideOpinion: key, ground, ...told }),
  appeal: z.object({ appeal: text }),
  restored: z.object({ restored: z.boolean('yes-or-no'), ...told }),
  remark: z.object({ remark: text }),
  withdraw: z.object({ withdraw: z.literal(true) }),
}

/** Somebody of the cast by key, or nobody who says who they are. */
const castOrNobody = key
const stranger = z.strictObject({ name: text, lang: z.string().optional() })
const helped = z.strictObject({ clerk: key, for: text })

/** A petition and all that happened to it, in days before today and days after it was filed. */
export const petitionStory = z.strictObject({
  day: ago,
  who: z.union([castOrNobody, stranger, helped]),
  procedure: key.optional(),
  topic: key,
  articles: z.array(article).optional(),
  groups: z.array(key).default([]),
  district: key.optional(),
  title: text,
  text,
  /** Why it should go to the committee without a count of heads. */
  lane: text.optional(),
  after: z.array(deedOf(petitionDeeds)).default([]),
})

/** What a body answers to a recommendation, in days after the sitting. */
const recommended = z.strictObject({
  on: days,
  answer: z.enum(['accepted', 'in-part', 'declined']),
  text,
  reason: z.enum(['law', 'money', 'competence', 'overlap', 'other']).optional(),
  because: text.optional(),
  review: days.optional(),
  pledges: z.array(pledge).optional(),
})

const item = z.strictObject({
  /** The committee's own matter, or a petition or a plan by its key. */
  title: text.optional(),
  petition: key.optional(),
  plan: key.optional(),
  text: text.optional(),
  votes: z.tuple([days, days, days]).default([0, 0, 0]),
  /** To whom it is recommended. */
  to: key.optional(),
  answer: recommended.optional(),
})

const sitting = z.strictObject({
  day: z.union([z.int('whole'), when], 'whole'),
  called: when,
  place: text,
  items: z.array(item).transform(inTurn),
  /** Of one that was held. */
  minutes: z.strictObject({ on: days, text }).optional(),
})

/** A committee's invented members and its sittings; one that is still to come is only called. */
export const committeeStory = z.strictObject({
  members: z.strictObject({
    day: when,
    seat: key,
    lasts: days,
    people: z.array(
      z.strictObject({
        name: text,
        sex: z.enum(['woman', 'man', 'other']).nullable(),
        young: z.boolean().nullable(),
      }),
    ),
  }),
  sittings: z.array(sitting),
})

/** As they stand on an agenda: the committee's own items first, then what people asked. */
function inTurn<T extends { title?: string | undefined }>(items: readonly T[]): T[] {
  return items.toSorted((a, b) => Number(!a.title) - Number(!b.title))
}

export type Story = {
  petitions: readonly PetitionStory[]
  committees: readonly CommitteeStory[]
  plans: readonly PlanStory[]
  indicators: readonly IndicatorStory[]
  priorities: readonly PrioritiesStory[]
}
export type CommitteeStory = z.output<typeof committeeStory> & { key: string }
export type SittingStory = z.output<typeof sitting>
export type Recommended = z.output<typeof recommended>
export type PetitionStory = z.output<typeof petitionStory> & { key: string }
export type PetitionDeed = PetitionStory['after'][number]
export type PledgeStory = z.output<typeof pledge>
export type PledgeDeed = PledgeStory['after'][number]
export type Answered = Extract<PetitionDeed, { deed: 'answer' }>['said']
