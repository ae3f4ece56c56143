import { type Headline, headlineNow } from '#indicators/index.ts'
import type { City } from '#kit/city.ts'
import type { Reads } from '#kit/db.ts'
import { reckoned } from '#kit/reckoned.ts'
import type { Instant } from '#kit/time.ts'
import { type YearNow, yearNow } from '#plan/index.ts'

/** What became worse, and how the plan's year stands; nothing of it where the city has nothing to show. */
export type Course = { worsened: Headline['worsened']; year: YearNow | undefined }

/** So little stands on the front page. */
const shown = 3

/**
 * For the page that everybody opens, so it may be some seconds old, however little there is: what is measured and what
 * was agreed for the year change from one day to the next.
 */
export function courseLately(): (city: City, at: Instant) => Promise<Course> {
  let known: ((reads: Reads, at: Instant) => Promise<Course>) | undefined
  return ({ reads, facts }, at) => {
    known ??= reckoned(
      async (from, when) => {
        const { worsened } = await headlineNow(from, facts, when)
        const year = await yearNow(from, facts, when)
        return { worsened: worsened.slice(0, shown), year }
      },
      () => true,
    )
    return known(reads, at)
  }
}
