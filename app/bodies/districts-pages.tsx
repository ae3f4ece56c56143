import type { District } from '#city/index.ts'
import type { View } from '#kit/view.ts'
import { say } from '#kit/words.ts'
import { History, type PublicEntry } from '#record/index.ts'
import { DistrictMap } from '#ui/district-map.tsx'
import { href } from '#ui/href.ts'
import { DescriptionList } from '#ui/lists.tsx'
import { Page } from '#ui/page.tsx'
import { Trust } from '#ui/trust.tsx'
import { words } from './words.ts'

const nameOf = (view: View, district: District): string => say(district.name, view.lang, view.languages).text

const Outlines = ({
  view,
  districts,
  caption,
}: {
  view: View
  districts: readonly District[]
  caption: string
}) => (
  <DistrictMap
    view={view}
    caption={caption}
    shapes={shapesOf(districts)}
    districts={districts.map((each) => ({
      id: each.key,
      name: nameOf(view, each),
      href: href(view, `/districts/${each.key}`),
    }))}
  />
)

/** The outlines of districts as one GeoJSON document (RFC 7946). */
export const shapesOf = (districts: readonly District[]) => ({
  type: 'FeatureCollection' as const,
  features: districts.map(({ key, name, shape }) => ({
    type: 'Feature' as const,
    id: key,
    properties: { id: key, ...name },
    geometry: shape,
  })),
})

export const DistrictsPage = ({ view, districts }: { view: View; districts: readonly District[] }) => {
  const w = words(view)
  return (
    <Page
      view={view}
      current="bodies"
      title={w.districts}
      breadcrumbs={[{ href: href(view, '/bodies'), label: w.title }]}
    >
      <Outlines view={view} districts={districts} caption={w.map} />
      <p class="not-printed">
        {w.downloads}: <a href={href(view, '/districts.csv')}>CSV</a> ·{' '}
        <a href={href(view, '/districts.json')}>JSON</a> ·{' '}
        <a href={href(view, '/districts.geojson')}>GeoJSON</a>
      </p>
    </Page>
  )
}

export const DistrictPage = (props: {
  view: View
  district: District
  office: string | undefined
  history: readonly PublicEntry[]
}) => {
  const { view, district, office } = props
  const w = words(view)
  return (
    <Page
      view={view}
      current="bodies"
      title={say(district.name, view.lang, view.languages)}
      kicker={w.district}
      breadcrumbs={[
        { href: href(view, '/bodies'), label: w.title },
        { href: href(view, '/districts'), label: w.districts },
      ]}
    >
      {district.office && (
        <DescriptionList
          items={[{ term: w.office, is: <a href={href(view, `/bodies/${district.office}`)}>{office}</a> }]}
        />
      )}
      <Trust view={view} of={district} />
      <h2>{w.outline}</h2>
      <Outlines view={view} districts={[district]} caption={nameOf(view, district)} />
      <h2>{w.history}</h2>
      <History view={view} entries={props.history} />
    </Page>
  )
}
