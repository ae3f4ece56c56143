import type { PublicForm } from '#kit/room.ts'
import type { Whole } from './reads.ts'

/**
 * A petition as the city answers for it, with every answer, deadline and decision: what outsiders compare with the
 * record. Words that were hidden are not in it. Neither is what changes without the city's doing: the name that its
 * author may take back at any time, and the signatures, which the record counts when they bring it further.
 */
export function petitionForm({ petition, ...parts }: Whole): PublicForm {
  const { shownAs: _name, signatures: _signed, participants: _spoke, ...answeredFor } = petition
  const hidden = petition.hiddenAt ? { title: null, text: null, laneReason: null } : {}
  return plain({ ...answeredFor, ...hidden, ...parts })
}

/** Moments and days as text, so that what is committed to and what is shown later are the same to the letter. */
const plain = (form: object): PublicForm => JSON.parse(JSON.stringify(form))
