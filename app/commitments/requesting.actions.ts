import { and, eq, isNull, lte } from 'drizzle-orm'
import { type Bodies, holdersOf } from '#bodies/index.ts'
import type { City } from '#kit/city.ts'
import { found } from '#kit/found.ts'
import { Refusal } from '#kit/refusal.ts'
import type { Day, Instant } from '#kit/time.ts'
import { act } from '#record/index.ts'
import { isPast } from './commitment.ts'
import { entryOf } from './entry.actions.ts'
import { checkActsFor, checkStands } from './party.reads.ts'
import { checkOpen } from './reporting.actions.ts'
import { liftAtOf } from './request.clock.ts'
import { isAnswerable, isPromised, requestStateOf, wordsFor } from './request.ts'
import { liftedUntold, type RequestLine, requestOf } from './requests.reads.ts'
import type { HelpWord } from './step.ts'
import {
  type By,
  type OnCommitment,
  type Said,
  step,
  stepWithin,
  type Taken,
  type Within,
} from './stepping.actions.ts'
import { helps } from './tables.ts'

type Help = typeof helps.$inferSelect

/** Asks another body for help. */
export const askHelp = (city: City, by: By, id: number, of: string, said: Said) =>
  step(city, by, id, said, { kind: 'help', of }, helpAsked(by, of))

export const askHelpWithin = (within: Within, by: By, id: number, of: string, said: Said) =>
  stepWithin(within, by, id, said, { kind: 'help', of }, helpAsked(by, of))

const helpAsked =
  (by: By, of: string) =>
  async ({ city, tx, row, no, parties, bodies, today }: OnCommitment): Promise<Taken> => {
    checkActsFor(by.as, parties.involved)
    checkOpen(row)
    checkStands(bodies, of, today, 'of')
    if (parties.involved.includes(of)) throw new Refusal('commitments.helps-already', {}, 'of')
    await tx.insert(helps).values({ commitment: row.id, asked: no, of, ...clockFrom(city, today) })
    return { kind: 'help', doc: { of }, what: 'commitments.help-asked' }
  }

/** Says whether help will come, and why. Who helps is involved from then on, and checks nothing here. */
export const answerHelp = (
  city: City,
  by: By,
  id: number,
  { asked, accepted }: { asked: number; accepted: boolean },
  said: Said,
) =>
  step(city, by, id, said, { kind: 'help-answer', asked, accepted }, async (on) => {
    const request = await requestOn(on, asked)
    checkActsFor(by.as, today(on, request.helper))
    if (!isAnswerable(request)) throw new Refusal('commitments.help-answered-already')
    await move(on, asked, { answered: on.no, ...(accepted ? noClock : keptIfLifted(request, on.at)) })
    return {
      kind: 'help-answer',
      doc: { asked, accepted },
      ...(accepted && { set: { supporting: withHelper(on, by.as) } }),
      what: accepted ? 'commitments.help-accepted' : 'commitments.help-declined',
    }
  })

/** Whoever helps says that it has helped. Whoever asked says whether that is so. */
export const doneHelp = (city: City, by: By, id: number, { asked }: { asked: number }, said: Said) =>
  step(city, by, id, said, { kind: 'help-done', asked }, async (on) => {
    const request = await requestOn(on, asked)
    checkActsFor(by.as, today(on, request.helper))
    if (!isPromised(request)) throw new Refusal('commitments.help-not-promised')
    await move(on, asked, keptIfLifted(request, on.at))
    return { kind: 'help-done', doc: { asked }, what: 'commitments.help-done' }
  })

/** What whoever asked says: that a no will not do, that the help came, that it did not, or that it is not needed any more. */
export const sayOfHelp = (
  city: City,
  by: By,
  id: number,
  { asked, word }: { asked: number; word: HelpWord },
  said: Said,
) =>
  step(city, by, id, said, { kind: 'help-word', asked, word }, async (on) => {
    const request = await requestOn(on, asked)
    checkActsFor(by.as, today(on, request.asker))
    if (!wordsFor(request).includes(word)) throw new Refusal('commitments.word-not-now', {}, 'word')
    const runs = word === 'insisted' || word === 'disputed'
    const lifted = runs && isPast(request.liftAt, on.at)
    await move(on, asked, lifted ? {} : runs ? clockFrom(city, on.today) : noClock)
    return { kind: 'help-word', doc: { asked, word }, what: `commitments.help-${word}` }
  })

export type Decision = { asked: number; helps: { of: string; dueOn: Day } | undefined }

/** Whoever decides between bodies says who helps, and by when, or that nobody has to. It binds. */
export const decideHelp = (city: City, by: By, id: number, { asked, helps: who }: Decision, said: Said) => {
  const of = who?.of ?? null
  const dueOn = who ? String(who.dueOn) : null
  return step(city, by, id, said, { kind: 'help-decision', asked, of, dueOn }, async (on) => {
    const request = await requestOn(on, asked)
    const { coordination } = city.facts.procedures ?? {}
    checkActsFor(by.as, coordination ? today(on, coordination.to) : [])
    if (requestStateOf(request, on.at) !== 'lifted') throw new Refusal('commitments.not-lifted')
    if (who) checkMayHelp(on, who)
    await move(on, asked, { ...noClock, helper: of ?? request.helper, dueOn: who?.dueOn ?? null })
    return {
      kind: 'help-decision',
      doc: { asked, of, dueOn },
      ...(of !== null && { set: { supporting: withHelper(on, of) } }),
      what: who ? 'commitments.help-decided' : 'commitments.help-closed',
      ...(dueOn !== null && { facts: { dueOn } }),
    }
  })
}

function checkMayHelp(
  { bodies, today, parties }: OnCommitment,
  { of, dueOn }: { of: string; dueOn: Day },
): void {
  checkStands(bodies, of, today, 'of')
  if (parties.lead.includes(of)) throw new Refusal('commitments.lead-supports', {}, 'of')
  if (Temporal.PlainDate.compare(dueOn, today) < 0)
    throw new Refusal('commitments.due-in-the-past', {}, 'dueOn')
}

/** Tells those who follow that a request has gone before whoever decides, once. */
export async function tellLifted(city: City): Promise<void> {
  const at = city.clock.now()
  for (const { commitment, asked } of await liftedUntold(city.reads, at))
    await act(city, { as: 'system' }, async (tx) => {
      const [told] = await tx
        .update(helps)
        .set({ liftedToldAt: at })
        .where(and(one(commitment, asked), isNull(helps.liftedToldAt), lte(helps.liftAt, at)))
        .returning()
      if (!told) throw new Refusal('commitments.sent-already')
      return { entries: [await entryOf(tx, commitment, 'commitments.help-lifted', { asked })] }
    }).catch((error: unknown) => {
      // Another process told it meanwhile.
      if (!(error instanceof Refusal)) throw error
    })
}

const requestOn = ({ tx, row }: OnCommitment, asked: number): Promise<RequestLine> =>
  found(requestOf(tx, row.id, asked))

const one = (commitment: number, asked: number) =>
  and(eq(helps.commitment, commitment), eq(helps.asked, asked))

const move = ({ tx, row, no }: OnCommitment, asked: number, set: Partial<Help>) =>
  tx
    .update(helps)
    .set({ ...set, last: no })
    .where(one(row.id, asked))

/** Who answers today for what a body was asked, or asked itself. */
const today = ({ bodies, today: day }: { bodies: Bodies; today: Day }, body: string) =>
  holdersOf(bodies, body, day).map((each) => each.key)

const withHelper = ({ row }: OnCommitment, body: string) => [...new Set([...row.supporting, body])]

const noClock = { waitsFrom: null, liftAt: null, liftedToldAt: null } satisfies Partial<Help>

const clockFrom = ({ facts }: City, waitsFrom: Day): Partial<Help> => {
  const liftAt = liftAtOf(facts, waitsFrom)
  return liftAt ? { ...noClock, waitsFrom, liftAt } : noClock
}

/** What has gone before others stays there until they decide, or until help is promised. */
const keptIfLifted = ({ liftAt }: RequestLine, at: Instant): Partial<Help> =>
  isPast(liftAt, at) ? {} : noClock
