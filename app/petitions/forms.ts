import type { PublicForm } from '#kit/room.ts'
import type { Whole } from './reads.ts'

/**
 * A petition as everybody may see it, with every answer, deadline and decision: what outsiders compare with the
 * record. Words that were hidden are not in it, and no name but the one its author wished to show.
 */
export function petitionForm({ petition, ...parts }: Whole): PublicForm {
  const hidden = petition.hiddenAt ? { title: null, text: null, shownAs: null, laneReason: null } : {}
  return plain({ ...petition, ...hidden, ...parts })
}

/** Moments and days as text, so that what is committed to and what is shown later are the same to the letter. */
const plain = (form: object): PublicForm => JSON.parse(JSON.stringify(form))
