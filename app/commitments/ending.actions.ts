import { and, desc, eq, gt, inArray } from 'drizzle-orm'
import type { City } from '#kit/city.ts'
import type { Tx } from '#kit/db.ts'
import { Refusal } from '#kit/refusal.ts'
import { type Finding, leadsOf, type Method } from './commitment.ts'
import { checkActsFor, isIndependent, partiesOf } from './party.reads.ts'
import { checkOpen, heardOf } from './reporting.actions.ts'
import { type By, type OnCommitment, type Row, type Said, step } from './stepping.actions.ts'
import { steps } from './tables.ts'

/** A lead says that it is done, and shows it. Its other leads still have to sign, and somebody else has to check. */
export const declareDone = (city: City, by: By, id: number, said: Said) =>
  step(city, by, id, said, { kind: 'done' }, (on) => {
    checkActsFor(by.as, on.parties.lead)
    checkOpen(on.row)
    if (said.links.length + said.files.length === 0) throw new Refusal('commitments.no-evidence', {}, 'links')
    const set = declared(on, by)
    return { kind: 'done', doc: {}, set, what: set.doneAt ? 'commitments.done' : 'commitments.said-done' }
  })

/** Another of its leads says the same. With the last of them it is done. */
export const sign = (city: City, by: By, id: number, asked: { declared: number }, said: Said) =>
  step(city, by, id, said, { kind: 'sign', ...asked }, async (on) => {
    const { row, tx } = on
    checkActsFor(by.as, on.parties.lead)
    checkOpen(row)
    if (row.declaredBy.length === 0) throw new Refusal('commitments.nothing-to-sign')
    if (asked.declared !== (await lastWord(tx, id))) throw new Refusal('commitments.changed-meanwhile')
    const set = declared(on, by)
    return {
      kind: 'sign',
      doc: asked,
      set,
      what: set.doneAt ? 'commitments.signed' : 'commitments.signed-one',
    }
  })

/** What the word of one lead moves. @throws Refusal where it has been given already */
function declared({ city, row, at, bodies, today }: OnCommitment, by: By) {
  const leads = leadsOf(row)
  const own = leads.filter((lead) =>
    partiesOf(bodies, { lead, joint: [], supporting: [] }, today).lead.includes(by.as),
  )
  if (own.every((each) => row.declaredBy.includes(each))) throw new Refusal('commitments.said-already')
  const declaredBy = [...new Set([...row.declaredBy, ...own])]
  const isDone = leads.every((each) => declaredBy.includes(each))
  return {
    ...heardOf(city, row, at),
    declaredBy,
    ...(isDone && { doneAt: at, finding: null, settledAt: null }),
  } satisfies Partial<Row>
}

/** Its first lead gives it up, and says why. That is a broken promise. */
export const stop = (city: City, by: By, id: number, said: Said) =>
  step(city, by, id, said, { kind: 'stop' }, ({ row, at, parties }) => {
    checkActsFor(by.as, parties.first)
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
          : { finding: asked.finding, settledAt: null, doneAt: null, declaredBy: [] },
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

const doing = ['report', 'milestone', 'help', 'help-done', 'change', 'done', 'sign'] as const

/** Nobody checks what they reported themselves, in whichever body, and no body checks the same word twice. */
async function checkStranger(tx: Tx, id: number, by: By, declared: number): Promise<void> {
  const of = eq(steps.commitment, id)
  const own = and(of, eq(steps.person, by.person), inArray(steps.kind, [...doing]))
  if ((await tx.$count(steps, own)) > 0) throw new Refusal('commitments.own-word')
  const checked = and(of, eq(steps.body, by.as), eq(steps.kind, 'check'), gt(steps.no, declared))
  if ((await tx.$count(steps, checked)) > 0) throw new Refusal('commitments.checked-already')
}
