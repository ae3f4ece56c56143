import type { Child } from 'hono/jsx'
import { type Bodies, nameOf } from '#bodies/index.ts'
import { articleName } from '#charter/index.ts'
import { dayInFull, day as dayText } from '#kit/dates.ts'
import { todayOf } from '#kit/day-asked.ts'
import { roomOf } from '#kit/ref.ts'
import { dayAt } from '#kit/time.ts'
import type { View } from '#kit/view.ts'
import { type Localized, plain } from '#kit/words.ts'
import { Badge } from '#ui/badges.tsx'
import { href } from '#ui/href.ts'
import { DescriptionList } from '#ui/lists.tsx'
import { DayText, Money, PersonText } from '#ui/text.tsx'
import { Local } from '#ui/trust.tsx'
import type { CommitmentProps } from './commitment.pages.tsx'
import type { Parties } from './party.reads.ts'
import { linkWords, words } from './words.ts'

type Item = { term: Child; is: Child }

/** What was promised, in answer to what, by whom, by when and for what money. */
export const Promised = (props: CommitmentProps) => {
  const { commitment } = props.whole
  return (
    <>
      <PersonText text={commitment.text} lang={commitment.lang} />
      <DescriptionList items={[...madeBy(props), ...dated(props), ...about(props)]} />
    </>
  )
}

function madeBy({ view, whole, bodies, parties }: CommitmentProps): Item[] {
  const { origin, originTitle, originKind, adoptedAt, lead, joint, supporting } = whole.commitment
  const w = words(view)
  const from = (
    <>
      <a href={href(view, `/${origin}`)}>
        <Local view={view} text={originTitle} />
      </a>{' '}
      <span class="muted">({view.tell(`room.${originKind}`)})</span>
    </>
  )
  return [
    { term: w.origin, is: from },
    { term: w.adoptedOn, is: <DayText view={view} day={dayAt(adoptedAt, view.timeZone)} /> },
    { term: w.lead, is: <Lead {...{ view, bodies, lead, parties }} /> },
    ...(joint.length > 0
      ? [{ term: w.joint, is: <Bodylist view={view} bodies={bodies} keys={joint} /> }]
      : []),
    ...(supporting.length > 0
      ? [{ term: w.supporting, is: <Bodylist view={view} bodies={bodies} keys={supporting} /> }]
      : []),
  ]
}

function dated({ view, whole }: CommitmentProps): Item[] {
  const { startsOn, dueOn, firstDueOn, cost } = whole.commitment
  const w = words(view)
  const due = (
    <>
      <strong>
        <time datetime={dueOn.toString()}>{dayInFull(dueOn, view.lang)}</time>
      </strong>{' '}
      {!firstDueOn.equals(dueOn) && <Badge tone="waiting">{w.first(dayText(firstDueOn, view.lang))}</Badge>}
    </>
  )
  return [
    { term: w.startsOn, is: <DayText view={view} day={startsOn} /> },
    { term: w.dueOn, is: due },
    {
      term: w.cost,
      is: cost === null ? w.free : <Money view={view} amount={cost} currency={view.currency} />,
    },
  ]
}

function about({ view, whole, names, links }: CommitmentProps): Item[] {
  const { articles, groups, districts } = whole.commitment
  const w = words(view)
  const groupNames = names.groups.map(({ key, label }) => ({ key, name: label }))
  return [
    ...tagged(view, 'article', w.articles, articles, (key) => articleText(view, names.articles, key)),
    ...tagged(view, 'group', w.groups, groups, (key) => labelIn(view, groupNames, key)),
    ...tagged(view, 'district', w.districts, districts, (key) => labelIn(view, names.districts, key)),
    ...serves({ view, links }),
  ]
}

function serves({ view, links }: Pick<CommitmentProps, 'view' | 'links'>): Item[] {
  if (links.length === 0) return []
  const each = links.map(({ thing, title }) => (
    <li>
      <a href={href(view, `/${thing}`)}>
        <Local view={view} text={title} />
      </a>{' '}
      <span class="muted">({view.tell(`room.${roomOf(thing)}`)})</span>
    </li>
  ))
  return [{ term: linkWords(view).serves, is: <ul class="bare">{each}</ul> }]
}

function tagged(
  view: View,
  facet: string,
  term: string,
  keys: readonly string[],
  name: (key: string) => string,
) {
  if (keys.length === 0) return []
  const to = (key: string) =>
    facet === 'article'
      ? href(view, `/${key}`)
      : href(view, `/commitments?${new URLSearchParams({ [facet]: key })}`)
  const is: Child = keys.map((key, index) => (
    <>
      {index > 0 && ' · '}
      <a href={to(key)}>{name(key)}</a>
    </>
  ))
  return [{ term, is }]
}

function articleText(view: View, all: CommitmentProps['names']['articles'], about: string): string {
  const known = all.find((each) => each.about === about)
  return known ? `${articleName(view, known.no)} ${plain(known.title, view)}` : about
}

const labelIn = (view: View, all: readonly { key: string; name: Localized }[], key: string): string => {
  const known = all.find((each) => each.key === key)
  return known ? plain(known.name, view) : key
}

/** Who leads it today; who was named, where that is another by now. */
const Lead = (props: { view: View; bodies: Bodies; lead: string; parties: Parties }) => {
  const { view, bodies, lead, parties } = props
  const w = words(view)
  if (parties.first.length === 0 || parties.first.includes(lead))
    return <Bodylist view={view} bodies={bodies} keys={[lead]} />
  return (
    <>
      <Bodylist view={view} bodies={bodies} keys={parties.first} />{' '}
      <span class="muted">({w.page.tookOver(nameOf(view, bodies, lead, todayOf(view)))})</span>
    </>
  )
}

const Bodylist = ({ view, bodies, keys }: { view: View; bodies: Bodies; keys: readonly string[] }) => (
  <>
    {keys.map((key, index) => (
      <>
        {index > 0 && ', '}
        <a href={href(view, `/bodies/${key}`)}>{nameOf(view, bodies, key, todayOf(view))}</a>
      </>
    ))}
  </>
)
