import { z } from 'zod'
import { allBodies } from '#bodies/index.ts'
import { anyone } from '#kit/audience.ts'
import { todayOf } from '#kit/day-asked.ts'
import { found } from '#kit/found.ts'
import { list, whole } from '#kit/list.ts'
import { type Routes, routes } from '#kit/routes.ts'
import { dayAt } from '#kit/time.ts'
import type { View } from '#kit/view.ts'
import type { Ctx } from '#kit/web.ts'
import { BodiesPage } from './bodies.pages.tsx'
import { type Answering, answeringOf } from './bodies.reads.ts'
import { ModerationPage } from './moderation.pages.tsx'
import { hidingsOf } from './moderation.reads.ts'
import { bodyName } from './parts.tsx'
import { verdicts } from './petition.ts'
import { normIfAny } from './procedure.ts'
import { words } from './words.desk.ts'

/** From how many answers on times and shares are shown. */
function leastIn(c: Ctx): number {
  const { city, view } = c.var
  const norm = normIfAny(city.facts, city.facts.procedures?.commitments.comparedFrom, todayOf(view))
  return Number(norm?.value ?? 1)
}

const ofDays = (row: Answering, view: View) =>
  row.oldest && dayAt(row.oldest, view.timeZone).until(todayOf(view)).days

const number = z.number().nullable()

/** How bodies answer, and how often words are hidden: for everybody. */
export const bodiesRoutes = (): Routes =>
  list<Answering & { least: number }>(routes(), {
    path: '/petitions/bodies',
    audience: anyone,
    summary: 'How the bodies of the city answer petitions: a year’s answers, and what is open today.',
    columns: [
      { key: 'body', label: (view) => words(view).bodies.body, value: (row) => row.body },
      {
        key: 'name',
        label: (view) => words(view).bodies.body,
        value: (row, view) => bodyName(view, row.body),
      },
      {
        key: 'answered',
        label: (view) => words(view).bodies.answered,
        value: (row) => row.answered,
        schema: number,
      },
      {
        key: 'medianDays',
        label: (view) => words(view).bodies.median,
        value: (row) => (row.answered < row.least ? null : row.median && Math.round(row.median)),
        schema: number,
      },
      {
        key: 'inTime',
        label: (view) => words(view).bodies.inTime,
        value: (row) => (row.answered < row.least ? null : row.inTime),
        schema: number,
      },
      ...verdicts.map((each) => ({
        key: `helped-${each}`,
        label: (view: View) => words(view).bodies.helpedBy(words(view).verdicts[each]),
        value: (row: Answering) => row.helped[each],
        schema: number,
      })),
      { key: 'open', label: (view) => words(view).bodies.open, value: (row) => row.open, schema: number },
      { key: 'late', label: (view) => words(view).bodies.late, value: (row) => row.late, schema: number },
      { key: 'oldestDays', label: (view) => words(view).bodies.oldest, value: ofDays, schema: number },
    ],
    read: async (c) => {
      const { city, view } = c.var
      const rows = await answeringOf(city.reads, view.at)
      const named = rows.map((row) => ({ ...row, least: leastIn(c), name: bodyName(view, row.body) }))
      return whole(named.sort((a, b) => a.name.localeCompare(b.name, view.lang)))
    },
    page: (c, { rows }) => c.html(<BodiesPage view={c.var.view} rows={rows} least={leastIn(c)} />),
  }).get('/petitions/moderation', anyone, async (c) => {
    const { city, view } = c.var
    const { moderator, appeal } = await found(city.facts.procedures)
    return c.html(
      <ModerationPage
        view={view}
        bodies={await allBodies(city.reads)}
        hidings={await hidingsOf(city.reads)}
        moderator={moderator}
        appealBodies={appeal.bodies}
      />,
    )
  })
