import { eq } from 'drizzle-orm'
import { presentHolder } from '#bodies/index.ts'
import { adopt, type Pledge } from '#commitments/index.ts'
import type { City } from '#kit/city.ts'
import type { Tx } from '#kit/db.ts'
import { found } from '#kit/found.ts'
import type { Ref } from '#kit/ref.ts'
import { Refusal } from '#kit/refusal.ts'
import { type Day, dayAt } from '#kit/time.ts'
import { type Actor, act } from '#record/index.ts'
import {
  type AnswerKind,
  checkAnswer,
  checkAnswerable,
  type Reason,
  refOfRecommendation,
} from './recommendation.ts'
import { recommendationEntry, titleOf } from './recommendations.actions.ts'
import { answersTo, recommendationById } from './recommendations.reads.ts'
import { answers, recommendations } from './tables.ts'

export type AnswerDraft = {
  answer: AnswerKind
  text: string
  lang: string
  reason?: Reason | undefined
  because?: string | undefined
  reviewOn?: Day | undefined
  pledges: readonly Pledge[]
  /** How many answers there were when the form was shown, so that sending it twice is no second answer. */
  seen: number
}

/** Answers a recommendation: what is promised with a yes are commitments from this very act on. */
export function answer(
  city: City,
  by: Actor,
  id: number,
  { pledges, seen, ...said }: AnswerDraft,
): Promise<Ref> {
  return act(city, by, async (tx, at) => {
    await tx
      .select({ id: recommendations.id })
      .from(recommendations)
      .where(eq(recommendations.id, id))
      .for('update')
    const one = await found(recommendationById(tx, id))
    const today = dayAt(at, city.facts.timeZone)
    await checkAnswerer(tx, one.body, by.as, today)
    checkAnswerable({ answer: one.answer, answers: (await answersTo(tx, id)).length }, seen)
    checkAnswer({ ...said, pledges: pledges.length }, today)
    const about = refOfRecommendation(one)
    const adopted = await adopt(city, tx, at, { about, title: titleOf(one) }, pledges)
    const reviewOn = said.answer === 'accepted' ? null : (said.reviewOn ?? null)
    await tx.insert(answers).values({
      recommendation: id,
      at,
      body: by.as,
      answer: said.answer,
      text: said.text,
      lang: said.lang,
      reason: said.reason ?? null,
      because: said.because ?? null,
      reviewOn,
      commitments: adopted.refs,
    })
    await tx
      .update(recommendations)
      .set({ answer: said.answer, answeredAt: at, reviewOn })
      .where(eq(recommendations.id, id))
    const entry = await recommendationEntry(tx, one, 'committees.recommendation-answered', {
      answer: said.answer,
    })
    return { result: about, entries: [entry, ...adopted.entries] }
  })
}

/** @throws Refusal unless the body is the one that was asked, or answers today for what that one owed. */
async function checkAnswerer(tx: Tx, asked: string, by: string, today: Day): Promise<void> {
  const holders = await presentHolder(tx, asked, today)
  if (!holders.some(({ key }) => key === by)) throw new Refusal('site.not-allowed')
}
