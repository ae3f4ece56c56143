import type { Child } from 'hono/jsx'
import type { View } from '#kit/view.ts'
import { href } from '#ui/href.ts'
import { StructuredList } from '#ui/lists.tsx'
import { Page } from '#ui/page.tsx'
import type { Matter } from './matter.ts'
import type { Overview } from './overview.reads.ts'
import { matterItem, Silent, Worsened } from './parts.tsx'
import { words } from './words.ts'

/** What a committee needs before it sits: what was not answered, what became worse, who is silent, the year. */
export const CommitteePage = (props: {
  view: View
  overview: Overview
  /** What its recommendations still wait for. */
  unanswered: readonly Matter[]
  year: Child
  districtOf(key: string): string
}) => {
  const { view, overview, unanswered } = props
  const { bodies, headline } = overview
  const w = words(view)
  return (
    <Page
      view={view}
      current="desk"
      title={w.committee.title}
      lead={w.committee.lead}
      breadcrumbs={[{ href: href(view, '/desk'), label: w.desk }]}
      noindex
    >
      <section class="flow">
        <h2>{w.recommendations.title}</h2>
        <StructuredList
          items={unanswered.map((each) => matterItem({ view, bodies }, each))}
          empty={<p>{w.recommendations.none}</p>}
        />
        <p>
          <a href={href(view, '/committees/recommendations')}>{w.recommendations.all}</a>
        </p>
      </section>
      {headline && (
        <section class="flow">
          <h2>{w.worsened.title}</h2>
          <Worsened view={view} headline={headline} most={5} districtOf={props.districtOf} />
        </section>
      )}
      <section class="flow">
        <h2>{w.silent.title}</h2>
        <Silent view={view} bodies={bodies} silent={overview.silent} />
      </section>
      {props.year}
    </Page>
  )
}
