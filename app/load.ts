import { sql } from 'drizzle-orm'
import { changes as bodies } from '#bodies/index.ts'
import { changes as charter } from '#charter/index.ts'
import type { CityFiles } from '#city/index.ts'
import { changes as committees } from '#committees/index.ts'
import { indicatorChanges } from '#indicators/index.ts'
import type { City } from '#kit/city.ts'
import type { Reads } from '#kit/db.ts'
import { filesWereLoaded } from '#kit/remembered.ts'
import type { Instant } from '#kit/time.ts'
import { planChanges } from '#plan/index.ts'
import { act, type Change, type Entries } from '#record/index.ts'

/** Brings what is stored to what the files say, with an entry for each difference. @returns how many there were. */
export async function loadCity(city: City, files: CityFiles): Promise<number> {
  // Asked first without a lock: nearly every start finds nothing to do.
  if ((await differences(city.reads, files, city.clock.now())).length === 0) return 0
  try {
    const count = await act<number>(city, { as: 'city-files' }, async (tx, at) => {
      await tx.execute(sql`select pg_advisory_xact_lock(hashtext('madang load'))`)
      const found = await differences(tx, files, at)
      const [first, ...others] = found.map((each) => each.entry)
      if (!first) throw new LoadedMeanwhile()
      for (const each of found) await each.apply(tx)
      return { result: found.length, entries: [first, ...others] satisfies Entries }
    })
    filesWereLoaded()
    return count
  } catch (error) {
    if (error instanceof LoadedMeanwhile) return 0
    throw error
  }
}

/** Another process of the same city was faster. */
class LoadedMeanwhile extends Error {
  override name = 'LoadedMeanwhile'
}

async function differences(reads: Reads, files: CityFiles, at: Instant): Promise<Change[]> {
  const found: Change[] = []
  for (const changes of [charter, bodies, committees, indicatorChanges, planChanges])
    found.push(...(await changes(reads, files, at)))
  return found
}
