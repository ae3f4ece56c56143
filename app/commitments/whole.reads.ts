import { asc, eq, getTableColumns } from 'drizzle-orm'
import { filesBelow } from '#files/index.ts'
import type { Reads } from '#kit/db.ts'
import { ref } from '#kit/ref.ts'
import type { PublicForm } from '#kit/room.ts'
import { formOf } from './form.ts'
import type { Step } from './step.ts'
import { commitments, helps, milestones, steps } from './tables.ts'

const { person: _person, once: _once, commitment: _of, ...open } = getTableColumns(steps)
const { commitment: _ofMilestone, ...ofMilestone } = getTableColumns(milestones)
const { commitment: _ofHelp, ...ofHelp } = getTableColumns(helps)

/** A commitment with everything that happened to it, as everybody may see it. */
export async function wholeCommitment(reads: Reads, id: number) {
  const [commitment] = await reads.select().from(commitments).where(eq(commitments.id, id))
  if (!commitment) return undefined
  const taken = await reads.select(open).from(steps).where(eq(steps.commitment, id)).orderBy(asc(steps.no))
  return {
    commitment,
    milestones: await reads
      .select(ofMilestone)
      .from(milestones)
      .where(eq(milestones.commitment, id))
      .orderBy(asc(milestones.dueOn), asc(milestones.no)),
    steps: taken as Step[],
    helps: await reads.select(ofHelp).from(helps).where(eq(helps.commitment, id)).orderBy(asc(helps.asked)),
    files: await filesBelow(reads, ref('commitments', id)),
  }
}

export type Whole = NonNullable<Awaited<ReturnType<typeof wholeCommitment>>>

/** Its public form, for whoever checks it against the record. */
export async function publishedCommitment(reads: Reads, id: string): Promise<PublicForm | undefined> {
  if (!/^[1-9]\d{0,8}$/.test(id)) return undefined
  const whole = await wholeCommitment(reads, Number(id))
  return whole && formOf(whole)
}
