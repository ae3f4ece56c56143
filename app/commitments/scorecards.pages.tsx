import type { Child } from 'hono/jsx'
import { type Bodies, nameOf } from '#bodies/index.ts'
import type { NormInForce } from '#kit/city.ts'
import { todayOf } from '#kit/day-asked.ts'
import type { View } from '#kit/view.ts'
import { type Localized, plain } from '#kit/words.ts'
import { DistrictMap, type FeatureCollection } from '#ui/district-map.tsx'
import { href } from '#ui/href.ts'
import { DescriptionList, StructuredList } from '#ui/lists.tsx'
import { EmptyState, Notice } from '#ui/notices.tsx'
import { Page } from '#ui/page.tsx'
import { Table } from '#ui/table.tsx'
import { DayText } from '#ui/text.tsx'
import type { CommitmentLine } from './commitment.ts'
import { Downloads, Sides } from './pages.tsx'
import { line } from './parts.tsx'
import { compact, figures, type Scorecard } from './scorecard.ts'
import { words } from './words.ts'

type CardsProps = {
  view: View
  bodies: Bodies
  cards: readonly Scorecard[]
  /** From how many promises on bodies are set beside each other. */
  from: NormInForce | undefined
}

const isComparable = ({ from }: Pick<CardsProps, 'from'>, { count }: Scorecard) =>
  count >= Number(from?.value ?? 1)

/** How each body keeps what it promised: no ranks, and nobody beside others who has promised too little to compare. */
export const ScorecardsPage = (props: CardsProps) => {
  const { view, bodies, cards, from } = props
  const w = words(view)
  const today = todayOf(view)
  const compared = cards.filter((each) => isComparable(props, each))
  const few = cards.filter((each) => !isComparable(props, each))
  const name = ({ body }: Scorecard) => nameOf(view, bodies, body, today)
  return (
    <Page
      view={view}
      current="commitments"
      wide
      title={w.cards.title}
      lead={w.cards.lead}
      breadcrumbs={crumbs(view)}
    >
      <Sides view={view} now="bodies" />
      {cards.length === 0 && <EmptyState title={w.tracker.none} />}
      {compared.length > 0 && (
        <Table
          view={view}
          caption={w.cards.table}
          layout="scroll"
          columns={[
            { key: 'body', label: w.tracker.body },
            ...compact.map((key) => ({ key, label: w.cards.short[key], kind: 'number' as const })),
          ]}
          rows={compared.map((card) => ({
            body: <a href={href(view, `/commitments/bodies/${card.body}`)}>{name(card)}</a>,
            ...shownFigures(view, card),
          }))}
          note={w.cards.note}
        />
      )}
      {few.length > 0 && (
        <section class="flow">
          <h2>{w.cards.few}</h2>
          <p>{w.cards.fewWhy(Number(from?.value ?? 1))}</p>
          <StructuredList
            items={few.map((card) => ({
              title: name(card),
              href: href(view, `/commitments/bodies/${card.body}`),
              meta: [
                w.cards.promises(card.count),
                ...(card.underWay > 0 ? [w.cards.already(card.underWay)] : []),
              ],
            }))}
          />
        </section>
      )}
      <Downloads view={view} path="/commitments/bodies" />
    </Page>
  )
}

function shownFigures(view: View, card: Scorecard): Record<(typeof figures)[number], Child> {
  const w = words(view).cards
  const { body: _, medianDays, oldestOpen, ...counts } = card
  const shared = (part: number) => (card.done === 0 ? '–' : w.share(part, card.done))
  return {
    ...counts,
    onTime: shared(card.onTime),
    verified: shared(card.verified),
    medianDays: medianDays === null ? '–' : w.days(Math.round(medianDays)),
    oldestOpen: oldestOpen === null ? '–' : <DayText view={view} day={oldestOpen} />,
  }
}

type BodyProps = CardsProps & { body: string; card: Scorecard | undefined; lines: readonly CommitmentLine[] }

/** One body: its figures, and first of all what it owes. */
export const ScorecardPage = (props: BodyProps) => {
  const { view, bodies, body, card, lines, from } = props
  const w = words(view)
  const name = nameOf(view, bodies, body, todayOf(view))
  const path = `/commitments?${new URLSearchParams({ body })}`
  return (
    <Page
      view={view}
      current="commitments"
      title={name}
      kicker={w.cards.title}
      breadcrumbs={[...crumbs(view), { href: href(view, '/commitments/bodies'), label: w.cards.title }]}
    >
      {card && !isComparable(props, card) && (
        <Notice view={view}>{w.cards.fewWhy(Number(from?.value ?? 1))}</Notice>
      )}
      {card && (
        <DescriptionList
          items={figures.map((key) => ({ term: w.cards.figures[key], is: shownFigures(view, card)[key] }))}
        />
      )}
      <section class="flow">
        <h2>{w.cards.owes}</h2>
        <StructuredList
          empty={<EmptyState title={w.cards.owesNothing} />}
          items={lines.map((each) => line(view, each))}
        />
        <p>
          <a href={href(view, path)}>{w.cards.all}</a> ·{' '}
          <a href={href(view, `/bodies/${body}`)}>{w.cards.page}</a>
        </p>
      </section>
    </Page>
  )
}

type MapProps = {
  view: View
  shapes: FeatureCollection
  districts: readonly { key: string; name: Localized }[]
  counts: ReadonlyMap<string, { open: number; late: number }>
}

/** Where the city owes something: each district by how many promises are open there, and how many of them late. */
export const MapPage = ({ view, shapes, districts, counts }: MapProps) => {
  const w = words(view)
  return (
    <Page
      view={view}
      current="commitments"
      wide
      title={w.map.title}
      lead={w.map.lead}
      breadcrumbs={crumbs(view)}
    >
      <Sides view={view} now="map" />
      {counts.size === 0 ? (
        <EmptyState title={w.tracker.none} />
      ) : (
        <DistrictMap
          view={view}
          caption={w.map.caption}
          shapes={shapes}
          districts={districts.map(({ key, name }) => {
            const { open, late } = counts.get(key) ?? { open: 0, late: 0 }
            return {
              id: key,
              name: plain(name, view),
              value: open,
              text: w.map.says(open, late),
              href: href(
                view,
                `/commitments?${new URLSearchParams({ district: key, standing: 'open', sort: 'due' })}`,
              ),
            }
          })}
        />
      )}
    </Page>
  )
}

const crumbs = (view: View) => [{ href: href(view, '/commitments'), label: words(view).title }]
