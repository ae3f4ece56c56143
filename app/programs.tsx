import { sql } from 'drizzle-orm'
import { anyone } from '#kit/audience.ts'
import { NotFound } from '#kit/found.ts'
import type { Room } from '#kit/room.ts'
import { bareRoutes, type Declared, routes } from '#kit/routes.ts'
import { Gallery } from '#ui/gallery.tsx'
import { mayMeasure, measured } from './metrics.ts'
import { describe } from './openapi.ts'

type Options = { declared: () => readonly Declared[]; metricsToken: string | undefined }

/** What programs and engineers ask for: health, measures, the description of the interface, the gallery. */
export const programsRoom = ({ declared, metricsToken }: Options): Room => ({
  key: 'programs',
  sentences: { en: {} },
  routes: [
    bareRoutes()
      .get('/healthz', anyone, (c) => c.text('ok\n'))
      .get('/readyz', anyone, async (c) => {
        await c.var.city.reads.select({ one: sql`1` }).from(sql`(select 1) as one`)
        return c.text('ok\n')
      })
      .get('/metrics', anyone, async (c) => {
        if (!mayMeasure(c, metricsToken)) throw new NotFound()
        return c.text(await measured(), 200, { 'content-type': 'text/plain; version=0.0.4; charset=utf-8' })
      })
      .get('/openapi.json', anyone, (c) => c.json(describe(declared(), c.var.city))),
    routes().get('/ui', anyone, (c) => {
      if (!c.var.city.demo) throw new NotFound()
      return c.html(<Gallery view={c.var.view} />)
    }),
  ],
})
