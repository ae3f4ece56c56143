import { createHash } from 'node:crypto'
import { and, eq } from 'drizzle-orm'
import { allBodies, type Bodies } from '#bodies/index.ts'
import { keepFiles } from '#files/index.ts'
import { canonical } from '#kit/canonical.ts'
import type { City } from '#kit/city.ts'
import type { Tx } from '#kit/db.ts'
import type { Kept } from '#kit/files.ts'
import { found } from '#kit/found.ts'
import { type Facts, Refusal } from '#kit/refusal.ts'
import { type Day, dayAt, type Instant } from '#kit/time.ts'
import type { Lang } from '#kit/words.ts'
import { act, type Entry } from '#record/index.ts'
import { entryOf } from './entry.actions.ts'
import { mark } from './marking.actions.ts'
import { type Parties, partiesOf } from './party.reads.ts'
import { aboutStep, type Step } from './step.ts'
import { commitments, steps } from './tables.ts'

export type Row = typeof commitments.$inferSelect

/** As which body somebody acts, and by which account. */
export type By = { as: string; person: number }

/** What every step says, and the step that its writer had seen last. */
export type Said = {
  text: string
  lang: Lang
  links: readonly string[]
  files: readonly Kept[]
  seen?: number | undefined
}

export type OnCommitment = {
  city: City
  tx: Tx
  at: Instant
  today: Day
  row: Row
  /** The number that this step will have. */
  no: number
  bodies: Bodies
  parties: Parties
}

/** What a step is, what it changes, and what the record says of it. */
export type Taken = Pick<Step, 'kind' | 'doc'> & { set?: Partial<Row>; what: string; facts?: Facts }

/** An act that takes steps of a commitment among what else it does. */
export type Within = { city: City; tx: Tx; at: Instant }

type Work = (on: OnCommitment) => Promise<Taken> | Taken

/** Takes one step of a commitment, as an act of its own. */
export const step = (city: City, by: By, id: number, said: Said, asked: object, work: Work): Promise<void> =>
  act(city, by, async (tx, at) => ({
    entries: [await stepWithin({ city, tx, at }, by, id, said, asked, work)],
  }))

/**
 * Takes one step of a commitment that nobody else may touch meanwhile. `asked` is what the form said besides the text:
 * the same from the same person after the same step is the same form sent again.
 */
export async function stepWithin(
  { city, tx, at }: Within,
  by: By,
  id: number,
  said: Said,
  asked: object,
  work: Work,
): Promise<Entry> {
  const [locked] = await tx.select().from(commitments).where(eq(commitments.id, id)).for('update')
  const row = await found(locked)
  const once = digestOf(by, said, asked)
  await checkNotSentBefore(tx, id, once)
  const today = dayAt(at, city.facts.timeZone)
  const bodies = await allBodies(tx)
  const parties = partiesOf(bodies, row, today)
  const no = row.steps + 1
  const { kind, doc, set, what, facts } = await work({ city, tx, at, today, row, no, bodies, parties })
  const { text, lang, links, files } = said
  await tx.insert(steps).values({
    commitment: id,
    no,
    kind,
    at,
    body: by.as,
    person: by.person,
    text,
    lang,
    links: [...links],
    doc,
    once,
  })
  await keepFiles(tx, aboutStep(id, no), files, at)
  const [now] = await tx
    .update(commitments)
    .set({ ...set, steps: no })
    .where(eq(commitments.id, id))
    .returning()
  if (movesMarks(set)) await mark(tx, now!)
  return entryOf(tx, id, what, { step: no, ...facts })
}

const movesMarks = (set: Partial<Row> = {}) => Boolean(set.lead ?? set.supporting ?? set.dueOn)

/** Nothing where a program sent it that does not say what it had seen: then each sending counts. */
function digestOf(by: By, { seen, text, links, files }: Said, asked: object): string | null {
  if (seen === undefined) return null
  const sent = { by, seen, text, links, files: files.map((each) => each.digest), asked }
  return createHash('sha256').update(canonical(sent)).digest('hex')
}

async function checkNotSentBefore(tx: Tx, id: number, once: string | null): Promise<void> {
  if (once === null) return
  const before = await tx.$count(steps, and(eq(steps.commitment, id), eq(steps.once, once)))
  if (before > 0) throw new Refusal('commitments.sent-already')
}
