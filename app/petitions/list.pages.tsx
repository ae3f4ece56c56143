import type { Child } from 'hono/jsx'
import type { Subjects } from '#kit/subjects.ts'
import { dayAt } from '#kit/time.ts'
import type { View } from '#kit/view.ts'
import { Badge } from '#ui/badges.tsx'
import { Button, ButtonRow, LinkButton } from '#ui/buttons.tsx'
import { HiddenField, TextField } from '#ui/fields.tsx'
import { href } from '#ui/href.ts'
import { Pagination, StructuredList, SummaryCounts } from '#ui/lists.tsx'
import { Tabs } from '#ui/navigation.tsx'
import { EmptyState } from '#ui/notices.tsx'
import { Page } from '#ui/page.tsx'
import { DayText } from '#ui/text.tsx'
import { type AsideProps, ListAside } from './list.aside.tsx'
import type { Counts, Listed } from './list.reads.ts'
import { type Query, sortOf, sorts } from './list.ts'
import { bodyName, dueIn, labelOf, StateBadge, TitleOf } from './parts.tsx'
import { type State, stateOf, supportOf } from './petition.ts'
import { words as deskWords } from './words.desk.ts'
import { words } from './words.ts'

type ListProps = {
  view: View
  rows: readonly Listed[]
  older: string | undefined
  query: Query
  counts: Counts
  subjects: Subjects
  districts: AsideProps['districts']
  /** What was asked for besides words and order, said in the reader's words. */
  asked: readonly string[]
  /** Whether the city takes petitions here. */
  isOpen: boolean
}

/** Every petition: how each stands, and the door to a new one. */
export const ListPage = (props: ListProps) => {
  const { view, rows, older, query, counts, asked } = props
  const w = words(view)
  const isAsked = Object.keys(query).some((each) => each !== 'sort')
  return (
    <Page
      view={view}
      current="petitions"
      title={w.title}
      lead={w.lead}
      feed={{ href: href(view, '/record/feeds/petitions.atom'), title: w.title }}
      noindex={isAsked}
      aside={<ListAside view={view} topics={props.subjects.topics} districts={props.districts} />}
    >
      <ButtonRow>
        {props.isOpen ? (
          <LinkButton href={href(view, '/petitions/new')}>{w.begin}</LinkButton>
        ) : (
          <p>{w.closed}</p>
        )}
        <Ways view={view} />
      </ButtonRow>
      <SummaryCounts view={view} items={tiles(view, counts)} />
      <Search view={view} query={query} />
      {asked.length > 0 && (
        <p role="status">
          {w.list.found}: {asked.join(' · ')}. <a href={href(view, '/petitions')}>{w.list.all}</a>
        </p>
      )}
      <Tabs label={w.list.sort} items={tabs(view, query)} />
      <StructuredList
        level={2}
        items={rows.map((row) => petitionItem(view, props.subjects, row))}
        empty={
          isAsked ? (
            <EmptyState title={w.list.none}>{w.list.noneText}</EmptyState>
          ) : (
            <EmptyState title={w.list.first} />
          )
        }
      />
      <Pagination view={view} next={older} />
      <p class="not-printed">
        {w.list.downloads}: <a href={href(view, `/petitions.csv${addressOf(query)}`)}>CSV</a> ·{' '}
        <a href={href(view, `/petitions.json${addressOf(query)}`)}>JSON</a>
      </p>
      <p class="not-printed">
        <a href={href(view, '/petitions/bodies')}>{deskWords(view).bodies.title}</a> ·{' '}
        <a href={href(view, '/petitions/moderation')}>{deskWords(view).moderation.title}</a>
      </p>
    </Page>
  )
}

const Ways = ({ view }: { view: View }) =>
  view.viewer.kind === 'person' ? (
    <a href={href(view, '/petitions/mine')}>{words(view).mine}</a>
  ) : (
    <a href={href(view, '/petitions/return')}>{words(view).back}</a>
  )

const tiles = (view: View, counts: Counts) => {
  const w = words(view).list.counts
  const to = (query: Query) => href(view, `/petitions${addressOf(query)}`)
  return [
    { count: counts.all, label: w.all, href: to({}) },
    { count: counts.open, label: w.open, href: to({ state: 'open' }), tone: 'waiting' as const },
    { count: counts.overdue, label: w.overdue, href: to({ state: 'overdue' }), tone: 'late' as const },
    { count: counts.answered, label: w.answered, href: to({ state: 'answered' }), tone: 'good' as const },
  ]
}

const Search = ({ view, query }: { view: View; query: Query }) => {
  const w = words(view).list
  const { q, ...rest } = query
  return (
    <search>
      <form method="get" action={href(view, '/petitions')} class="filters">
        {Object.entries(rest).map(([name, value]) => value && <HiddenField name={name} value={value} />)}
        <TextField
          view={view}
          name="q"
          type="search"
          width="wide"
          label={w.search}
          value={q ?? ''}
          optional
        />
        <ButtonRow>
          <Button kind="secondary">{w.go}</Button>
        </ButtonRow>
        <a href={href(view, `/petitions/search${addressOf(query)}`)}>{w.more}</a>
      </form>
    </search>
  )
}

const tabs = (view: View, query: Query) => {
  const now = sortOf(query)
  const { sort: _, ...rest } = query
  return sorts.map((sort) => ({
    label: words(view).list.sorts[sort],
    href: href(view, `/petitions${addressOf({ ...rest, ...(sort !== sortOf(rest) && { sort }) })}`),
    current: sort === now,
  }))
}

/** What was asked for, as an address says it. */
export function addressOf(query: Query): string {
  const said = Object.entries(query).filter(([, value]) => value !== undefined) as [string, string][]
  return said.length > 0 ? `?${new URLSearchParams(said)}` : ''
}

/** A petition in a list: its words, where it lies, until when, and how it stands. */
export function petitionItem(view: View, subjects: Subjects, row: Listed) {
  const w = words(view)
  const state = stateOf(row, view.at)
  const support = supportOf(row, view.at)
  const due = dueIn(view, row, state)
  const meta: Child[] = [
    w.number(row.id),
    <DayText view={view} day={dayAt(row.filedAt, view.timeZone)} />,
    bodyName(view, row.body),
    ...(row.topic ? [labelOf(view, subjects.topics, row.topic)] : []),
    ...(row.signableUntil ? [w.list.signatures(row.signatures)] : []),
    ...(due ? [due] : []),
  ]
  return {
    title: <TitleOf view={view} of={row} />,
    href: href(view, `/petitions/${row.id}`),
    meta,
    badges: (
      <>
        <ListedState view={view} row={row} state={state} />
        {(support === 'discussion' || support === 'committee') && (
          <Badge tone="info">{w.supports[support]}</Badge>
        )}
      </>
    ),
  }
}

/** An answered petition is told by its outcome, any other by how it stands. */
const ListedState = ({ view, row, state }: { view: View; row: Listed; state: State }) =>
  row.outcome && (state === 'answered' || state === 'closed') ? (
    <Badge tone={row.outcome === 'declined' ? 'stopped' : 'good'}>
      {deskWords(view).outcomes[row.outcome]}
    </Badge>
  ) : (
    <StateBadge view={view} state={state} />
  )
