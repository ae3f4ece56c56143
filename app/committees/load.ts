import type { CityFiles, Committee } from '#city/index.ts'
import type { Reads } from '#kit/db.ts'
import { type Difference, differences } from '#kit/differences.ts'
import { ref } from '#kit/ref.ts'
import type { Instant } from '#kit/time.ts'
import type { Localized } from '#kit/words.ts'
import type { Change } from '#record/index.ts'
import { committeeForm } from './forms.reads.ts'
import { committees } from './tables.ts'

/** What the files say of committees that is not yet as stored. */
export async function changes(reads: Reads, files: CityFiles, at: Instant): Promise<Change[]> {
  const rows = await reads.select().from(committees)
  const found = differences(
    rows.map(({ key, doc, withdrawnAt }) => ({ key, doc, withdrawn: withdrawnAt !== null })),
    files.committees.map((doc) => ({ key: doc.key, doc })),
  )
  const nameOf = (key: string) => files.bodies.find((each) => each.key === key)?.versions.at(-1)?.name
  const changes: Change[] = []
  for (const each of found) changes.push(await changeOf(reads, each, nameOf(each.key), at))
  return changes
}

async function changeOf(
  reads: Reads,
  change: Difference<Committee>,
  title: Localized | undefined,
  at: Instant,
): Promise<Change> {
  const { key, is, doc, fields } = change
  return {
    entry: {
      what: `committees.rules-${is}`,
      about: ref('committees', key),
      ...(title && { title }),
      shows: is === 'withdrawn' ? null : ((await committeeForm(reads, key, doc)) ?? null),
      ...(is === 'changed' && { facts: { fields: fields.join(', ') } }),
    },
    apply(tx) {
      const row = { doc, withdrawnAt: is === 'withdrawn' ? at : null }
      const insert = tx.insert(committees).values({ key, ...row })
      return insert.onConflictDoUpdate({ target: committees.key, set: row })
    },
  }
}
