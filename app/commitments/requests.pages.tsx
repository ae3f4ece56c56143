import { type Bodies, nameOf } from '#bodies/index.ts'
import { todayOf } from '#kit/day-asked.ts'
import type { View } from '#kit/view.ts'
import { Button, LinkButton } from '#ui/buttons.tsx'
import { Select } from '#ui/fields.tsx'
import { href } from '#ui/href.ts'
import { type Listed, Pagination, StructuredList } from '#ui/lists.tsx'
import { EmptyState } from '#ui/notices.tsx'
import { Page } from '#ui/page.tsx'
import { crumbs } from './desk.crumbs.ts'
import { type RequestTurn, requestFormNames } from './desk.standing.ts'
import { Downloads, Sides } from './pages.tsx'
import { requestLine } from './request.pages.tsx'
import { requestStates } from './request.ts'
import type { RequestLine } from './requests.reads.ts'
import { words } from './words.ts'

type Props = {
  view: View
  bodies: Bodies
  asked: { state?: string | undefined; body?: string | undefined }
  rows: readonly RequestLine[]
  older: string | undefined
}

/** Every request that one body made of another, and how it stands. */
export const RequestsPage = (props: Props) => {
  const { view, bodies, rows, older } = props
  const w = words(view)
  return (
    <Page
      view={view}
      current="commitments"
      title={w.requests.title}
      lead={w.requests.lead}
      breadcrumbs={[{ href: href(view, '/commitments'), label: w.title }]}
    >
      <Sides view={view} now="requests" />
      <Filters {...props} />
      <StructuredList
        level={2}
        empty={<EmptyState title={w.requests.none}>{w.requests.noneHow}</EmptyState>}
        items={rows.map((each) => requestLine(view, bodies, each))}
      />
      <Pagination view={view} next={older} />
      <Downloads view={view} path="/commitments/requests" />
    </Page>
  )
}

const Filters = ({ view, bodies, asked }: Props) => {
  const w = words(view)
  const names = [...bodies.keys()]
    .map((value) => ({ value, label: nameOf(view, bodies, value, todayOf(view)) }))
    .sort((a, b) => a.label.localeCompare(b.label, view.lang))
  return (
    <search>
      <form method="get" action={href(view, '/commitments/requests')} class="not-printed">
        <div class="filters">
          <Select
            view={view}
            name="state"
            label={w.requests.state}
            empty={w.tracker.any}
            options={[
              { value: 'open', label: w.requests.open },
              ...requestStates.map((value) => ({ value, label: w.requests.states[value] })),
            ]}
            value={asked.state ?? ''}
            optional
          />
          <Select
            view={view}
            name="body"
            label={w.tracker.body}
            empty={w.tracker.any}
            options={names}
            value={asked.body ?? ''}
            optional
          />
          <Button kind="secondary">{w.tracker.show}</Button>
          {(asked.state || asked.body) && <a href={href(view, '/commitments/requests')}>{w.tracker.all}</a>}
        </div>
      </form>
    </search>
  )
}

type DeskProps = {
  view: View
  bodies: Bodies
  requests: readonly RequestLine[]
  turns: readonly RequestTurn[]
}

/** What these bodies were asked, promised, asked for or have to decide, each with its form. */
export const RequestsDeskPage = ({ view, bodies, requests, turns }: DeskProps) => {
  const w = words(view)
  const isMine = (one: RequestLine) => turns.some(({ request, awaited }) => awaited && request === one)
  const parts = requestFormNames.map((name) => ({
    title: w.requests.desk.parts[name],
    items: turns
      .filter((each) => each.name === name && each.awaited)
      .map((each) => requestTurnLine(view, bodies, each)),
  }))
  const others = requests
    .filter((each) => !isMine(each))
    .map((each) => {
      const turn = turns.find(({ request }) => request === each)
      return turn ? requestTurnLine(view, bodies, turn) : requestLine(view, bodies, each)
    })
  const shown = [...parts, { title: w.requests.desk.others, items: others }].filter(
    ({ items }) => items.length > 0,
  )
  return (
    <Page
      view={view}
      current="desk"
      title={w.requests.desk.title}
      lead={w.requests.desk.lead}
      breadcrumbs={crumbs(view)}
      noindex
    >
      {shown.length === 0 && <EmptyState title={w.requests.desk.nothing} />}
      {shown.map(({ title, items }) => (
        <section class="flow">
          <h2>{title}</h2>
          <StructuredList items={items} />
        </section>
      ))}
      <p>
        <a href={href(view, '/commitments/requests')}>{w.requests.desk.public}</a>
      </p>
    </Page>
  )
}

/** A request with the form that it waits for. */
export function requestTurnLine(view: View, bodies: Bodies, { name, request }: RequestTurn): Listed {
  const listed = requestLine(view, bodies, request)
  const form = href(view, `/desk/commitments/${request.commitment}/${name}?asked=${request.asked}`)
  return {
    ...listed,
    badges: (
      <>
        {listed.badges}
        <LinkButton href={form} kind="secondary" small>
          {words(view).desk.forms[name].title}
        </LinkButton>
      </>
    ),
  }
}
