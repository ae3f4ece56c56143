import type { District, Milestone } from '#city/index.ts'
import type { View } from '#kit/view.ts'
import { type Localized, say } from '#kit/words.ts'
import { DistrictMap } from '#ui/district-map.tsx'
import { href } from '#ui/href.ts'
import { SummaryCounts } from '#ui/lists.tsx'
import { Page } from '#ui/page.tsx'
import { Table } from '#ui/table.tsx'
import { DayBy } from '#ui/text.tsx'
import { Local, Trust } from '#ui/trust.tsx'
import { words } from './words.ts'

export type Counts = { articles: number; bodies: number; committees: number; entries: number }

type Props = {
  view: View
  counts: Counts
  districts: readonly District[]
  milestones: readonly Milestone[]
  attribution: Localized | undefined
}

/** The whole city on one page: its districts, its numbers, its road. */
export const GlancePage = ({ view, counts, districts, milestones, attribution }: Props) => {
  const w = words(view)
  return (
    <Page view={view} current="glance" wide title={w.title} lead={w.lead}>
      <SummaryCounts
        view={view}
        items={[
          { count: counts.articles, label: w.counts.articles, href: href(view, '/charter') },
          { count: counts.bodies, label: w.counts.bodies, href: href(view, '/bodies') },
          { count: counts.committees, label: w.counts.committees, href: href(view, '/committees') },
          { count: counts.entries, label: w.counts.entries, href: href(view, '/record') },
        ]}
      />
      {districts.length > 0 && (
        <section class="flow">
          <h2>{w.districts}</h2>
          <p class="not-printed">{w.mapText}</p>
          <Districts view={view} districts={districts} attribution={attribution} />
        </section>
      )}
      <Road view={view} milestones={milestones} />
    </Page>
  )
}

const Districts = ({ view, districts, attribution }: Pick<Props, 'view' | 'districts' | 'attribution'>) => (
  <DistrictMap
    view={view}
    caption={words(view).map}
    shapes={{
      type: 'FeatureCollection',
      features: districts.map((each) => ({
        type: 'Feature',
        id: each.key,
        properties: null,
        geometry: each.shape,
      })),
    }}
    districts={districts.map((each) => ({
      id: each.key,
      name: say(each.name, view.lang, view.languages).text,
      ...(each.office && { href: href(view, `/bodies/${each.office}`) }),
    }))}
    {...(attribution && { attribution: say(attribution, view.lang, view.languages).text })}
  />
)

const Road = ({ view, milestones }: Pick<Props, 'view' | 'milestones'>) => {
  const w = words(view)
  return (
    <section>
      <Table
        view={view}
        caption={w.road}
        level={2}
        columns={[
          { key: 'when', label: w.when, kind: 'date' },
          { key: 'what', label: w.milestone },
          { key: 'kind', label: w.kind },
        ]}
        rows={milestones.map((each) => ({
          when: <DayBy view={view} on={each.date} precision={each.precision} />,
          what: (
            <>
              <Local view={view} text={each.title} />{' '}
              {each.verification !== 'confirmed' && <Trust view={view} of={each} />}
            </>
          ),
          kind: w.kinds[each.kind],
        }))}
      />
    </section>
  )
}
