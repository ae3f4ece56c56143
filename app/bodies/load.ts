import type { CityFiles } from '#city/index.ts'
import type { Reads, Tx } from '#kit/db.ts'
import { type Difference, differences } from '#kit/differences.ts'
import { type Ref, ref } from '#kit/ref.ts'
import type { Findable } from '#kit/room.ts'
import type { Instant } from '#kit/time.ts'
import type { Localized } from '#kit/words.ts'
import type { Change } from '#record/index.ts'
import { indexThing, unindexThing } from '#search/index.ts'
import { gather } from './body.ts'
import { findableBody, findableDistrict } from './findable.ts'
import { bodies, districts } from './tables.ts'

/** What the files say of bodies and districts that is not yet as stored. */
export async function changes(reads: Reads, files: CityFiles, at: Instant): Promise<Change[]> {
  const bodyChanges = between(await reads.select().from(bodies), gather(files))
  const districtChanges = between(await reads.select().from(districts), files.districts)
  return [
    ...bodyChanges.map((change) =>
      changeOf(
        'bodies.body',
        ref('bodies', change.key),
        change.doc.versions.at(-1)!.name,
        change,
        findableBody,
        (tx) => {
          const row = { doc: change.doc, withdrawnAt: change.is === 'withdrawn' ? at : null }
          const insert = tx.insert(bodies).values({ key: change.key, ...row })
          return insert.onConflictDoUpdate({ target: bodies.key, set: row })
        },
      ),
    ),
    ...districtChanges.map((change) =>
      changeOf(
        'bodies.district',
        ref('districts', change.key),
        change.doc.name,
        change,
        findableDistrict,
        (tx) => {
          const row = { doc: change.doc, withdrawnAt: change.is === 'withdrawn' ? at : null }
          const insert = tx.insert(districts).values({ key: change.key, ...row })
          return insert.onConflictDoUpdate({ target: districts.key, set: row })
        },
      ),
    ),
  ]
}

function between<D extends { key: string }>(
  stored: readonly { key: string; doc: D; withdrawnAt: Instant | null }[],
  wanted: readonly D[],
): Difference<D>[] {
  return differences(
    stored.map(({ key, doc, withdrawnAt }) => ({ key, doc, withdrawn: withdrawnAt !== null })),
    wanted.map((doc) => ({ key: doc.key, doc })),
  )
}

function changeOf<D extends Record<string, unknown>>(
  kind: string,
  about: Ref,
  title: Localized,
  { is, doc, fields }: Difference<D>,
  findable: (about: Ref, doc: D) => Findable[],
  write: (tx: Tx) => Promise<unknown>,
): Change {
  return {
    entry: {
      what: `${kind}-${is}`,
      about,
      title,
      shows: is === 'withdrawn' ? null : { ...doc },
      ...(is === 'changed' && { facts: { fields: fields.join(', ') } }),
    },
    async apply(tx) {
      await write(tx)
      return is === 'withdrawn' ? unindexThing(tx, about) : indexThing(tx, findable(about, doc))
    },
  }
}
