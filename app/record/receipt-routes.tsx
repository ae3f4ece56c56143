import { timingSafeEqual } from 'node:crypto'
import { z } from 'zod'
import { anyone } from '#kit/audience.ts'
import type { City } from '#kit/city.ts'
import { blank, form, problemOf } from '#kit/form.ts'
import type { Ref } from '#kit/ref.ts'
import { Refusal } from '#kit/refusal.ts'
import { routes } from '#kit/routes.ts'
import { hit } from '#kit/throttle.ts'
import { visitorKey } from '#kit/visitor.ts'
import type { Ctx } from '#kit/web.ts'
import { href } from '#ui/href.ts'
import { forgettable, receiptFor } from './act.ts'
import { isIntact } from './commitment.ts'
import type { Keys } from './keys.ts'
import { placeOf, proofDownload } from './proof-routes.ts'
import { anyEntryWithLeaf, type EntryWithLeaf, erasureOf, firstEntryOf } from './reads.ts'
import { checkPathOf, type Receipt, readReceipt } from './receipt.ts'
import { GenuinePage, ReceiptsPage } from './receipt-pages.tsx'

/** Wrong ones only: whoever holds the right code never waits, however many share a network. */
const wrongOnes = { most: 20, minutes: 60 }

/** Is this receipt genuine? For everybody, without signing in. */
export const receiptRoutes = (keys: Keys) =>
  routes()
    .get('/record/receipts', anyone, (c) => asking.again(c, blank))
    .post('/record/receipts', anyone, asking, async (c, { number, code }) => {
      const { receipt } = await genuine(c, keys, number, code)
      return c.redirect(href(c.var.view, checkPathOf(receipt)), 303)
    })
    .get('/record/receipts/:number/:code', anyone, (c) => show(c, keys))
    .get('/record/receipts/:number/:code/entry.tlog-proof', anyone, async (c) => {
      const { entry } = await genuine(c, keys, c.req.param('number'), c.req.param('code'))
      return proofDownload(c, keys, entry)
    })

const asking = form(z.object({ number: z.string().max(40), code: z.string().max(60) }), (c, shown) =>
  c.html(<ReceiptsPage view={c.var.view} shown={shown} />),
)

/** The receipt that the address of a page brings, to be shown there after the act. */
export async function receiptIn(c: Ctx): Promise<Receipt | undefined> {
  const [number = '', code = ''] = (c.req.query('receipt') ?? '').split('.')
  return (await receiptWith(c, number, code))?.receipt
}

/** The receipt that was given for the first thing the record says of something. */
export async function firstReceipt(city: City, about: Ref): Promise<Receipt | undefined> {
  const first = await firstEntryOf(city.reads, about)
  const entry = first && (await anyEntryWithLeaf(city.reads, first.number))
  return entry && receiptFor(city, entry.row)
}

async function show(c: Ctx, keys: Keys): Promise<Response> {
  const { city, view } = c.var
  const typed = { number: c.req.param('number') ?? '', code: c.req.param('code') ?? '' }
  try {
    const { receipt, entry } = await genuine(c, keys, typed.number, typed.code)
    const isPublic = entry.row.visibility === 'public'
    const erasure = entry.erased ? await erasureOf(city.reads, entry.about, entry.number) : undefined
    return c.html(
      <GenuinePage
        view={view}
        receipt={receipt}
        entry={isPublic ? entry : undefined}
        erasedBy={erasure?.number}
        proof={await placeOf(city.reads, keys.log, entry)}
        intact={isIntact(entry.row)}
      />,
    )
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    const page = await asking.again(c, { typed, problems: [problemOf(error)] })
    return new Response(page.body, { status: 422, headers: page.headers })
  }
}

async function genuine(c: Ctx, keys: Keys, number: string, code: string) {
  const found = await receiptWith(c, number, code)
  if (found) return found
  const { city } = c.var
  const at = city.clock.now()
  await forgettable(city, (tx) => hit(tx, `receipts ${visitorKey(c, keys.cookies, at)}`, wrongOnes, at))
  throw new Refusal('record.receipt-wrong')
}

/** The entry to which number and code belong. An unknown number and a wrong code are one and the same. */
async function receiptWith(
  c: Ctx,
  number: string,
  code: string,
): Promise<{ receipt: Receipt; entry: EntryWithLeaf } | undefined> {
  const read = readReceipt(number, code)
  const entry = read && (await anyEntryWithLeaf(c.var.city.reads, read.number))
  if (!entry) return undefined
  const receipt = receiptFor(c.var.city, entry.row)
  return timingSafeEqual(Buffer.from(receipt.code), Buffer.from(read.code)) ? { receipt, entry } : undefined
}
