import { inArray } from 'drizzle-orm'
import type { City } from '#kit/city.ts'
import { act, type Entries, type Entry } from '#record/index.ts'
import { lateIndicators } from './headline.reads.ts'
import { aboutIndicator } from './indicator.ts'
import { indicators } from './tables.ts'

/** Says in public, once for each period, that its values are late; whoever follows the indicator hears of it. */
export async function tellLate(city: City): Promise<void> {
  const late = await lateIndicators(city.reads, city.facts, city.clock.now())
  if (late.length === 0) return
  const told = new Map(
    (await city.reads.select({ key: indicators.key, of: indicators.toldOf }).from(indicators)).map((each) => [
      each.key,
      each.of,
    ]),
  )
  const fresh = late.filter(({ key, owed }) => told.get(key) !== owed!.periods[0].name)
  const entries = fresh.map(
    ({ key, doc, owed }): Entry => ({
      what: 'indicators.late',
      about: aboutIndicator(key),
      title: doc.title,
      facts: { period: owed!.periods[0].name, dueOn: String(owed!.dueOn) },
    }),
  )
  if (entries.length === 0) return
  await act(city, { as: 'system' }, async (tx) => {
    for (const [period, all] of Map.groupBy(fresh, ({ owed }) => owed!.periods[0].name))
      await tx
        .update(indicators)
        .set({ toldOf: period })
        .where(
          inArray(
            indicators.key,
            all.map(({ key }) => key),
          ),
        )
    return { entries: entries as Entries }
  })
}
