import type { Committee } from '#city/index.ts'
import type { NormInForce } from '#kit/city.ts'
import { Refusal } from '#kit/refusal.ts'
import type { Day } from '#kit/time.ts'
import { holdsOn } from '#kit/time.ts'
import { type Counts, genderKept, type Kept, youthKept } from './composition.ts'
import { type Rules, spanOf } from './rules.ts'

export const watched = [
  'genderCap',
  'youthShare',
  'seatsPerPerson',
  'size',
  'termLength',
  'renewals',
] as const
export type Watched = (typeof watched)[number]

/** How a committee would stand to one of its rules after an appointment. */
export type Finding = {
  rule: Watched
  state: Kept
  limit: NormInForce | number
  /** The rule lets nobody past, with or without a reason. */
  gate: boolean
}

/** Everything the rules look at, as it would be after the appointment. */
export type Outlook = {
  counts: Counts
  /** How many more could still be appointed. */
  room: number
  /** With those who sit by their office. */
  members: number
  /** On how many committees the person would sit. */
  seatsOfPerson: number
  renewals: number
  from: Day
  until: Day
}

/** Every rule that the committee has on the day, and whether it would be kept. */
export function watch(committee: Pick<Committee, 'renewals'>, rules: Rules, outlook: Outlook): Finding[] {
  const by = (rule: Watched, norm: NormInForce | undefined, state: (norm: NormInForce) => Kept): Finding[] =>
    norm ? [{ rule, state: state(norm), limit: norm, gate: norm.kind === 'gate' }] : []
  return [
    ...by('genderCap', rules.genderCap, ({ value }) => genderKept(outlook.counts, outlook.room, value)),
    ...by('youthShare', rules.youthShare, ({ value }) => youthKept(outlook.counts, outlook.room, value)),
    ...by('seatsPerPerson', rules.seatsPerPerson, ({ value }) => no(outlook.seatsOfPerson > Number(value))),
    ...by('size', rules.size, ({ value }) => no(outlook.members > Number(value))),
    ...by('termLength', rules.termLength, (norm) => no(isLonger(outlook, norm))),
    ...(committee.renewals === 'unlimited' || committee.renewals === undefined
      ? []
      : [
          {
            rule: 'renewals' as const,
            state: no(outlook.renewals > committee.renewals),
            limit: committee.renewals,
            gate: false,
          },
        ]),
  ]
}

const no = (broken: boolean): Kept => (broken ? 'breached' : 'kept')

const isLonger = ({ from, until }: Outlook, norm: NormInForce): boolean =>
  Temporal.PlainDate.compare(until, from.add(spanOf(norm)).subtract({ days: 1 })) > 0

/** A breach that somebody answers for: why, who decided it, and until when. */
export type Waiver = {
  id: number
  committee: string
  rule: Watched
  reason: string
  lang: string
  decidedBy: string
  from: Day
  until: Day
}

export const isWaived = (finding: Finding, waivers: readonly Waiver[], on: Day): boolean =>
  waivers.some((each) => each.rule === finding.rule && holdsOn(on, each.from, each.until))

/** The breaches that nobody answers for yet. */
export const unanswered = (findings: readonly Finding[], waivers: readonly Waiver[], on: Day): Finding[] =>
  findings.filter((each) => each.state === 'breached' && !isWaived(each, waivers, on))

/** @throws Refusal of a breach that a gate holds back, or that nobody answers for. */
export function checkAppointable(findings: readonly Finding[], waivers: readonly Waiver[], on: Day): void {
  const gate = findings.find((each) => each.state === 'breached' && each.gate)
  if (gate) throw new Refusal('committees.gate', { rule: gate.rule })
  const [open] = unanswered(findings, waivers, on)
  if (open) throw new Refusal('committees.needs-waiver', { rule: open.rule }, 'reason')
}
