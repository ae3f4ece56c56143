import { allBodies } from '#bodies/index.ts'
import { serve } from '#charter/index.ts'
import type { City } from '#kit/city.ts'
import type { Tx } from '#kit/db.ts'
import { type Ref, roomOf } from '#kit/ref.ts'
import { dayAt, type Instant } from '#kit/time.ts'
import type { Localized } from '#kit/words.ts'
import { comesFrom, type Entry } from '#record/index.ts'
import { momentsOf } from './commitment.clock.ts'
import { aboutCommitment, titleOf } from './commitment.ts'
import { entryOf } from './entry.actions.ts'
import { mark } from './marking.actions.ts'
import { checkStands } from './party.reads.ts'
import { checkPledge, type Pledge } from './pledge.ts'
import { commitments, milestones } from './tables.ts'

/**
 * Makes commitments of what an answer promises, inside the act that answers: its entries belong among that act's.
 * Whoever follows the origin hears of them from then on.
 */
export async function adopt(
  city: City,
  tx: Tx,
  at: Instant,
  origin: { about: Ref; title: Localized },
  pledges: readonly Pledge[],
): Promise<{ refs: Ref[]; entries: Entry[] }> {
  const today = dayAt(at, city.facts.timeZone)
  const bodies = await allBodies(tx)
  const refs: Ref[] = []
  const entries: Entry[] = []
  for (const pledge of pledges) {
    checkPledge(pledge, today)
    for (const body of [pledge.lead, ...(pledge.joint ?? []), ...pledge.supporting])
      checkStands(bodies, body, today, '')
    const id = await adoptOne(city, tx, at, origin, pledge)
    const about = aboutCommitment(id)
    await comesFrom(tx, about, origin.about)
    await serve(tx, { about, title: titleOf(pledge) }, pledge.articles, at)
    refs.push(about)
    entries.push(
      await entryOf(tx, id, 'commitments.adopted', { kind: pledge.kind, dueOn: String(pledge.dueOn) }),
    )
  }
  return { refs, entries }
}

async function adoptOne(
  { facts }: City,
  tx: Tx,
  at: Instant,
  origin: { about: Ref; title: Localized },
  { cost, milestones: ends, joint = [], ...pledge }: Pledge,
): Promise<number> {
  const { startsOn, dueOn } = pledge
  const [row] = await tx
    .insert(commitments)
    .values({
      ...pledge,
      ...momentsOf(facts, { adoptedAt: at, startsOn, dueOn, reportedAt: null }),
      joint: [...new Set(joint)],
      supporting: [...pledge.supporting],
      articles: [...pledge.articles],
      groups: [...pledge.groups],
      districts: [...pledge.districts],
      firstDueOn: dueOn,
      cost: cost === 'none' ? null : cost.amount,
      origin: origin.about,
      originKind: roomOf(origin.about),
      originTitle: origin.title,
      adoptedAt: at,
    })
    .returning()
  const { id } = row!
  const inOrder = ends.toSorted((a, b) => Temporal.PlainDate.compare(a.dueOn, b.dueOn))
  if (inOrder.length > 0)
    await tx
      .insert(milestones)
      .values(
        inOrder.map((each, index) => ({ ...each, commitment: id, no: index + 1, firstDueOn: each.dueOn })),
      )
  await mark(tx, row!)
  return id
}
