import type { CityFacts } from '#kit/city.ts'
import { type Share, shareOf } from '#kit/share.ts'
import type { Day } from '#kit/time.ts'
import { isAfter, type Quarter } from './quarter.ts'

/** How an action stands: reckoned from what was reported, never chosen. */
export const colours = [
  'silent',
  'red',
  'amber',
  'green',
  'done',
  'proposed',
  'stopped',
  'withdrawn',
] as const
export type Colour = (typeof colours)[number]

/** Why it stands so; all of it is said, in words. Days as text, for it is kept as JSON. */
export type Reason =
  | { code: 'no-report' | 'missed-report'; quarter: number; dueOn: string }
  | { code: 'behind' | 'on-course'; reached: number; target: number; should: number; on: string }
  | { code: 'day-passed'; dueOn: string }
  | { code: 'milestone-late'; title: string; dueOn: string }
  | { code: 'request-lifted'; count: number }
  | { code: 'first-report'; dueOn: string | null }
  | { code: 'not-agreed' | 'declined'; bodies: readonly string[]; dueOn: string | null }
  | { code: 'done' | 'stopped' | 'withdrawn'; on: string }

export type Standing = { colour: Colour; reasons: readonly Reason[] }

/** What the standing of an action follows from. */
export type ActionFacts = {
  startsOn: Day
  dueOn: Day
  target: number
  /** Which leads have not agreed or said no; nobody where it is agreed. */
  unagreed: readonly string[]
  declined: readonly string[]
  agreedBy: Day | null
  withdrawnOn: Day | null
  doneOn: Day | null
  stoppedOn: Day | null
  quarters: readonly Quarter[]
  lateMilestones: readonly { title: string; dueOn: Day }[]
  liftedRequests: number
}

export type Shares = { amberBelow: Share; redBelow: Share }

/** The shares of what should have been reached by now below which it is amber and red; nothing where the city has none. */
export function sharesOn(facts: CityFacts, on: Day): Shares | undefined {
  const norms = facts.procedures?.planning?.norms
  if (!norms) return undefined
  return {
    amberBelow: shareOf(facts.norm(norms.amberBelow, on).value),
    redBelow: shareOf(facts.norm(norms.redBelow, on).value),
  }
}

type Weighed = { weight: 'silent' | 'red' | 'amber' | 'green'; reason: Reason }

const weights = ['silent', 'red', 'amber', 'green'] as const

/** How an action stands on a day, and why. */
export function standingOfAction(it: ActionFacts, shares: Shares | undefined, today: Day): Standing {
  const settled = settledOf(it)
  if (settled) return settled
  const weighed = [
    ...silences(it),
    ...(isAfter(today, it.dueOn)
      ? [{ weight: 'red' as const, reason: { code: 'day-passed' as const, dueOn: String(it.dueOn) } }]
      : []),
    ...course(it, shares),
    ...it.lateMilestones.map(({ title, dueOn }) => ({
      weight: 'amber' as const,
      reason: { code: 'milestone-late' as const, title, dueOn: String(dueOn) },
    })),
    ...(it.liftedRequests > 0
      ? [
          {
            weight: 'amber' as const,
            reason: { code: 'request-lifted' as const, count: it.liftedRequests },
          },
        ]
      : []),
  ].toSorted((a, b) => weights.indexOf(a.weight) - weights.indexOf(b.weight))
  return { colour: weighed[0]?.weight ?? 'green', reasons: weighed.map(({ reason }) => reason) }
}

function settledOf(it: ActionFacts): Standing | undefined {
  const said = (colour: Colour, reason: Reason): Standing => ({ colour, reasons: [reason] })
  if (it.withdrawnOn) return said('withdrawn', { code: 'withdrawn', on: String(it.withdrawnOn) })
  if (it.stoppedOn) return said('stopped', { code: 'stopped', on: String(it.stoppedOn) })
  if (it.doneOn) return said('done', { code: 'done', on: String(it.doneOn) })
  const dueOn = it.agreedBy && String(it.agreedBy)
  const open: Reason[] = [
    ...(it.declined.length > 0 ? [{ code: 'declined' as const, bodies: it.declined, dueOn }] : []),
    ...(it.unagreed.length > 0 ? [{ code: 'not-agreed' as const, bodies: it.unagreed, dueOn }] : []),
  ]
  return open.length > 0 ? { colour: 'proposed', reasons: open } : undefined
}

/** The last report that was due and did not come is silence; an earlier one is a gap. */
function silences({ quarters }: ActionFacts): Weighed[] {
  const last = quarters.findLast(({ state }) => state !== 'ahead' && state !== 'open')
  return quarters
    .filter(({ state }) => state === 'missing')
    .map((each) => {
      const isSilent = each === last
      const code = isSilent ? 'no-report' : 'missed-report'
      const reason: Reason = { code, quarter: each.quarter, dueOn: String(each.dueOn) }
      return { weight: isSilent ? 'silent' : 'amber', reason }
    })
}

/** The share reached against the share of time, at the end of the last quarter that was reported on. */
function course({ quarters, startsOn, dueOn, target }: ActionFacts, shares: Shares | undefined): Weighed[] {
  const last = quarters.findLast(({ reports }) => reports.length > 0)
  const [report] = last?.reports ?? []
  if (!last || !report) {
    const next = quarters.find(({ state }) => state === 'ahead' || state === 'open')
    if (!next) return []
    return [{ weight: 'green', reason: { code: 'first-report', dueOn: next.dueOn && String(next.dueOn) } }]
  }
  const total = BigInt(Math.max(1, startsOn.until(dueOn).days + 1))
  const passed = BigInt(Math.max(0, startsOn.until(last.end).days + 1))
  const elapsed = passed < total ? passed : total
  const { reached } = report
  // Below a share of what should be there, told without dividing.
  const isBelow = ({ part, of }: Share) =>
    BigInt(reached) * total * BigInt(of) < BigInt(target) * elapsed * BigInt(part)
  const weight =
    shares && isBelow(shares.redBelow) ? 'red' : shares && isBelow(shares.amberBelow) ? 'amber' : 'green'
  const should = Number((BigInt(target) * elapsed + total - 1n) / total)
  const code = weight === 'green' ? 'on-course' : 'behind'
  return [{ weight, reason: { code, reached, target, should, on: String(last.end) } }]
}
