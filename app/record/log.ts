import {
  appendEntries,
  emptyRoot,
  openCheckpoint,
  type Storage,
  signCheckpoint,
  type Tree,
} from '@madang/transparency-log'
import { and, asc, desc, like, notExists, or, sql } from 'drizzle-orm'
import type { City } from '#kit/city.ts'
import type { Reads, Tx } from '#kit/db.ts'
import type { Instant } from '#kit/time.ts'
import { forgettable } from './act.ts'
import { leafOf } from './commitment.ts'
import type { LogKeys } from './keys.ts'
import { checkpoints, entries, leaves, tiles } from './tables.ts'

const batchSize = 4096
const cosignEvery = { seconds: 60 }

/** Every entry of an older transaction has its leaf. Only saves looking: forgetting it skips nothing. */
const settledBefore = new WeakMap<City, string>()

/**
 * Gives every entry that still lacks one its leaf in the log, and signs the log anew; also signs when nothing
 * happened for a while, so that outsiders can tell a quiet city from one that stopped.
 *
 * One writer at a time does so, in batches, each whole or not at all. Acts never wait for it, and it waits for no
 * act: an entry that arrives later than its neighbours gets its leaf later, and none is ever left behind.
 */
export async function integrate(city: City, keys: LogKeys): Promise<number> {
  let all = 0
  for (;;) {
    const done = await forgettable(city, (tx) => integrateBatch(tx, city, keys))
    all += done?.count ?? 0
    if (done && done.count < batchSize) settledBefore.set(city, done.settled)
    if (!done || done.count < batchSize) return all
  }
}

async function integrateBatch(tx: Tx, city: City, keys: LogKeys) {
  if (!(await isOnlyWriter(tx))) return undefined
  const settled = await oldestRunning(tx)
  const pending = await pendingEntries(tx, settledBefore.get(city) ?? '0')
  const last = await lastCheckpoint(tx)
  const at = city.clock.now()
  if (pending.length === 0 && last && !isDue(last.cosignedAt, at)) return { count: 0, settled }

  const tree = await treeOf(last, keys)
  const grown = pending.length === 0 ? tree : await append(tx, tree, pending)
  const note = await signCheckpoint(
    { origin: nameOf(keys), size: grown.size, root: grown.root },
    keys.skey,
    Math.floor(at.epochMilliseconds / 1000),
  )
  await tx
    .insert(checkpoints)
    .values({ size: grown.size, at, cosignedAt: at, note })
    .onConflictDoUpdate({ target: checkpoints.size, set: { cosignedAt: at, note } })
  return { count: pending.length, settled }
}

const isDue = (cosignedAt: Instant, at: Instant): boolean =>
  Temporal.Instant.compare(cosignedAt.add(cosignEvery), at) <= 0

const once = sql`(values (1)) as once`

async function isOnlyWriter(tx: Tx): Promise<boolean> {
  const mine = sql<boolean>`pg_try_advisory_xact_lock(hashtext('record_log'))`
  const [row] = await tx.select({ mine }).from(once)
  return row!.mine
}

/** What any older transaction wrote can be seen from now on. */
async function oldestRunning(tx: Tx): Promise<string> {
  const xmin = sql<string>`pg_snapshot_xmin(pg_current_snapshot())::text`
  const [row] = await tx.select({ xmin }).from(once)
  return row!.xmin
}

function pendingEntries(tx: Tx, since: string) {
  return tx
    .select({ number: entries.number, visibility: entries.visibility, commitment: entries.commitment })
    .from(entries)
    .where(and(sql`${entries.transaction} >= ${since}::xid8`, hasNoLeaf(tx)))
    .orderBy(asc(entries.number))
    .limit(batchSize)
}

const hasNoLeaf = (reads: Reads) =>
  notExists(
    reads.select({ index: leaves.index }).from(leaves).where(sql`${leaves.entry} = ${entries.number}`),
  )

/** The tree as it was last signed by this very city: what anybody else signed is never extended. */
async function treeOf(last: { note: string } | undefined, keys: LogKeys): Promise<Tree> {
  if (!last) return { size: 0, root: emptyRoot }
  return (await openCheckpoint(last.note, { vkey: keys.vkey })).checkpoint
}

type Pending = { number: number; visibility: string; commitment: string }

async function append(tx: Tx, tree: Tree, pending: readonly Pending[]): Promise<Tree> {
  const storage = storageIn(tx)
  const { filled, ...grown } = await appendEntries(
    storage,
    tree,
    pending.map((each) => new TextEncoder().encode(leafOf(each))),
  )
  await tx.insert(leaves).values(pending.map((each, i) => ({ index: tree.size + i, entry: each.number })))
  await storage.flush()
  if (filled.length > 0)
    await tx.delete(tiles).where(or(...filled.map((path) => like(tiles.path, `${path}.p/%`))))
  return grown
}

/** The log's files as rows, written together at the end. */
function storageIn(tx: Tx): Storage & { flush(): Promise<void> } {
  const written = new Map<string, Uint8Array>()
  return {
    read: async (path) => written.get(path) ?? (await tileAt(tx, path)),
    write: async (path, bytes) => void written.set(path, bytes),
    flush: async () => {
      const rows = [...written].map(([path, bytes]) => ({ path, bytes }))
      await tx.insert(tiles).values(rows).onConflictDoNothing()
    },
  }
}

export async function tileAt(reads: Reads, path: string): Promise<Uint8Array | undefined> {
  const [row] = await reads.select({ bytes: tiles.bytes }).from(tiles).where(sql`${tiles.path} = ${path}`)
  return row && new Uint8Array(row.bytes)
}

export async function lastCheckpoint(reads: Reads) {
  const [last] = await reads.select().from(checkpoints).orderBy(desc(checkpoints.size)).limit(1)
  return last
}

/** The log's name, which is also that of its key. */
export const nameOf = (keys: LogKeys): string => keys.vkey.slice(0, keys.vkey.indexOf('+'))
