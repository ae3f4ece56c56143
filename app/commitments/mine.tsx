import { z } from 'zod'
import { allBodies, nameOf } from '#bodies/index.ts'
import { holder } from '#kit/audience.ts'
import { todayOf } from '#kit/day-asked.ts'
import { list } from '#kit/list.ts'
import { routes } from '#kit/routes.ts'
import type { Ctx } from '#kit/web.ts'
import { commitmentColumns } from './columns.ts'
import type { CommitmentLine } from './commitment.ts'
import { keysOf } from './desk.reads.ts'
import { bodiesOf, doing } from './desk.standing.ts'
import { MinePage } from './mine.pages.tsx'
import { shows } from './mine.ts'
import { countsOfBodies, tracked } from './tracker.reads.ts'

const query = z.object({ show: z.enum(shows).optional() })

const shownIn = (c: Ctx) => query.safeParse(c.req.query()).data?.show ?? 'open'

/** By what names that which the viewer's bodies answer for today may have been promised. */
async function keysIn(c: Ctx): Promise<string[]> {
  const { city, view } = c.var
  return keysOf(await allBodies(city.reads), bodiesOf(view.viewer, doing), todayOf(view))
}

/** All that one's bodies promised or support; what waits of it lies on the desk. */
export const mineDesk = list<CommitmentLine>(routes(), {
  path: '/desk/commitments/mine',
  audience: holder(...doing),
  summary: 'Promises that the bodies one speaks for lead or support: due soonest first.',
  query,
  columns: commitmentColumns,
  read: async (c, slice) => {
    const show = shownIn(c)
    const standing = show === 'all' ? undefined : show
    const wanted = { bodies: await keysIn(c), standing, sort: 'due' } as const
    return tracked(c.var.city.reads, wanted, c.var.view, slice)
  },
  page: async (c, { rows, older }) => {
    const { city, view } = c.var
    const bodies = await allBodies(city.reads)
    return c.html(
      <MinePage
        view={view}
        show={shownIn(c)}
        counts={await countsOfBodies(city.reads, await keysIn(c), view.at)}
        lines={rows}
        next={older}
        nameOf={(body) => nameOf(view, bodies, body, todayOf(view))}
      />,
    )
  },
})
