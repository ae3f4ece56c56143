import { eq } from 'drizzle-orm'
import { allBodies } from '#bodies/index.ts'
import type { City } from '#kit/city.ts'
import type { Tx } from '#kit/db.ts'
import { found } from '#kit/found.ts'
import { Refusal } from '#kit/refusal.ts'
import { dayAt, type Instant } from '#kit/time.ts'
import { act } from '#record/index.ts'
import type { By } from './entering.actions.ts'
import { internalEntry, locked, publicEntry } from './entry.actions.ts'
import { handsFor } from './hands.reads.ts'
import { nextStep, type ReleaseStep } from './indicator.ts'
import { valuesIn } from './reads.ts'
import { makeCurrent } from './storing.actions.ts'
import { releases } from './tables.ts'

type Step = Exclude<ReleaseStep, 'entered'>

/** Takes a release one step further: checked, approved, published, each by somebody who has done none of the others. */
const pass = (city: City, by: By, id: number, step: Step): Promise<void> =>
  act(city, by, async (tx, at) => {
    const { release, doc } = await held(city, tx, by, id, step)
    if (step !== 'published') {
      const set =
        step === 'checked'
          ? { checkedAt: at, checkedBy: by.person }
          : { approvedAt: at, approvedBy: by.person }
      await tx.update(releases).set(set).where(eq(releases.id, id))
      return { entries: [internalEntry(doc, `indicators.values-${step}`, { rows: release.rows })] }
    }
    const corrected = await publishNow(city, tx, id, at)
    const periods = [...new Set((await valuesIn(tx, id)).map((each) => each.period.name))]
    const facts = { period: periods.join(', '), rows: release.rows, corrected }
    const what = `indicators.${corrected > 0 ? 'values-corrected' : 'values-published'}`
    return { entries: [await publicEntry(tx, doc, what, facts)] }
  })

export const check = (city: City, by: By, id: number): Promise<void> => pass(city, by, id, 'checked')
export const approve = (city: City, by: By, id: number): Promise<void> => pass(city, by, id, 'approved')
export const publish = (city: City, by: By, id: number): Promise<void> => pass(city, by, id, 'published')

/** Lets the public see what a release brings. @returns how many figures it corrects. */
export async function publishNow(city: City, tx: Tx, id: number, at: Instant): Promise<number> {
  const norm = city.facts.procedures?.measuring?.norms.smallCell
  const today = dayAt(at, city.facts.timeZone)
  await makeCurrent(tx, id, norm ? Number(city.facts.norm(norm, today).value) : undefined)
  await tx.update(releases).set({ publishedAt: at }).where(eq(releases.id, id))
  return (await valuesIn(tx, id)).filter(({ corrections }) => corrections > 0).length
}

/** Gives a release back to whoever entered it, with the reason; what was entered stays as it was. */
export const giveBack = (city: City, by: By, id: number, reason: string): Promise<void> =>
  act(city, by, async (tx, at) => {
    const [row] = await tx.select().from(releases).where(eq(releases.id, id))
    const step = nextStep(await found(row))
    if (!step) throw new Refusal('indicators.done-already')
    const { doc } = await held(city, tx, by, id, step)
    await tx.update(releases).set({ returnedAt: at, returned: reason }).where(eq(releases.id, id))
    return { entries: [internalEntry(doc, 'indicators.values-returned', { rows: row!.rows })] }
  })

/** A release whose next step this is, in hands that may take it. @throws Refusal */
async function held(city: City, tx: Tx, by: By, id: number, step: Step) {
  const [release] = await tx.select().from(releases).where(eq(releases.id, id)).for('update')
  const { indicator, enteredBy, checkedBy, approvedBy, by: side } = await found(release)
  const { doc } = await locked(tx, indicator)
  const next = nextStep(release!)
  if (next !== step) throw new Refusal('indicators.done-already')
  const today = dayAt(city.clock.now(), city.facts.timeZone)
  const measuring = city.facts.procedures?.measuring
  const hands = handsFor(step, { doc, by: side }, { bodies: await allBodies(tx), measuring, today })
  if (!hands.some(({ body }) => body === by.as)) throw new Refusal('indicators.not-yours')
  if ([enteredBy, checkedBy, approvedBy].includes(by.person)) throw new Refusal('indicators.own-step')
  return { release: release!, doc }
}

/** Which steps somebody took, by which they take no other of the same release. */
export async function tookStep(tx: Pick<Tx, 'select'>, person: number, id: number): Promise<boolean> {
  const { enteredBy, checkedBy, approvedBy } = releases
  const [row] = await tx
    .select({ enteredBy, checkedBy, approvedBy })
    .from(releases)
    .where(eq(releases.id, id))
  return row !== undefined && [row.enteredBy, row.checkedBy, row.approvedBy].includes(person)
}
