import type { City } from '#kit/city.ts'
import { Refusal } from '#kit/refusal.ts'
import type { Actor, Receipt } from '#record/index.ts'
import { lastAnswer } from './answering.actions.ts'
import { forReceipt } from './on-petition.actions.ts'
import type { Verdict } from './petition.ts'
import { satisfactions } from './tables.ts'

/** The author says whether the newest answer helped, once. Whoever calls knows that it is the author. */
export const rate = (
  city: City,
  by: Actor,
  id: number,
  { verdict, text, lang }: { verdict: Verdict; text?: string | undefined; lang: string },
): Promise<Receipt> =>
  forReceipt(city, by, id, async ({ tx, at }) => {
    const about = await lastAnswer(tx, id)
    if (!about) throw new Refusal('petitions.no-answer-yet')
    const rows = await tx
      .insert(satisfactions)
      .values({ answer: about.id, petition: id, at, verdict, ...(text && { text, lang }) })
      .onConflictDoNothing()
      .returning({ answer: satisfactions.answer })
    if (rows.length === 0) throw new Refusal('petitions.rated-already')
    return { what: 'petitions.rated', facts: { verdict } }
  })
