import { type Ref, ref } from '#kit/ref.ts'
import { type Day, type Instant, isBefore } from '#kit/time.ts'
import type { Lang, Localized } from '#kit/words.ts'

/** A promise of something to come, or the statement that it is being done already: never counted together. */
export const kinds = ['new', 'under-way'] as const
export type Kind = (typeof kinds)[number]

/** What an independent check found. */
export const findings = ['confirmed', 'in-part', 'not-confirmed'] as const
export type Finding = (typeof findings)[number]

/** How it was checked. */
export const methods = ['seen', 'documents', 'measured', 'asked', 'other'] as const
export type Method = (typeof methods)[number]

/** The dated facts from which everything said of a commitment follows. */
export type Dated = {
  /** The beginning of its first day. */
  startsAt: Instant
  /** The end of its last day, as it is planned now. */
  dueAt: Instant
  /** From here on it is broken if it was not done; nothing where the city has no such rule. */
  brokenAt: Instant | null
  /** From here on nobody has heard of it for too long; moved by every report. */
  silentAt: Instant | null
  /** The first that was reported of it. */
  begunAt: Instant | null
  /** When its lead said that it was done, unless a check found otherwise. */
  doneAt: Instant | null
  stoppedAt: Instant | null
  /** What the last check of the last word of its lead found. */
  finding: Finding | null
}

/** One commitment as lists show it. */
export type CommitmentLine = Dated & {
  id: number
  kind: Kind
  title: string
  lang: Lang
  lead: string
  /** Those who lead it together with the first. */
  joint: readonly string[]
  /** Which leads say that it is done. */
  declaredBy: readonly string[]
  supporting: readonly string[]
  startsOn: Day
  dueOn: Day
  /** The day it was first promised for, which stays for ever. */
  firstDueOn: Day
  /** In the smallest unit of the city's currency; nothing where it costs none. */
  cost: number | null
  origin: Ref
  originTitle: Localized
  adoptedAt: Instant
}

export const implementations = ['not-begun', 'under-way', 'late', 'done', 'stopped'] as const
export type Implementation = (typeof implementations)[number]

/** How far it has come, by the word of those who do it; its parts for the database are in standing.reads.ts. */
export function implementationOf(it: Dated, at: Instant): Implementation {
  if (it.stoppedAt) return 'stopped'
  if (it.doneAt) return 'done'
  if (isPast(it.dueAt, at)) return 'late'
  return isPast(it.startsAt, at) || it.begunAt ? 'under-way' : 'not-begun'
}

export const verifications = ['none', 'waiting', 'confirmed', 'in-part', 'contradicted'] as const
export type Verification = (typeof verifications)[number]

/** What somebody else found. A check that did not find it all done takes the word of its lead back. */
export function verificationOf({ doneAt, finding }: Dated): Verification {
  if (finding === null) return doneAt ? 'waiting' : 'none'
  return finding === 'not-confirmed' ? 'contradicted' : finding
}

export const standings = ['kept', 'unverified', 'under-way', 'late', 'broken'] as const
export type Standing = (typeof standings)[number]

/** The one word for it. Only what somebody else confirmed is kept; a promise given up is broken. */
export function standingOf(it: Dated, at: Instant): Standing {
  if (it.stoppedAt) return 'broken'
  if (it.doneAt) return it.finding === 'confirmed' ? 'kept' : 'unverified'
  if (isPast(it.brokenAt, at)) return 'broken'
  return isPast(it.dueAt, at) ? 'late' : 'under-way'
}

export const isOpen = (it: Dated): boolean => !it.doneAt && !it.stoppedAt

export const leadsOf = ({ lead, joint }: Pick<CommitmentLine, 'lead' | 'joint'>): string[] => [lead, ...joint]

/** Whose word is still missing where one of several leads says already that it is done. */
export const unsignedBy = (it: Pick<CommitmentLine, 'lead' | 'joint' | 'declaredBy'> & Dated): string[] =>
  isOpen(it) && it.declaredBy.length > 0 ? leadsOf(it).filter((each) => !it.declaredBy.includes(each)) : []

/** Whether nobody has said for too long how it goes. */
export const isSilent = (it: Dated, at: Instant): boolean => isOpen(it) && isPast(it.silentAt, at)

/** Two of the axes of whatever led to commitments; the third, what was accepted, is its own. */
export type Axes = { implementation: Implementation; verification: Verification }

/** How far all that was promised has come: no further than what has come least far. Nothing where nothing was promised. */
export function axesOf(lines: readonly Dated[], at: Instant): Axes | undefined {
  if (lines.length === 0) return undefined
  const done = lines.map((each) => implementationOf(each, at))
  const checked = lines.map(verificationOf)
  return { implementation: together(done), verification: foundTogether(checked) }
}

function together(all: readonly Implementation[]): Implementation {
  if (all.includes('late')) return 'late'
  if (all.every((each) => each === 'not-begun')) return 'not-begun'
  if (all.some((each) => each === 'under-way' || each === 'not-begun')) return 'under-way'
  return all.includes('stopped') ? 'stopped' : 'done'
}

function foundTogether(all: readonly Verification[]): Verification {
  const [first] = all
  if (first && all.every((each) => each === first)) return first
  if (all.includes('contradicted')) return 'contradicted'
  return all.includes('waiting') ? 'waiting' : 'in-part'
}

export const isPast = (moment: Instant | null, at: Instant): boolean =>
  moment !== null && !isBefore(at, moment)

export const aboutCommitment = (id: number): Ref => ref('commitments', id)

/** Its title as a text of the city, in the one language that it has. */
export const titleOf = ({ title, lang }: { title: string; lang: Lang }): Localized => ({ [lang]: title })
