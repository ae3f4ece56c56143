import type { Child } from 'hono/jsx'
import { holdsIn } from '#kit/audience.ts'
import { day as dayText } from '#kit/dates.ts'
import { blank } from '#kit/form.ts'
import { dayAt, type Instant } from '#kit/time.ts'
import type { View } from '#kit/view.ts'
import { ButtonRow, PostButton } from '#ui/buttons.tsx'
import { BarChart } from '#ui/charts.tsx'
import { TextField } from '#ui/fields.tsx'
import { at, Form } from '#ui/forms.tsx'
import { href } from '#ui/href.ts'
import { Disclosure } from '#ui/navigation.tsx'
import type { Part } from './page.reads.ts'
import { lastDay } from './parts.tsx'
import { countFor, isSignable, nextOf, type Threshold, type Thresholds } from './petition.signing.ts'
import type { Petition } from './petition.ts'
import { words } from './words.ts'

export type SupportProps = {
  view: View
  petition: Petition
  thresholds: Thresholds
  /** How many signed on paper. */
  paper: number
  part: Part
}

/** How many want it, what that brings it to, and by when; and that an answer does not hang on it. */
export const Support = (props: SupportProps) => {
  const { view, petition, thresholds, paper } = props
  const w = words(view).support
  const { discussedFrom, reviewedFrom, filedAt } = petition
  const day = (moment: Instant) => dayText(dayAt(moment, view.timeZone), view.lang)
  return (
    <>
      <p>
        {w.signed(petition.signatures)}
        {petition.participants > petition.signatures && ` ${w.took(petition.participants)}`}
        {paper > 0 && ` ${w.sheets(paper)}`}
      </p>
      <Bars view={view} petition={petition} thresholds={thresholds} />
      {discussedFrom && <p>{w.reachedDiscussion(day(discussedFrom))}</p>}
      {reviewedFrom && <p>{w.reachedReview(day(reviewedFrom))}</p>}
      <Next view={view} petition={petition} thresholds={thresholds} />
      <p>
        {!petition.answeredAt && <strong>{w.anyway}</strong>}{' '}
        <span class="muted">{w.rules(day(filedAt))}</span>
      </p>
      <SignBox {...props} />
    </>
  )
}

type Staged = Pick<SupportProps, 'view' | 'petition' | 'thresholds'>

const Bars = ({ view, petition, thresholds }: Staged) => {
  const w = words(view).support
  const bars = [
    { label: w.toDiscussion, threshold: thresholds.discussion },
    { label: w.toReview, threshold: thresholds.review },
  ].flatMap(({ label, threshold }) => (threshold ? [bar(view, label, threshold, petition)] : []))
  return bars.length > 0 ? <BarChart view={view} caption={w.bars} bars={bars} max={1} /> : null
}

const bar = (view: View, label: string, threshold: Threshold, petition: Petition) => {
  const count = countFor(threshold, petition)
  return { label, value: count / threshold.count, text: words(view).support.of(count, threshold.count) }
}

const Next = ({ view, petition, thresholds }: Staged): Child => {
  const w = words(view).support
  if (!petition.signableUntil) return null
  if (!isSignable(petition, view.at)) return <p>{w.over}</p>
  const until = dayText(lastDay(petition.signableUntil, view.timeZone), view.lang)
  const next = nextOf(petition, thresholds)
  if (!next) return <p>{w.untilDay(until)}</p>
  const step = next === thresholds.discussion ? w.toDiscussion : w.toReview
  return <p>{w.needed({ count: next.count, unit: w[next.unit], step, until })}</p>
}

const SignBox = ({ view, petition, part }: SupportProps): Child => {
  const w = words(view).support
  if (!isSignable(petition, view.at)) return null
  if (part.isAuthor) return <p>{w.own}</p>
  const path = href(view, `/petitions/${petition.id}/signatures`)
  if (part.signed)
    return (
      <>
        <p>{w.youSigned}</p>
        <PostButton view={view} action={`${path}/withdrawal`} kind="quiet" small>
          {w.unsign}
        </PostButton>
      </>
    )
  return (
    <>
      <ButtonRow>
        <PostButton view={view} action={path}>
          {view.viewer.kind === 'person' ? w.sign : w.signIn}
        </PostButton>
      </ButtonRow>
      <p class="muted">{w.names}</p>
      <SheetForm view={view} petition={petition} />
    </>
  )
}

/** For clerks who keep sheets on paper. */
const SheetForm = ({ view, petition }: Pick<SupportProps, 'view' | 'petition'>): Child => {
  const w = words(view).support
  if (!clerkBody(view)) return null
  return (
    <Disclosure summary={w.sheet}>
      <Form
        view={view}
        action={href(view, `/petitions/${petition.id}/sheets`)}
        submit={w.sheetGo}
        kind="secondary"
      >
        <SheetFields view={view} />
      </Form>
    </Disclosure>
  )
}

export const SheetFields = ({ view, shown = blank }: { view: View; shown?: typeof blank }) => {
  const w = words(view).support
  return (
    <>
      <TextField
        {...at(view, shown, 'count')}
        label={w.sheetCount}
        type="number"
        inputmode="numeric"
        width="short"
      />
      <TextField {...at(view, shown, 'keptAt')} label={w.sheetKept} max={200} />
    </>
  )
}

/** The body for which the viewer takes in paper, if they do. */
export const clerkBody = ({ viewer }: View): string | undefined =>
  viewer.kind === 'person' ? viewer.roles.find(({ body }) => holdsIn(viewer, body, 'clerk'))?.body : undefined
