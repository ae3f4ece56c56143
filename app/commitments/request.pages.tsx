import { type Bodies, nameOf } from '#bodies/index.ts'
import type { CityFacts } from '#kit/city.ts'
import { day as dayText } from '#kit/dates.ts'
import { todayOf } from '#kit/day-asked.ts'
import { explain } from '#kit/deadline.explained.ts'
import { derivation, dueOn, remaining } from '#kit/deadline.ts'
import { dayAt, type Instant } from '#kit/time.ts'
import type { View } from '#kit/view.ts'
import { Badge, type Tone } from '#ui/badges.tsx'
import { href } from '#ui/href.ts'
import type { Listed } from '#ui/lists.tsx'
import { Notice } from '#ui/notices.tsx'
import { DeadlineNote } from '#ui/steps.tsx'
import { PersonText } from '#ui/text.tsx'
import { liftedBy } from './request.clock.ts'
import { type RequestState, requestStateOf } from './request.ts'
import type { RequestLine } from './requests.reads.ts'
import { words } from './words.ts'

const tones: Record<RequestState, Tone> = {
  sent: 'waiting',
  accepted: 'info',
  declined: 'stopped',
  insisted: 'waiting',
  done: 'info',
  disputed: 'waiting',
  confirmed: 'good',
  withdrawn: 'neutral',
  closed: 'neutral',
  lifted: 'late',
  lapsed: 'neutral',
}

export const RequestBadge = ({ view, of }: { view: View; of: RequestLine }) => {
  const state = requestStateOf(of, view.at)
  return <Badge tone={tones[state]}>{words(view).requests.states[state]}</Badge>
}

/** A request in a list. */
export function requestLine(view: View, bodies: Bodies, it: RequestLine): Listed {
  const w = words(view).requests
  const name = (key: string) => nameOf(view, bodies, key, todayOf(view))
  return {
    title: it.title,
    lang: it.titleLang,
    href: href(view, `/commitments/${it.commitment}#request-${it.asked}`),
    text: <q lang={it.lang}>{it.text}</q>,
    meta: [
      w.ofTo(name(it.asker), name(it.helper)),
      dayText(dayAt(it.askedAt, view.timeZone), view.lang),
      ...(it.waitsFrom ? [`${w.waitsFrom} ${dayText(it.waitsFrom, view.lang)}`] : []),
      ...(it.dueOn ? [w.helpBy(dayText(it.dueOn, view.lang))] : []),
    ],
    badges: <RequestBadge view={view} of={it} />,
  }
}

type Props = { view: View; bodies: Bodies; requests: readonly RequestLine[]; facts: CityFacts }

/** On the page of a promise: who was asked for help with it, how that stands, and by when it is decided above. */
export const Requests = (props: Props) => {
  const { view, bodies, requests } = props
  const w = words(view).requests
  const name = (key: string) => nameOf(view, bodies, key, todayOf(view))
  return (
    <>
      {requests.map((each) => (
        <article class="flow" id={`request-${each.asked}`}>
          <h3>{w.ofTo(name(each.asker), name(each.helper))}</h3>
          <p>
            <RequestBadge view={view} of={each} />{' '}
            {w.since(dayText(dayAt(sinceOf(each, view.at), view.timeZone), view.lang))}
            {each.dueOn && ` · ${w.helpBy(dayText(each.dueOn, view.lang))}`}
          </p>
          <PersonText text={each.text} lang={each.lang} by={name(each.asker)} />
          <Clock {...props} request={each} />
        </article>
      ))}
    </>
  )
}

/** When it came to stand as it does. */
const sinceOf = (it: RequestLine, at: Instant): Instant =>
  (requestStateOf(it, at) === 'lifted' ? it.liftAt : null) ?? it.lastAt

/** How long may still be waited, how that was counted, and who decides then. */
const Clock = ({ view, bodies, facts, request }: Props & { request: RequestLine }) => {
  const { waitsFrom } = request
  const to = facts.procedures?.coordination?.to
  const limit = waitsFrom && liftedBy(facts, waitsFrom)
  const state = requestStateOf(request, view.at)
  if (!limit || !to || state === 'lapsed') return null
  const w = words(view).requests
  const name = nameOf(view, bodies, to, todayOf(view))
  const { calendar } = facts
  return (
    <>
      {state === 'lifted' ? (
        <Notice view={view} kind="warning" title={w.lifted(name)} />
      ) : (
        <p>{w.clock(name)}</p>
      )}
      <DeadlineNote
        view={view}
        due={dueOn(limit, calendar)}
        {...remaining(limit, calendar, todayOf(view))}
        derivation={explain(derivation(limit, calendar), view)}
        basis={<a href={href(view, `/norms#${limit.norm.key}`)}>{words(view).page.rule}</a>}
      />
    </>
  )
}
