import type { Reads, Tx } from '#kit/db.ts'
import { found } from '#kit/found.ts'
import { type Ref, ref } from '#kit/ref.ts'
import type { Facts } from '#kit/refusal.ts'
import type { PublicForm } from '#kit/room.ts'
import type { Localized } from '#kit/words.ts'
import type { Entry } from '#record/index.ts'
import { indexThing } from '#search/index.ts'
import { type Whole, wholeCommitment } from './whole.reads.ts'

export const aboutCommitment = (id: number): Ref => ref('commitments', id)

export const titleOf = ({ title, lang }: { title: string; lang: string }): Localized => ({ [lang]: title })

/** What the record says of a commitment, and what search finds of it, after it changed. */
export async function entryOf(tx: Tx, id: number, what: string, facts: Facts = {}): Promise<Entry> {
  const whole = await found(wholeCommitment(tx, id))
  const { commitment } = whole
  const about = aboutCommitment(id)
  const texts = [
    commitment.text,
    ...whole.milestones.map((each) => each.title),
    ...whole.steps.map((each) => each.text),
  ]
  await indexThing(tx, [{ about, lang: commitment.lang, title: commitment.title, text: texts.join('\n') }])
  return { what, facts, about, title: titleOf(commitment), shows: formOf(whole) }
}

/** A commitment as outsiders compare it with the record: everything but the counting of its steps. */
function formOf({ commitment: { steps: _, ...commitment }, files, ...parts }: Whole): PublicForm {
  const form = {
    ...commitment,
    ...parts,
    files: files.map(({ about, name, digest }) => ({ about, name, digest })),
  }
  // Moments and days as text, so that what is committed to and what is shown later are the same to the letter.
  return JSON.parse(JSON.stringify(form)) as PublicForm
}

/** Its public form, for whoever checks it against the record. */
export async function publishedCommitment(reads: Reads, id: string): Promise<PublicForm | undefined> {
  if (!/^[1-9]\d{0,8}$/.test(id)) return undefined
  const whole = await wholeCommitment(reads, Number(id))
  return whole && formOf(whole)
}
