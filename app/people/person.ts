import { Refusal } from '#kit/refusal.ts'
import { type Day, holdsOn, type Instant, isBefore } from '#kit/time.ts'

/** What somebody may be charged with, always in a body and for a term. */
export const roleNames = [
  'officer',
  'head',
  'hr-officer',
  'secretary',
  'clerk',
  'editor',
  'investigator',
  'ombudsman',
  'auditor',
  'accounts',
  'records',
  'attestor',
] as const
export type RoleName = (typeof roleNames)[number]

export type Term = { from: Day; to: Day | null; endedOn: Day | null }

/** `ended` was cut short, `over` ran its course. */
export function stateOfTerm(term: Term, day: Day): 'coming' | 'held' | 'ended' | 'over' {
  if (term.endedOn && Temporal.PlainDate.compare(term.endedOn, day) <= 0) return 'ended'
  if (holdsOn(day, term.from, term.to)) return 'held'
  return Temporal.PlainDate.compare(day, term.from) < 0 ? 'coming' : 'over'
}

export type Level = 0 | 1 | 2 | 3

/** How surely each way shows that somebody is one inhabitant. None asks for papers, a nationality or a telephone. */
export const levelOfRoute = { email: 1, letter: 2, attestation: 2, 'in-person': 3 } as const
export type Route = keyof typeof levelOfRoute | `openid:${string}`

/** The surest way that stands; a child whose guardian has not agreed yet is known to nobody. */
export function levelOf(
  ways: readonly { level: number; withdrawnAt: Instant | null }[],
  waitsForGuardian: boolean,
): Level {
  if (waitsForGuardian) return 0
  return Math.max(0, ...ways.filter((each) => !each.withdrawnAt).map((each) => each.level)) as Level
}

export const isChild = (childUntil: Day | null, day: Day): boolean =>
  childUntil !== null && Temporal.PlainDate.compare(day, childUntil) < 0

/** Fourteen years at most lie between today and that birthday, and it has not been yet. */
export function checkBirthday(birthday: Day | undefined, today: Day): void {
  const { compare } = Temporal.PlainDate
  if (!birthday || compare(birthday, today) <= 0 || compare(birthday, today.add({ years: 14 })) > 0)
    throw new Refusal('people.birthday-not-so', {}, 'childUntil')
}

export type Guardianship = { consentedAt: Instant | null; withdrawnAt: Instant | null }

/** Under fourteen, nothing counts before a legal representative has agreed (Personal Information Protection Act, art. 22-2). */
export const waitsForGuardian = (
  childUntil: Day | null,
  guardianships: readonly Guardianship[],
  day: Day,
): boolean => isChild(childUntil, day) && !guardianships.some((each) => each.consentedAt && !each.withdrawnAt)

/** How long things stand. Ours, not the city's: they are how safe signing in is, not a rule of its law. */
export const spans = {
  sessionIdle: { hours: 24 * 30 },
  session: { hours: 24 * 90 },
  secondFactor: { hours: 12 },
  arrival: { minutes: 15 },
  assistanceIdle: { minutes: 60 },
  invitation: { hours: 24 * 7 },
  guardian: { hours: 24 * 14 },
  letter: { hours: 24 * 60 },
  slip: { hours: 24 * 365 },
  hand: { minutes: 30 },
  keptForm: { hours: 24 },
} as const

const within = (since: Instant | null, span: Temporal.DurationLike, at: Instant): boolean =>
  since !== null && isBefore(at, since.add(span))

export type Session = { startedAt: Instant; seenAt: Instant; secondFactorAt: Instant | null }

export const sessionStands = (session: Session, at: Instant): boolean =>
  within(session.startedAt, spans.session, at) && within(session.seenAt, spans.sessionIdle, at)

export const secondFactorStands = (session: Session, at: Instant): boolean =>
  within(session.secondFactorAt, spans.secondFactor, at)

export type Assistance = { seenAt: Instant; endedAt: Instant | null }

export const assistanceStands = (assistance: Assistance, at: Instant): boolean =>
  !assistance.endedAt && within(assistance.seenAt, spans.assistanceIdle, at)

export type Arrival = { expiresAt: Instant; spentAt: Instant | null; provenAt: Instant | null; tries: number }

export const triesOfCode = 5

/** `open` waits for its link or code; `proven` waits for the account to be made. */
export function stateOfArrival(arrival: Arrival, at: Instant): 'open' | 'proven' | 'spent' | 'over' {
  if (arrival.spentAt) return 'spent'
  if (!isBefore(at, arrival.expiresAt)) return 'over'
  if (arrival.provenAt) return 'proven'
  return arrival.tries < triesOfCode ? 'open' : 'spent'
}

/** One mailbox, however it was typed. */
export const normalEmail = (typed: string): string => typed.trim().normalize('NFKC').toLowerCase()

/** A path of this site to go to afterwards; anything else leads to one's own page. */
export function localPath(to: string | undefined, otherwise: string): string {
  if (!to || !/^\/(?![/\\])[^\\\s]*$/.test(to)) return otherwise
  const { host, pathname, search, hash } = new URL(to, 'http://here.invalid')
  // `/.//elsewhere` becomes `//elsewhere`, which is another host.
  return host === 'here.invalid' && !pathname.startsWith('//') ? pathname + search + hash : otherwise
}

/** What a list of one's sessions calls the device: enough to recognise it, nothing to track it by. */
export function deviceOf(agent: string): string {
  const first = (names: Record<string, RegExp>) =>
    Object.entries(names).find(([, pattern]) => pattern.test(agent))?.[0]
  const browser = first({
    Edge: /Edg/,
    'Samsung Internet': /SamsungBrowser/,
    Whale: /Whale/,
    KakaoTalk: /KAKAOTALK/,
    Firefox: /Firefox|FxiOS/,
    Chrome: /Chrome|CriOS/,
    Safari: /Safari/,
  })
  const system = first({
    Android: /Android/,
    iPhone: /iPhone/,
    iPad: /iPad/,
    Windows: /Windows/,
    Mac: /Mac OS/,
    Linux: /Linux/,
  })
  return [browser, system].filter(Boolean).join(', ')
}
