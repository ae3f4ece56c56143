import { charterOf } from '#charter/index.ts'
import { anyone } from '#kit/audience.ts'
import { routes } from '#kit/routes.ts'
import type { Localized } from '#kit/words.ts'
import { alike, newestEntries } from '#record/index.ts'
import { HomePage } from './pages.tsx'

export const homeRoutes = (motto: Localized | undefined) =>
  routes().get('/', anyone, async (c) => {
    const { city, view } = c.var
    const charter = await charterOf(city.reads)
    const { rows } = await newestEntries(
      city.reads,
      { timeZone: view.timeZone },
      { after: undefined, limit: 100 },
    )
    const lately = alike(rows).slice(0, 5).flat()
    return c.html(<HomePage view={view} motto={motto} chapters={charter?.chapters ?? []} lately={lately} />)
  })
