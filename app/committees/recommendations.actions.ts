import { presentHolder } from '#bodies/index.ts'
import type { City } from '#kit/city.ts'
import type { Tx } from '#kit/db.ts'
import { found } from '#kit/found.ts'
import { ref } from '#kit/ref.ts'
import { type Facts, Refusal } from '#kit/refusal.ts'
import type { Day, Instant } from '#kit/time.ts'
import { comesFrom, type Entry } from '#record/index.ts'
import { indexThing } from '#search/index.ts'
import { answerDueAt, type Recommendation, refOfRecommendation } from './recommendation.ts'
import { answersTo, recommendationAt, recommendationForm } from './recommendations.reads.ts'
import type { Item, Outcome } from './sitting.ts'
import { recommendations } from './tables.ts'

/** @throws Refusal of a recommendation that nobody may read, nobody carried, or nobody would answer. */
export async function checkRecommendable(
  tx: Tx,
  item: Pick<Item, 'closed'>,
  outcome: Outcome,
  to: string,
  today: Day,
): Promise<void> {
  if (item.closed) throw new Refusal('committees.recommendation-closed', {}, 'recommendedTo')
  if (outcome !== 'adopted') throw new Refusal('committees.recommendation-not-adopted', {}, 'recommendedTo')
  if ((await presentHolder(tx, to, today)).length === 0)
    throw new Refusal('committees.no-such-body', {}, 'recommendedTo')
}

/** Asks something of a body, in the act that decides so. Whoever follows what led to it hears what becomes of it. */
export async function recommend(
  city: City,
  tx: Tx,
  at: Instant,
  made: { committee: string; no: number; sitting: number; item: Pick<Item, 'no' | 'about'>; body: string },
): Promise<Entry> {
  const { committee, no, sitting, item, body } = made
  const dueAt = answerDueAt(city.facts, at)
  await tx.insert(recommendations).values({ committee, sitting, item: item.no, body, madeAt: at, dueAt })
  const one = await found(recommendationAt(tx, committee, no, item.no))
  const about = refOfRecommendation(one)
  for (const origin of [
    ref('committees', committee),
    ref('committees', `${committee}/sittings/${no}`),
    ...(item.about ? [item.about] : []),
  ])
    await comesFrom(tx, about, origin)
  return recommendationEntry(tx, one, 'committees.recommendation-made')
}

export const titleOf = ({ title, lang }: Recommendation) => ({ [lang]: title })

/** What the record says of a recommendation, and what search finds of it, after it changed. */
export async function recommendationEntry(
  tx: Tx,
  one: Recommendation,
  what: string,
  facts: Facts = {},
): Promise<Entry> {
  const about = refOfRecommendation(one)
  const said = await answersTo(tx, one.id)
  const texts = [one.text, one.decision, ...said.flatMap((each) => [each.text, each.because])]
  const text = texts.filter(Boolean).join('\n')
  await indexThing(tx, [{ about, lang: one.lang, title: one.title, text }])
  return { what, facts, about, title: titleOf(one), shows: await recommendationForm(tx, one) }
}
