import { nameOf } from '#bodies/index.ts'
import { dayAt } from '#kit/time.ts'
import type { View } from '#kit/view.ts'
import { href } from '#ui/href.ts'
import { DescriptionList } from '#ui/lists.tsx'
import { PersonText } from '#ui/text.tsx'
import { labelsOf } from './parts.tsx'
import { AcceptanceBadge } from './recommendation.parts.tsx'
import { refOfRecommendation } from './recommendation.ts'
import type { SittingProps } from './sitting.pages.tsx'
import type { Item } from './sitting.ts'
import { words } from './words.ts'

const ItemTitle = ({ view, item: { about, lang, title } }: { view: View; item: Item }) =>
  about ? (
    <a href={href(view, `/${about}`)} lang={lang}>
      {title}
    </a>
  ) : (
    <span lang={lang}>{title}</span>
  )

type ItemProps = Pick<SittingProps, 'view' | 'bodies' | 'sitting' | 'members' | 'recommendations'> & {
  item: Item
}

/** One item: what it is about, what was decided by how many, and whom it asks. */
export const AgendaItem = (props: ItemProps) => {
  const { view, item } = props
  const w = words(view)
  return (
    <article class="flow" id={`item-${item.no}`}>
      <h3>
        {w.item(item.no)}: {item.closed ? w.closedItem : <ItemTitle view={view} item={item} />}
      </h3>
      {item.closed && <p class="muted">{w.closedFor[item.closed]}</p>}
      {!item.closed && item.text && <PersonText text={item.text} lang={item.lang} />}
      <DescriptionList
        items={[
          { term: w.proposedBy, is: w.proposers[item.proposedBy] },
          ...(item.closed ? [] : recusedFrom(props)),
          { term: w.desk.outcome, is: <Outcome {...props} /> },
          ...(item.closed ? [] : namedVotes(props)),
          ...(item.closed ? [] : recommendedTo(props)),
        ]}
      />
      {!item.closed && item.decision && <PersonText text={item.decision} lang={item.lang} />}
    </article>
  )
}

const labelIn = ({ view, members }: ItemProps) => {
  const labels = labelsOf(view, members)
  return (ref: string) => labels.get(ref) ?? words(view).member
}

function recusedFrom(props: ItemProps) {
  const w = words(props.view)
  const label = labelIn(props)
  return props.item.recusals.map((each) => ({
    term: w.recused,
    is: `${label(each.member)} (${w.recusals[each.kind]}: ${w.interests[each.interest]})`,
  }))
}

const Outcome = ({ view, item: { outcome, votes } }: ItemProps) => {
  const w = words(view)
  if (!outcome) return <>{w.undecided}</>
  return (
    <>
      <strong>{w.outcomes[outcome]}</strong>
      {votes && ` · ${w.votes(votes.for, votes.against, votes.abstain)}`}
    </>
  )
}

function namedVotes(props: ItemProps) {
  const w = words(props.view)
  const label = labelIn(props)
  const { named } = props.item
  if (!named) return []
  return [
    {
      term: w.desk.named,
      is: named.map((each) => `${label(each.member)}: ${w.ballots[each.vote]}`).join(', '),
    },
  ]
}

/** Whom it asks, and what that body has said. */
function recommendedTo({ view, bodies, sitting, item, recommendations }: ItemProps) {
  const w = words(view)
  const made = recommendations.find((each) => each.item === item.no)
  if (!item.recommendedTo || !made) return []
  const on = dayAt(sitting.startsAt, view.timeZone)
  return [
    {
      term: w.recommendedTo,
      is: (
        <a href={href(view, `/bodies/${item.recommendedTo}`)}>
          {nameOf(view, bodies, item.recommendedTo, on)}
        </a>
      ),
    },
    {
      term: w.recommendations.answer,
      is: (
        <>
          <AcceptanceBadge view={view} of={made} />{' '}
          <a href={href(view, `/${refOfRecommendation(made)}`)}>{w.recommendations.see}</a>
        </>
      ),
    },
  ]
}
