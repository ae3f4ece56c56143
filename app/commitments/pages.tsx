import { type Bodies, nameOf } from '#bodies/index.ts'
import { articleName } from '#charter/index.ts'
import { todayOf } from '#kit/day-asked.ts'
import type { View } from '#kit/view.ts'
import { type Localized, plain } from '#kit/words.ts'
import { Button } from '#ui/buttons.tsx'
import { Select, TextField } from '#ui/fields.tsx'
import { href } from '#ui/href.ts'
import { Pagination, StructuredList, SummaryCounts } from '#ui/lists.tsx'
import { Disclosure, Tabs } from '#ui/navigation.tsx'
import { EmptyState } from '#ui/notices.tsx'
import { Page } from '#ui/page.tsx'
import { type CommitmentLine, type Kind, kinds, standings } from './commitment.ts'
import { line, tones } from './parts.tsx'
import type { offered } from './tracker.reads.ts'
import { type Counts, countedUpTo, sorts } from './tracker.ts'
import { words } from './words.ts'

/** What the address asks of the list, as it was typed. */
export type Asked = Partial<
  Record<
    'q' | 'standing' | 'kind' | 'body' | 'article' | 'group' | 'district' | 'origin' | 'year' | 'sort',
    string
  >
>

type Offered = Awaited<ReturnType<typeof offered>>

type Props = {
  view: View
  asked: Asked
  lines: readonly CommitmentLine[]
  older: string | undefined
  counts: Counts
  bodies: Bodies
  offered: Offered
  names: {
    articles: readonly { about: string; no: string; title: Localized }[]
    groups: Named
    districts: Named
  }
}

type Named = readonly { key: string; label: Localized }[]

/** Every promise of the city, and how it stands with each. */
export const TrackerPage = (props: Props) => {
  const { view, lines, older, bodies } = props
  const w = words(view)
  const today = todayOf(view)
  return (
    <Page
      view={view}
      current="commitments"
      wide
      title={w.title}
      lead={w.tracker.lead}
      feed={{ href: href(view, '/record/feeds/commitments.atom'), title: w.title }}
    >
      <Sides view={view} now="list" />
      <Totals {...props} />
      <Filters {...props} />
      <StructuredList
        level={2}
        empty={<EmptyState title={w.tracker.none}>{w.tracker.noneHow}</EmptyState>}
        items={lines.map((each) => line(view, each, (body) => nameOf(view, bodies, body, today)))}
      />
      <Pagination view={view} next={older} />
      <Downloads view={view} path="/commitments" />
    </Page>
  )
}

/** The list, the map, the bodies and the help between them are sides of one thing. */
export const Sides = ({ view, now }: { view: View; now: 'list' | 'map' | 'bodies' | 'requests' }) => {
  const { sides } = words(view).tracker
  const side = (key: typeof now, path: string) => ({
    href: href(view, path),
    label: sides[key],
    current: key === now,
  })
  return (
    <Tabs
      label={words(view).title}
      items={[
        side('list', '/commitments'),
        side('map', '/commitments/map'),
        side('bodies', '/commitments/bodies'),
        side('requests', '/commitments/requests'),
      ]}
    />
  )
}

export const Downloads = ({ view, path }: { view: View; path: string }) => (
  <p class="not-printed">
    {words(view).tracker.downloads}: <a href={`${href(view, path)}.csv${view.query}`}>CSV</a> ·{' '}
    <a href={`${href(view, path)}.json${view.query}`}>JSON</a>
  </p>
)

const Totals = ({ view, counts }: Props) => {
  const w = words(view)
  const shown = [...standings, 'silent' as const]
  const label = (name: (typeof shown)[number]) => (name === 'silent' ? w.silent : w.standings[name])
  return (
    <section class="flow" aria-labelledby="totals">
      <h2 id="totals">{w.tracker.totals.new}</h2>
      <SummaryCounts
        view={view}
        items={shown.map((name) => ({
          count: Math.min(counts.new[name], countedUpTo),
          label: counts.new[name] > countedUpTo ? w.tracker.orMore(label(name)) : label(name),
          href: href(view, `/commitments?kind=new&standing=${name}`),
          ...(counts.new[name] > 0 && { tone: name === 'silent' ? 'stopped' : tones[name] }),
        }))}
      />
      <AlreadyDone view={view} counts={counts} />
    </section>
  )
}

/** Beside the new promises, never among them. */
const AlreadyDone = ({ view, counts }: { view: View; counts: Counts }) => {
  const w = words(view)
  const of = counts['under-way']
  const parts = standings
    .filter((each) => of[each] > 0)
    .map((each) => w.tracker.some(w.standings[each], of[each]))
  if (parts.length === 0) return null
  return (
    <p>
      <a href={href(view, '/commitments?kind=under-way')}>{w.tracker.totals['under-way']}</a>:{' '}
      {parts.join(' · ')}. <span class="muted">{w.tracker.apart}</span>
    </p>
  )
}

const hidden = ['kind', 'body', 'article', 'group', 'district', 'origin', 'year'] as const

const Filters = (props: Props) => {
  const { view, asked } = props
  const w = words(view).tracker
  const standing = words(view).standings
  const isNarrowed = hidden.some((each) => asked[each])
  const isFiltered = isNarrowed || Boolean(asked.q || asked.standing)
  return (
    <search>
      <form method="get" action={href(view, '/commitments')} class="not-printed">
        <div class="filters">
          <TextField view={view} name="q" type="search" label={w.query} value={asked.q ?? ''} optional />
          <Choice
            {...props}
            name="standing"
            label={w.standing}
            options={[
              ...standings.map((value) => ({ value, label: standing[value] })),
              { value: 'open', label: w.open },
              { value: 'silent', label: words(view).silent },
            ]}
          />
          <Choice
            {...props}
            name="sort"
            label={w.sort}
            empty={w.sorts.newest}
            options={sorts.slice(1).map((value) => ({ value, label: w.sorts[value] }))}
          />
          <Button kind="secondary">{w.show}</Button>
          {isFiltered && <a href={href(view, '/commitments')}>{w.all}</a>}
        </div>
        <Disclosure summary={w.more} open={isNarrowed}>
          <div class="filters">
            <MoreFilters {...props} />
          </div>
        </Disclosure>
      </form>
    </search>
  )
}

const MoreFilters = (props: Props) => {
  const { view, bodies, offered, names } = props
  const w = words(view)
  const today = todayOf(view)
  const of = (all: Named, offers: readonly string[]) =>
    all
      .filter(({ key }) => offers.includes(key))
      .map(({ key, label }) => ({ value: key, label: plain(label, view) }))
  return (
    <>
      <Choice
        {...props}
        name="kind"
        label={w.kind}
        options={kinds.map((value: Kind) => ({ value, label: w.kinds[value] }))}
      />
      <Choice
        {...props}
        name="body"
        label={w.tracker.body}
        options={offered.lead.map((key) => ({ value: key, label: nameOf(view, bodies, key, today) }))}
      />
      <Choice
        {...props}
        name="article"
        label={w.articles}
        options={names.articles
          .filter(({ about }) => offered.article.includes(about))
          .map(({ about, no, title }) => ({
            value: about,
            label: `${articleName(view, no)} ${plain(title, view)}`,
          }))}
      />
      <Choice {...props} name="group" label={w.groups} options={of(names.groups, offered.group)} />
      <Choice
        {...props}
        name="district"
        label={w.districts}
        options={of(names.districts, offered.district)}
      />
      <Choice
        {...props}
        name="origin"
        label={w.origin}
        options={offered.origin.map((key) => ({ value: key, label: view.tell(`room.${key}`) }))}
      />
      <Choice
        {...props}
        name="year"
        label={w.tracker.year}
        options={offered.year.map((value) => ({ value, label: value }))}
      />
    </>
  )
}

const Choice = (props: {
  view: View
  asked: Asked
  name: keyof Asked
  label: string
  options: readonly { value: string; label: string }[]
  empty?: string
}) =>
  props.options.length === 0 ? null : (
    <Select
      view={props.view}
      name={props.name}
      label={props.label}
      empty={props.empty ?? words(props.view).tracker.any}
      options={props.options}
      value={props.asked[props.name] ?? ''}
      optional
    />
  )
