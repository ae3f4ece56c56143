import { z } from 'zod'
import { anyone, holder, holds } from '#kit/audience.ts'
import { blank, form } from '#kit/form.ts'
import { found } from '#kit/found.ts'
import { list } from '#kit/list.ts'
import { routes } from '#kit/routes.ts'
import type { Day } from '#kit/time.ts'
import type { View } from '#kit/view.ts'
import type { Ctx } from '#kit/web.ts'
import { href } from '#ui/href.ts'
import type { Actor } from './act.ts'
import { HowToVerifyPage, KeysPage } from './check-pages.tsx'
import type { PublishedByKind } from './disclosing.ts'
import { erase, reasons } from './erasing.ts'
import { atomFeed } from './feed.ts'
import { newsOf } from './history.tsx'
import type { Keys } from './keys.ts'
import { lastCheckpoint } from './log.ts'
import { EntryPage, ErasePage, RecordPage, type Seal } from './pages.tsx'
import { placeOf, proofDownload } from './proof-routes.ts'
import { entryWithLeaf, erasureOf, hiddenCount, newestEntries, type PublicEntry } from './reads.ts'
import { actorName, words } from './words.ts'

/** What the record needs to know of what lies above it. */
export type RecordOptions = { keys: Keys; published: PublishedByKind }

const asked = z.object({
  kind: z.string().optional(),
  about: z.string().optional(),
  day: z.iso.date().optional(),
})

const columns = [
  { key: 'number', label: column('number'), value: (row: PublicEntry) => row.number, schema: z.int() },
  {
    key: 'at',
    label: column('at'),
    value: (row: PublicEntry) => row.at.toString(),
    schema: z.iso.datetime(),
  },
  {
    key: 'actor',
    label: column('actor'),
    value: (row: PublicEntry, view: View) => actorName(view, row.actor),
  },
  { key: 'about', label: column('about'), value: (row: PublicEntry) => row.about, schema: z.string() },
  { key: 'what', label: column('what'), value: (row: PublicEntry) => row.what, schema: z.string() },
  { key: 'says', label: column('says'), value: (row: PublicEntry, view: View) => newsOf(view, row) },
]

function column(key: keyof ReturnType<typeof words>['columns']) {
  return (view: View) => words(view).columns[key]
}

/** The public record: to look at, to follow, and to prove. */
export function recordRoutes({ keys, published }: RecordOptions) {
  const all = list<PublicEntry>(routes(), {
    path: '/record',
    audience: anyone,
    summary: 'What the city did, newest first',
    columns,
    query: asked,
    read: (c, slice) =>
      newestEntries(c.var.city.reads, { ...wanted(c), timeZone: c.var.view.timeZone }, slice),
    page: async (c, { rows, older }) =>
      c.html(
        <RecordPage
          view={c.var.view}
          entries={rows}
          older={older}
          chosen={{ ...wanted(c), day: wanted(c).day?.toString() }}
          kinds={Object.keys(published)}
          seal={await sealOf(c)}
        />,
      ),
  })
  return all
    .get('/record.atom', anyone, (c) => feed(c))
    .get('/record/feeds/:file{[a-z-]+\\.atom}', anyone, (c) =>
      feed(c, c.req.param('file').slice(0, -'.atom'.length)),
    )
    .get('/record/keys', anyone, (c) => c.html(<KeysPage view={c.var.view} vkey={keys.log.vkey} />))
    .get('/record/how-to-verify', anyone, (c) =>
      c.html(<HowToVerifyPage view={c.var.view} baseUrl={c.var.city.baseUrl} vkey={keys.log.vkey} />),
    )
    .get('/record/:number{[0-9]{1,15}}', anyone, (c) => show(c, keys))
    .get('/record/:file{[0-9]{1,15}\\.tlog-proof}', anyone, (c) => download(c, keys))
    .get('/record/:number{[0-9]{1,15}}/erase', holder('records'), (c) => erasing.again(c, blank))
    .post('/record/:number{[0-9]{1,15}}/erase', holder('records'), erasing, async (c, { reason }) => {
      const number = numberIn(c)
      await erase(c.var.city, recordsOfficer(c), number, reason, published)
      return c.redirect(href(c.var.view, `/record/${number}`), 303)
    })
}

const numberIn = (c: Ctx): number => Number.parseInt(c.req.param('number') ?? c.req.param('file') ?? '', 10)

/** What was chosen; what makes no sense is left out rather than refused. */
function wanted(c: Ctx): { kind?: string; about?: string; day?: Day } {
  const { kind, about, day } = c.req.query()
  const date = z.iso.date().safeParse(day)
  return {
    ...(kind && { kind }),
    ...(about && { about }),
    ...(date.success && date.data > '1000' && { day: Temporal.PlainDate.from(date.data) }),
  }
}

async function sealOf(c: Ctx): Promise<Seal | undefined> {
  const { reads } = c.var.city
  const last = await lastCheckpoint(reads)
  return last && { size: last.size, cosignedAt: last.cosignedAt, hidden: await hiddenCount(reads) }
}

async function feed(c: Ctx, kind?: string): Promise<Response> {
  const { city, view } = c.var
  const { rows } = await newestEntries(
    city.reads,
    { kind, timeZone: view.timeZone },
    { after: undefined, limit: 50 },
  )
  return c.body(atomFeed(city, view, rows, kind), 200, {
    'content-type': 'application/atom+xml; charset=utf-8',
  })
}

async function show(c: Ctx, keys: Keys): Promise<Response> {
  const { city, view } = c.var
  const entry = await found(entryWithLeaf(city.reads, numberIn(c)))
  const erasure = entry.erased ? await erasureOf(city.reads, entry.about, entry.number) : undefined
  return c.html(
    <EntryPage
      view={view}
      entry={entry}
      proof={await placeOf(city.reads, keys.log, entry)}
      erasedBy={erasure?.number}
      mayErase={holds(view.viewer, 'records')}
    />,
  )
}

const download = async (c: Ctx, keys: Keys): Promise<Response> =>
  proofDownload(c, keys, await found(entryWithLeaf(c.var.city.reads, numberIn(c))))

const erasing = form(z.object({ reason: z.enum(reasons) }), async (c, shown) => {
  const entry = await found(entryWithLeaf(c.var.city.reads, numberIn(c)))
  return c.html(<ErasePage view={c.var.view} entry={entry} reasons={reasons} shown={shown} />)
})

/** In the name of the body whose records officer it is. */
function recordsOfficer(c: Ctx): Actor {
  const { viewer } = c.var.view
  if (viewer.kind !== 'person') throw new Error('nobody is signed in')
  return { as: viewer.roles.find((each) => each.role === 'records')!.body, person: viewer.id }
}
