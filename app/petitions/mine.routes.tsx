import { signedIn } from '#kit/audience.ts'
import { NotFound } from '#kit/found.ts'
import type { Routes } from '#kit/routes.ts'
import { subjectOf } from '#people/index.ts'
import { MinePage } from './mine.pages.tsx'
import { filedBy, signedBy } from './mine.reads.ts'

/** What somebody asked for and signed, for themselves. */
export const addMine = (routes: Routes): Routes =>
  routes.get('/petitions/mine', signedIn, async (c) => {
    const { city, view } = c.var
    if (view.viewer.kind !== 'person') throw new NotFound()
    const person = subjectOf(view.viewer)
    return c.html(
      <MinePage
        view={view}
        filed={await filedBy(city.reads, person)}
        signed={await signedBy(city.reads, person)}
      />,
    )
  })
