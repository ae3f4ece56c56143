import type { PublicForm } from '#kit/room.ts'
import type { Whole } from './whole.reads.ts'

/** A commitment as outsiders compare it with the record: everything but the counting of its steps. */
export function formOf({ commitment: { steps: _, ...commitment }, files, ...parts }: Whole): PublicForm {
  const form = {
    ...commitment,
    ...parts,
    files: files.map(({ about, name, digest }) => ({ about, name, digest })),
  }
  // Moments and days as text, so that what is committed to and what is shown later are the same to the letter.
  return JSON.parse(JSON.stringify(form)) as PublicForm
}
