import type { Tx } from '#kit/db.ts'
import { found } from '#kit/found.ts'
import type { Facts } from '#kit/refusal.ts'
import type { Entry } from '#record/index.ts'
import { indexThing } from '#search/index.ts'
import { aboutCommitment, titleOf } from './commitment.ts'
import { formOf } from './form.ts'
import { wholeCommitment } from './whole.reads.ts'

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
