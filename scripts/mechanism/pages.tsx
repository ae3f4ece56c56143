import type { Shown } from '#kit/form.ts'
import type { View } from '#kit/view.ts'
import { History, type PublicEntry } from '#record/index.ts'
import { Badge } from '#ui/badges.tsx'
import { ButtonRow, LinkButton, PostButton } from '#ui/buttons.tsx'
import { TextField } from '#ui/fields.tsx'
import { at, ErrorSummary, Form } from '#ui/forms.tsx'
import { href } from '#ui/href.ts'
import { Pagination, StructuredList } from '#ui/lists.tsx'
import { EmptyState } from '#ui/notices.tsx'
import { Page } from '#ui/page.tsx'
import { type Garden, stateOf } from './garden.ts'
import { words } from './words.ts'

type ListProps = { view: View; gardens: readonly Garden[]; older: string | undefined }

export const GardensPage = ({ view, gardens, older }: ListProps) => {
  const w = words(view)
  return (
    <Page view={view} title={w.gardens} lead={w.lead}>
      <ButtonRow>
        <LinkButton href={href(view, '/gardens/new')}>{w.begin}</LinkButton>
      </ButtonRow>
      <StructuredList
        level={2}
        empty={<EmptyState title={w.none} />}
        items={gardens.map((each) => ({
          title: each.title,
          lang: each.lang,
          href: href(view, `/gardens/${each.id}`),
          badges: <StateBadge view={view} garden={each} />,
        }))}
      />
      <Pagination view={view} older={older} />
    </Page>
  )
}

export const BeginPage = ({ view, shown }: { view: View; shown: Shown }) => {
  const w = words(view)
  return (
    <Page view={view} title={w.begin} shown={shown} breadcrumbs={crumbs(view)}>
      <Form view={view} action={href(view, '/gardens/new')} submit={w.send} shown={shown} draft="gardens-new">
        <TextField {...at(view, shown, 'title')} label={w.title} max={120} />
      </Form>
    </Page>
  )
}

type ThingProps = {
  view: View
  shown: Shown
  garden: Garden
  history: readonly PublicEntry[]
  mayClose: boolean
}

export const GardenPage = ({ view, shown, garden, history, mayClose }: ThingProps) => {
  const w = words(view)
  return (
    <Page
      view={view}
      title={garden.title}
      breadcrumbs={crumbs(view)}
      badges={<StateBadge view={view} garden={garden} />}
    >
      <ErrorSummary view={view} problems={shown.problems} />
      {mayClose && (
        <PostButton view={view} action={href(view, `/gardens/${garden.id}/closure`)} kind="secondary">
          {w.close}
        </PostButton>
      )}
      <h2>{w.history}</h2>
      <History view={view} entries={history} />
    </Page>
  )
}

const StateBadge = ({ view, garden }: { view: View; garden: Garden }) => {
  const state = stateOf(garden, view.at)
  return <Badge tone={state === 'open' ? 'good' : 'stopped'}>{words(view).states[state]}</Badge>
}

const crumbs = (view: View) => [{ href: href(view, '/gardens'), label: words(view).gardens }]
