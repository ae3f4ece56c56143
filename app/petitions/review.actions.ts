import { eq } from 'drizzle-orm'
import type { City } from '#kit/city.ts'
import { Refusal } from '#kit/refusal.ts'
import { type Day, dayAt } from '#kit/time.ts'
import type { Actor } from '#record/index.ts'
import { lastAnswer } from './answering.actions.ts'
import { handle, reopen, whoever } from './handling.actions.ts'
import { checkAnswered, checkReviewDay } from './petition.handling.ts'
import { answers, reviews } from './tables.ts'

/** A second look at a no: it stands until another day, or the petition is open again. */
export type Look = { text: string; lang: string } & ({ stays: true; reviewOn: Day } | { stays: false })

export const lookAgain = (city: City, by: Actor, id: number, look: Look): Promise<void> =>
  handle(city, by, id, whoever.answers, async (on) => {
    const { tx, at, petition } = on
    checkAnswered(petition, at)
    const no = await lastAnswer(tx, id)
    if (!no?.reviewOn || no.reviewedAt) throw new Refusal('petitions.no-review')
    const { text, lang, stays } = look
    if (stays) checkReviewDay(look.reviewOn, dayAt(at, city.facts.timeZone))
    await tx.insert(reviews).values({
      petition: id,
      answer: no.id,
      at,
      announcedFor: no.reviewOn,
      body: by.as,
      stays,
      text,
      lang,
    })
    if (!stays) {
      await reopen(city.facts, on, { body: petition.body, reason: text, lang, by: by.as })
      return { what: 'petitions.opened-again' }
    }
    await tx.update(answers).set({ reviewOn: look.reviewOn }).where(eq(answers.id, no.id))
    return { what: 'petitions.no-stays' }
  })
