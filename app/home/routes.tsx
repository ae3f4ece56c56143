import { charterOf } from '#charter/index.ts'
import { latelySettled, standingCounts } from '#commitments/index.ts'
import { anyone } from '#kit/audience.ts'
import { routes } from '#kit/routes.ts'
import type { Localized } from '#kit/words.ts'
import { mostSigned, petitionCounts } from '#petitions/index.ts'
import { alike, newestEntries } from '#record/index.ts'
import { HomePage } from './pages.tsx'
import { courseLately } from './reads.ts'

export function homeRoutes(motto: Localized | undefined) {
  const courseOf = courseLately()
  return routes().get('/', anyone, async (c) => {
    const { city, view } = c.var
    const { reads, facts } = city
    const { rows } = await newestEntries(reads, { timeZone: view.timeZone }, { after: undefined, limit: 40 })
    return c.html(
      <HomePage
        view={view}
        motto={motto}
        chapters={(await charterOf(reads))?.chapters ?? []}
        petitions={facts.procedures && (await petitionCounts(reads, view.at))}
        signable={await mostSigned(reads, view.at, 4)}
        subjects={facts.subjects}
        promises={(await standingCounts(reads, view.at)).new}
        settled={await latelySettled(reads, 4)}
        lately={alike(rows).slice(0, 5).flat()}
        course={await courseOf(city, view.at)}
      />,
    )
  })
}
