import type { View } from '#kit/view.ts'
import { href } from '#ui/href.ts'
import { Pagination, StructuredList, SummaryCounts } from '#ui/lists.tsx'
import { EmptyState } from '#ui/notices.tsx'
import { Page } from '#ui/page.tsx'
import { InItsLanguage } from '#ui/trust.tsx'
import { towerCrumbs } from './officers.pages.tsx'
import { type Gap, gaps, type Unlinked } from './unlinked.ts'
import { words } from './words.ts'

/** What is linked to nothing, for somebody to ask why. */
export const UnlinkedPage = (props: {
  view: View
  counts: Readonly<Record<Gap, number>>
  /** Which kind is asked for; all where none is. */
  gap: Gap | undefined
  rows: readonly Unlinked[]
  older: string | undefined
}) => {
  const { view, counts, gap, rows } = props
  const w = words(view).unlinked
  const asked = gap ? `?gap=${gap}` : ''
  return (
    <Page view={view} current="tower" title={w.title} lead={w.lead} breadcrumbs={towerCrumbs(view)}>
      <SummaryCounts
        view={view}
        items={gaps.map((each) => ({
          count: counts[each],
          label: w.what[each],
          href: href(view, `/tower/unlinked?gap=${each}`),
        }))}
      />
      <StructuredList
        level={2}
        items={rows.map(({ gap: what, about, title }) => ({
          title: <InItsLanguage view={view} text={title} />,
          href: href(view, `/${about}`),
          meta: [w.what[what]],
        }))}
        empty={<EmptyState title={w.none} />}
      />
      <Pagination view={view} next={props.older} />
      <p class="not-printed">
        {w.downloads}: <a href={href(view, `/tower/unlinked.csv${asked}`)}>CSV</a> ·{' '}
        <a href={href(view, `/tower/unlinked.json${asked}`)}>JSON</a>
      </p>
    </Page>
  )
}
