import { type Axes, axisWords } from '#commitments/index.ts'
import { day as dayText } from '#kit/dates.ts'
import { todayOf } from '#kit/day-asked.ts'
import { dayAt } from '#kit/time.ts'
import type { View } from '#kit/view.ts'
import { Badge, type Tone } from '#ui/badges.tsx'
import { href } from '#ui/href.ts'
import { SummaryCounts } from '#ui/lists.tsx'
import {
  type Acceptance,
  acceptanceOf,
  type Followed,
  isReviewDue,
  type Recommendation,
  refOfRecommendation,
} from './recommendation.ts'
import { words } from './words.ts'

const tones: Record<Acceptance, Tone> = {
  waiting: 'waiting',
  overdue: 'late',
  accepted: 'good',
  'in-part': 'info',
  declined: 'stopped',
}

const implementationTones: Record<Axes['implementation'], Tone> = {
  'not-begun': 'neutral',
  'under-way': 'info',
  late: 'late',
  done: 'good',
  stopped: 'stopped',
}

const verificationTones: Record<Axes['verification'], Tone> = {
  none: 'neutral',
  waiting: 'waiting',
  confirmed: 'good',
  'in-part': 'info',
  contradicted: 'late',
}

export const AcceptanceBadge = ({
  view,
  of,
}: {
  view: View
  of: Pick<Recommendation, 'answer' | 'dueAt' | 'reviewOn'>
}) => {
  const w = words(view).recommendations
  const acceptance = acceptanceOf(of, view.at)
  return (
    <>
      <Badge tone={tones[acceptance]}>{w.acceptances[acceptance]}</Badge>
      {isReviewDue(of, todayOf(view)) && <Badge tone="late">{w.reviewDue}</Badge>}
    </>
  )
}

/** What was said, what was done, what somebody else found: three things, never one. */
export const axisItems = (view: View, of: Followed) => {
  const w = words(view).recommendations
  const { implementations, verifications } = axisWords(view)
  const { axes } = of
  return [
    { term: w.axes.acceptance, is: <AcceptanceBadge view={view} of={of} /> },
    ...(axes
      ? [
          {
            term: w.axes.implementation,
            is: (
              <Badge tone={implementationTones[axes.implementation]}>
                {implementations[axes.implementation]}
              </Badge>
            ),
          },
          {
            term: w.axes.verification,
            is: <Badge tone={verificationTones[axes.verification]}>{verifications[axes.verification]}</Badge>,
          },
        ]
      : []),
  ]
}

/** A recommendation in a list, with its three axes each by its name. */
export const listed = (view: View, of: Followed, named: { committee: string; body: string }) => ({
  title: of.title,
  lang: of.lang,
  href: href(view, `/${refOfRecommendation(of)}`),
  meta: [
    named.committee,
    `${words(view).recommendations.to}: ${named.body}`,
    dayText(dayAt(of.madeAt, view.timeZone), view.lang),
    ...dueItem(view, of),
    ...axisItems(view, of).map(({ term, is }) => (
      <>
        {term}: {is}
      </>
    )),
  ],
})

/** The last day on which an answer is in time, while there is none. */
function dueItem(view: View, { answer, dueAt }: Recommendation): string[] {
  if (answer || !dueAt) return []
  const last = dayAt(dueAt.subtract({ seconds: 1 }), view.timeZone)
  return [`${words(view).recommendations.dueBy}: ${dayText(last, view.lang)}`]
}

export type Counts = { made: number; waiting: number; overdue: number }

/** How many of a committee's recommendations nobody has answered. */
export const RecommendationCounts = (props: { view: View; committee: string; counts: Counts }) => {
  const { view, committee, counts } = props
  const w = words(view).recommendations
  const list = (acceptance?: Acceptance) =>
    `${href(view, '/committees/recommendations')}?${new URLSearchParams({ committee, ...(acceptance && { acceptance }) })}`
  return (
    <SummaryCounts
      view={view}
      items={[
        { count: counts.made, label: w.madeCount(counts.made), href: list() },
        { count: counts.waiting, label: w.waiting, href: list('waiting') },
        {
          count: counts.overdue,
          label: w.overdue,
          href: list('overdue'),
          ...(counts.overdue > 0 && { tone: 'late' as const }),
        },
      ]}
    />
  )
}
