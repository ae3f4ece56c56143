import { z } from 'zod'
import { allBodies } from '#bodies/index.ts'
import { todayOf } from '#kit/day-asked.ts'
import { list } from '#kit/list.ts'
import { type Routes, routes } from '#kit/routes.ts'
import type { Ctx } from '#kit/web.ts'
import { bodiesOf, dutiesOf } from './competence.reads.ts'
import { QueuePage, standingText } from './desk.pages.tsx'
import { countsOf, type Owed, owedBy } from './desk.reads.ts'
import { desk } from './desk.tsx'
import { bodyName, lastDay, plainTitle } from './parts.tsx'
import { type Shows, shows } from './petition.handling.ts'
import { otherTasks } from './waiting.reads.ts'
import { words } from './words.desk.ts'

const query = z.object({ show: z.enum(shows).optional() })

const shownIn = (c: Ctx): Shows => query.safeParse(c.req.query()).data?.show ?? 'all'

/** Whose affairs are the viewer’s today: their bodies’, and those of bodies that theirs have followed. */
async function dutiesIn(c: Ctx): Promise<string[]> {
  const { city, view } = c.var
  return dutiesOf(await allBodies(city.reads), bodiesOf(view.viewer), todayOf(view))
}

/** What is owed by the bodies for which somebody speaks. */
export const queue = (): Routes =>
  list<Owed>(routes(), {
    path: '/desk/petitions',
    audience: desk,
    summary: 'Petitions that wait for an answer of the bodies one speaks for: late first, then due soonest.',
    query,
    columns: [
      { key: 'id', label: (view) => words(view).desk.number, value: (row) => row.id, schema: z.int() },
      {
        key: 'title',
        label: (view) => words(view).desk.titleOf,
        value: (row, view) => plainTitle(view, row),
      },
      {
        key: 'body',
        label: (view) => words(view).desk.bodyOf,
        value: (row, view) => bodyName(view, row.body),
      },
      {
        key: 'due',
        label: (view) => words(view).desk.due,
        value: (row, view) => row.dueAt && lastDay(row.dueAt, view.timeZone).toString(),
      },
      {
        key: 'state',
        label: (view) => words(view).desk.state,
        value: (row, view) => standingText(view, row),
      },
    ],
    read: async (c, { after, limit }) =>
      owedBy(c.var.city.reads, await dutiesIn(c), { show: shownIn(c), at: c.var.view.at, after, limit }),
    page: async (c, { rows, older }) => {
      const { city, view } = c.var
      const duties = await dutiesIn(c)
      return c.html(
        <QueuePage
          view={view}
          show={shownIn(c)}
          rows={rows}
          older={older}
          counts={await countsOf(city.reads, duties, view.at)}
          tasks={await otherTasks(city, view.viewer)}
          bodies={bodiesOf(view.viewer)}
          intakes={city.facts.procedures?.petitions.map(({ intake }) => intake) ?? []}
        />,
      )
    },
  })
