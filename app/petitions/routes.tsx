import { anyone } from '#kit/audience.ts'
import { routes } from '#kit/routes.ts'
import { Page } from '#ui/page.tsx'
import type { Means } from './means.ts'
import { words } from './words.ts'

/** What residents do with petitions. */
export const petitionRoutes = (_: Means) => [
  routes().get('/petitions', anyone, (c) => {
    const w = words(c.var.view)
    return c.html(<Page view={c.var.view} current="petitions" title={w.title} lead={w.lead} />)
  }),
]
