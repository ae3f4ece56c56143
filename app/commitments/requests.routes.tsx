import { z } from 'zod'
import { allBodies } from '#bodies/index.ts'
import { anyone, holder } from '#kit/audience.ts'
import { todayOf } from '#kit/day-asked.ts'
import { list } from '#kit/list.ts'
import { routes } from '#kit/routes.ts'
import type { Ctx } from '#kit/web.ts'
import { doing, requestDesk } from './desk.standing.ts'
import { requestStateOf, requestStates } from './request.ts'
import { RequestsDeskPage, RequestsPage } from './requests.pages.tsx'
import { type RequestLine, requests } from './requests.reads.ts'
import { answersFor } from './scorecards.reads.ts'
import { words } from './words.ts'

const query = z.object({
  state: z.enum([...requestStates, 'open']).optional(),
  body: z.string().max(80).optional(),
})

/** What the address asks; what it asks wrongly is not asked. */
const askedOf = (c: Ctx): z.output<typeof query> => {
  const { state, body } = c.req.query()
  return {
    state: query.shape.state.safeParse(state).data,
    body: query.shape.body.safeParse(body || undefined).data,
  }
}

export const requestsRoutes = list<RequestLine>(routes(), {
  path: '/commitments/requests',
  audience: anyone,
  summary:
    'Which body asked which for help with a promise, what was answered, and what is decided above both',
  query,
  columns: [
    { key: 'commitment', label: () => 'commitment', value: (row) => row.commitment },
    { key: 'asked', label: () => 'asked', value: (row) => row.asked },
    { key: 'title', label: (view) => words(view).promise, value: (row) => row.title },
    { key: 'asker', label: (view) => words(view).requests.asker, value: (row) => row.asker },
    { key: 'helper', label: (view) => words(view).requests.helper, value: (row) => row.helper },
    {
      key: 'state',
      label: (view) => words(view).requests.state,
      value: (row, { at }) => requestStateOf(row, at),
    },
    { key: 'text', label: (view) => words(view).requests.text, value: (row) => row.text },
    { key: 'lang', label: () => 'lang', value: (row) => row.lang },
    { key: 'askedAt', label: (view) => words(view).requests.askedAt, value: (row) => String(row.askedAt) },
    { key: 'lastAt', label: (view) => words(view).requests.lastAt, value: (row) => String(row.lastAt) },
    {
      key: 'waitsFrom',
      label: (view) => words(view).requests.waitsFrom,
      value: (row) => row.waitsFrom?.toString() ?? null,
    },
    {
      key: 'liftAt',
      label: (view) => words(view).requests.liftAt,
      value: (row) => row.liftAt?.toString() ?? null,
    },
    {
      key: 'dueOn',
      label: (view) => words(view).requests.dueOn,
      value: (row) => row.dueOn?.toString() ?? null,
    },
  ],
  read: async (c, slice) => {
    const { city, view } = c.var
    const { state, body } = askedOf(c)
    const bodies = body === undefined ? undefined : await answersFor(city.reads, body, todayOf(view))
    return requests(city.reads, { state, bodies }, view.at, slice)
  },
  page: async (c, { rows, older }) => {
    const { city, view } = c.var
    const bodies = await allBodies(city.reads)
    return c.html(<RequestsPage view={view} bodies={bodies} asked={askedOf(c)} rows={rows} older={older} />)
  },
}).get('/desk/requests', holder(...doing), async (c) => {
  const { city, view } = c.var
  const bodies = await allBodies(city.reads)
  return c.html(<RequestsDeskPage view={view} bodies={bodies} {...(await requestDesk(city, view.viewer))} />)
})
