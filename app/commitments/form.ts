import type { PublicForm } from '#kit/room.ts'
import type { Whole } from './whole.reads.ts'

/**
 * A commitment as outsiders compare it with the record: everything but the counting of its steps. What commitments got
 * later than others is left out where it says nothing, so that what the record holds of those still compares.
 */
export function formOf({ commitment, helps, files, ...parts }: Whole): PublicForm {
  const { steps: _, joint, declaredBy, ...always } = commitment
  const form = {
    ...always,
    ...(joint.length > 0 && { joint, declaredBy }),
    ...parts,
    helps: helps.map(({ asked, of, answered, ...later }) => ({ asked, of, answered, ...said(later) })),
    files: files.map(({ about, name, digest }) => ({ about, name, digest })),
  }
  // Moments and days as text, so that what is committed to and what is shown later are the same to the letter.
  return JSON.parse(JSON.stringify(form)) as PublicForm
}

const said = (fields: object) =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null))
