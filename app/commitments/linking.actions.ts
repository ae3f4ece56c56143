import { and, eq } from 'drizzle-orm'
import type { Tx } from '#kit/db.ts'
import { type Ref, roomOf } from '#kit/ref.ts'
import { Refusal } from '#kit/refusal.ts'
import type { Instant } from '#kit/time.ts'
import type { Localized } from '#kit/words.ts'
import type { Entries } from '#record/index.ts'
import { aboutCommitment } from './commitment.ts'
import { links } from './tables.ts'

/** The most that one promise can honestly serve. */
const most = 5

type Serves = { commitment: number; thing: Ref; title: Localized; body: string }

/** Says of a promise what else it serves; for use inside the act of whoever knows that there is such a thing. */
export async function link(tx: Tx, at: Instant, it: Serves): Promise<Entries> {
  const known = await tx.$count(links, eq(links.commitment, it.commitment))
  if (known >= most) throw new Refusal('commitments.links-too-many', { most }, 'thing')
  const added = await tx
    .insert(links)
    .values({ ...it, at })
    .onConflictDoNothing()
    .returning({ thing: links.thing })
  if (added.length === 0) throw new Refusal('commitments.linked-already', {}, 'thing')
  return entriesOf('linked', it)
}

/** Takes back what was said in error. */
export async function unlink(tx: Tx, it: Pick<Serves, 'commitment' | 'thing'>): Promise<Entries> {
  const { commitment, thing } = it
  const gone = await tx
    .delete(links)
    .where(and(eq(links.commitment, commitment), eq(links.thing, thing)))
    .returning({ thing: links.thing })
  if (gone.length === 0) throw new Refusal('commitments.not-linked', {}, 'thing')
  return entriesOf('unlinked', it)
}

/** One on each page, for both show it. */
const entriesOf = (
  what: 'linked' | 'unlinked',
  { commitment, thing }: Pick<Serves, 'commitment' | 'thing'>,
): Entries => [
  { what: `commitments.${what}`, about: aboutCommitment(commitment), facts: { to: roomOf(thing) } },
  { what: `commitments.${what}`, about: thing, facts: { to: 'commitments' } },
]
