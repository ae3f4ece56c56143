import type { Tx } from '#kit/db.ts'
import { type Kept, takeFile } from '#kit/files.ts'
import type { Ref } from '#kit/ref.ts'
import { Refusal } from '#kit/refusal.ts'
import type { Instant } from '#kit/time.ts'
import { limits } from './file.ts'
import { contents, files } from './tables.ts'

/** Checks what was sent and makes it fit to be kept, before an act begins. @throws Refusal naming the field */
export async function takeFiles(sent: readonly File[], field = 'files'): Promise<Kept[]> {
  return Promise.all(
    sent.map(async (each) => {
      try {
        const bytes = new Uint8Array(await each.arrayBuffer())
        return await takeFile({ name: each.name, bytes }, { most: limits.size })
      } catch (error) {
        if (!(error instanceof Refusal)) throw error
        throw new Refusal(error.code, { ...error.facts, name: each.name }, field)
      }
    }),
  )
}

/** Attaches files to a thing as evidence, inside the act that says what they show. */
export async function keepFiles(tx: Tx, about: Ref, kept: readonly Kept[], at: Instant): Promise<void> {
  // One picture sent twice with one form is one picture.
  const once = [...new Map(kept.map((each) => [`${each.digest} ${each.name}`, each])).values()]
  if (once.length === 0) return
  await tx
    .insert(contents)
    .values(once.map(({ digest, type, size, bytes }) => ({ digest, type, size, bytes })))
    .onConflictDoNothing()
  await tx.insert(files).values(once.map(({ digest, name }) => ({ about, name, digest, at })))
}
