import { and, desc, eq, gt, inArray } from 'drizzle-orm'
import type { City } from '#kit/city.ts'
import type { Tx } from '#kit/db.ts'
import { Refusal } from '#kit/refusal.ts'
import type { Finding, Method } from './commitment.ts'
import { checkActsFor, isIndependent } from './party.reads.ts'
import { checkOpen, heardOf } from './reporting.actions.ts'
import { type By, type Said, step } from './stepping.actions.ts'
import { steps } from './tables.ts'

/** The lead says that it is done, and shows it. Somebody else still has to check. */
export const declareDone = (city: City, by: By, id: number, said: Said) =>
  step(city, by, id, said, { kind: 'done' }, ({ row, at, parties }) => {
    checkActsFor(by.as, parties.lead)
    checkOpen(row)
    if (said.links.length + said.files.length === 0) throw new Refusal('commitments.no-evidence', {}, 'links')
    const set = { ...heardOf(city, row, at), doneAt: at, finding: null, settledAt: null }
    return { kind: 'done', doc: {}, set, what: 'commitments.done' }
  })

/** The lead gives it up, and says why. That is a broken promise. */
export const stop = (city: City, by: By, id: number, said: Said) =>
  step(city, by, id, said, { kind: 'stop' }, ({ row, at, parties }) => {
    checkActsFor(by.as, parties.lead)
    checkOpen(row)
    return { kind: 'stop', doc: {}, set: { stoppedAt: at, settledAt: at }, what: 'commitments.stopped' }
  })

export type Check = { finding: Finding; method: Method; declared: number }

/**
 * Somebody else checks the word of the lead, and says how. Where they do not find it all done, it is not done.
 * A later check by another body counts before an earlier one.
 */
export const check = (city: City, by: By, id: number, asked: Check, said: Said) =>
  step(city, by, id, said, { kind: 'check', ...asked }, async (on) => {
    const { tx, at, row, today, bodies, parties } = on
    if (!row.doneAt) throw new Refusal('commitments.nothing-to-check')
    if (!isIndependent(bodies, by.as, parties.involved, today)) throw new Refusal('commitments.own-work')
    if (asked.declared !== (await lastWord(tx, id))) throw new Refusal('commitments.changed-meanwhile')
    await checkStranger(tx, id, by, asked.declared)
    return {
      kind: 'check',
      doc: { ...asked },
      set:
        asked.finding === 'confirmed'
          ? { finding: asked.finding, settledAt: at }
          : { finding: asked.finding, settledAt: null, doneAt: null },
      what: `commitments.check-${asked.finding}`,
      facts: { method: asked.method },
    }
  })

/** The step by which the lead said last that it was done. */
async function lastWord(tx: Tx, id: number): Promise<number | undefined> {
  const [last] = await tx
    .select({ no: steps.no })
    .from(steps)
    .where(and(eq(steps.commitment, id), eq(steps.kind, 'done')))
    .orderBy(desc(steps.no))
    .limit(1)
  return last?.no
}

const doing = ['report', 'milestone', 'help', 'change', 'done'] as const

/** Nobody checks what they reported themselves, in whichever body, and no body checks the same word twice. */
async function checkStranger(tx: Tx, id: number, by: By, declared: number): Promise<void> {
  const of = eq(steps.commitment, id)
  const own = and(of, eq(steps.person, by.person), inArray(steps.kind, [...doing]))
  if ((await tx.$count(steps, own)) > 0) throw new Refusal('commitments.own-word')
  const checked = and(of, eq(steps.body, by.as), eq(steps.kind, 'check'), gt(steps.no, declared))
  if ((await tx.$count(steps, checked)) > 0) throw new Refusal('commitments.checked-already')
}
