import { presentHolder } from '#bodies/index.ts'
import type { City } from '#kit/city.ts'
import type { Reads } from '#kit/db.ts'
import type { Procedure } from '#kit/procedures.ts'
import { dayAt } from '#kit/time.ts'

/** Whoever answers for a topic today; for none, the body that takes in what names none. */
export async function answersFor(
  city: City,
  reads: Reads,
  { intake }: Procedure,
  topic: string | undefined,
): Promise<string> {
  const today = dayAt(city.clock.now(), city.facts.timeZone)
  const named = city.facts.subjects.topics.find(({ key }) => key === topic)?.body ?? intake
  const [holder] = await presentHolder(reads, named, today)
  return holder?.key ?? intake
}
