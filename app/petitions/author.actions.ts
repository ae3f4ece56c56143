import { asc, eq } from 'drizzle-orm'
import type { City } from '#kit/city.ts'
import type { Reads } from '#kit/db.ts'
import { Refusal } from '#kit/refusal.ts'
import type { Actor, Receipt } from '#record/index.ts'
import { forReceipt } from './on-petition.actions.ts'
import { checkUnanswered } from './petition.handling.ts'
import type { RemarkKind } from './petition.ts'
import { petitions, remarks } from './tables.ts'

/** Takes a petition back, as long as it carries nobody else’s. Whoever calls knows that it is the author. */
export const withdraw = (city: City, by: Actor, id: number): Promise<Receipt> =>
  forReceipt(city, by, id, async ({ tx, at, petition }) => {
    checkUnanswered(petition, at)
    if ((await tx.$count(petitions, eq(petitions.mergedInto, id))) > 0)
      throw new Refusal('petitions.carries-others')
    await tx.update(petitions).set({ withdrawnAt: at }).where(eq(petitions.id, id))
    return { what: 'petitions.withdrawn' }
  })

export type Remark = { kind: RemarkKind; text: string; lang: string }

const mostRemarks = 50

/** Tells those who answer more, in confidence; that it was told is public. Whoever calls knows that it is the author. */
export const remark = (city: City, by: Actor, id: number, said: Remark): Promise<Receipt> =>
  forReceipt(city, by, id, async ({ tx, at, petition }) => {
    if (petition.withdrawnAt) throw new Refusal('petitions.was-withdrawn')
    if (said.kind === 'separation' && !petition.mergedAt) throw new Refusal('petitions.not-merged')
    if ((await tx.$count(remarks, eq(remarks.petition, id))) >= mostRemarks)
      throw new Refusal('petitions.remarks-full', { most: mostRemarks })
    await tx.insert(remarks).values({ petition: id, at, ...said })
    return { what: said.kind === 'separation' ? 'petitions.separation-asked' : 'petitions.information-added' }
  })

/** What its author told besides: only for those who answer, and for the author. */
export const remarksOf = (reads: Reads, id: number) =>
  reads.select().from(remarks).where(eq(remarks.petition, id)).orderBy(asc(remarks.id))
