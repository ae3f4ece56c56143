import { geoArea, geoMercator, geoPath } from 'd3-geo'
import type { Examples, Say } from './example.ts'
import { Table } from './table.tsx'
import { type Seen, words } from './words.ts'

type Ring = readonly (readonly number[])[]
type Geometry =
  | { type: 'Polygon'; coordinates: readonly Ring[] }
  | { type: 'MultiPolygon'; coordinates: readonly (readonly Ring[])[] }
export type Feature = {
  type: 'Feature'
  id?: string | number
  properties: Readonly<Record<string, unknown>> | null
  geometry: Geometry
}
export type FeatureCollection = { type: 'FeatureCollection'; features: readonly Feature[] }

export type District = { id: string; name: string; value?: number; text?: string; href?: string }

const width = 640
const steps = 5

/** The city's districts, coloured by a value in five steps, with the table that says the same. */
export const DistrictMap = (props: {
  view: Seen
  caption: string
  shapes: FeatureCollection
  districts: readonly District[]
  unit?: string
  attribution?: string
}) => {
  const { view, caption, unit = '' } = props
  const limits = scaleOf(props.districts)
  const districts = props.districts.map((each) => ({
    ...each,
    step: stepOf(each.value, limits),
    says: each.text ?? (each.value === undefined ? undefined : number(each.value, view, unit)),
  }))
  return (
    <figure class="map">
      <figcaption>{caption}</figcaption>
      <div class="map-sheet">
        <Drawing caption={caption} shapes={props.shapes} districts={districts} />
        {limits.length > 0 && (
          <Legend
            view={view}
            limits={limits.map((each) => each.map((end) => number(end, view, unit)))}
            gaps={districts.some(({ value }) => value === undefined)}
          />
        )}
      </div>
      {districts.some(({ says }) => says) ? (
        <Values view={view} caption={caption} districts={districts} />
      ) : (
        <ul>
          {districts.map((each) => (
            <li>{linked(each)}</li>
          ))}
        </ul>
      )}
      {props.attribution && <p class="attribution">{props.attribution}</p>}
    </figure>
  )
}

type Painted = District & { step: string; says: string | undefined }

const Drawing = (props: { caption: string; shapes: FeatureCollection; districts: readonly Painted[] }) => {
  const { height, shapes } = draw(props.shapes)
  const painted = shapes.map((shape) => ({ ...shape, of: props.districts.find(({ id }) => id === shape.id) }))
  return (
    <svg viewBox={`-2 -2 ${width + 4} ${height + 4}`} class="map-drawing">
      <title>{props.caption}</title>
      {painted.map(({ path, of }) => {
        const area = <path d={path} class={`district ${of?.step ?? 'unknown'}`} />
        return of?.href ? (
          <a href={of.href} aria-label={of.says ? `${of.name}: ${of.says}` : of.name}>
            {area}
          </a>
        ) : (
          area
        )
      })}
      {/* biome-ignore lint/a11y/noAriaHiddenOnFocusable: names cannot be focused, and the links say them. */}
      <g aria-hidden="true">
        {painted.map(
          ({ at: [x, y], of }) =>
            of && (
              <text x={x} y={y} class={/q[34]/.test(of.step) ? 'on-deep' : undefined}>
                {of.name}
              </text>
            ),
        )}
      </g>
    </svg>
  )
}

const Legend = ({ view, limits, gaps }: { view: Seen; limits: readonly string[][]; gaps: boolean }) => {
  const w = words(view).map
  return (
    <ul class="map-legend" aria-hidden="true">
      {limits.map(([from = '', to = ''], step) => (
        <li>
          <Swatch step={`q${step}`} /> {from === to ? from : w.from(from, to)}
        </li>
      ))}
      {gaps && (
        <li>
          <Swatch step="unknown" /> {w.noData}
        </li>
      )}
    </ul>
  )
}

const Swatch = ({ step }: { step: string }) => (
  <svg class="swatch" viewBox="0 0 10 10" aria-hidden="true">
    <rect width="10" height="10" class={`district ${step}`} />
  </svg>
)

const Values = (props: { view: Seen; caption: string; districts: readonly Painted[] }) => {
  const w = words(props.view).map
  return (
    <Table
      view={props.view}
      caption={props.caption}
      layout="scroll"
      columns={[
        { key: 'name', label: w.area },
        { key: 'value', label: w.value, kind: 'number' },
      ]}
      rows={props.districts.map((each) => ({ name: linked(each), value: each.says ?? w.noData }))}
    />
  )
}

const linked = ({ href, name }: District) => (href ? <a href={href}>{name}</a> : name)

const number = (value: number, view: Seen, unit: string) =>
  `${value.toLocaleString(view.lang, { maximumFractionDigits: 1 })}${unit}`

function draw(shapes: FeatureCollection) {
  const features = shapes.features.map((each) => ({ ...each, geometry: wound(each.geometry) }))
  const city = { ...shapes, features }
  const path = geoPath(geoMercator().fitWidth(width, city)).digits(1)
  return {
    height: Math.ceil(path.bounds(city)[1][1]),
    shapes: features.map((each) => ({
      id: String(each.properties?.id ?? each.id ?? ''),
      path: path(each) ?? '',
      at: path.centroid(each).map(Math.round),
    })),
  }
}

/** On a sphere the inside of a ring is a matter of its direction, about which GeoJSON files differ. */
function wound(geometry: Geometry): Geometry {
  const turned = (polygon: readonly Ring[]) =>
    polygon.map((ring, i) => {
      const big = geoArea({ type: 'Polygon', coordinates: [ring] } as { type: string }) > 2 * Math.PI
      return big === (i === 0) ? ring.toReversed() : ring
    })
  return geometry.type === 'Polygon'
    ? { ...geometry, coordinates: turned(geometry.coordinates) }
    : { ...geometry, coordinates: geometry.coordinates.map(turned) }
}

type Limits = readonly (readonly [number, number])[]

/** Five equal steps from the least value to the greatest; one where they are all alike. What is counted stays whole. */
function scaleOf(districts: readonly District[]): Limits {
  const values = districts.flatMap(({ value }) => value ?? [])
  const [low, high] = [Math.min(...values), Math.max(...values)]
  if (values.length === 0) return []
  if (low === high) return [[low, high]]
  if (values.every(Number.isInteger)) return countedFrom(low, high)
  const width = (high - low) / steps
  return Array.from({ length: steps }, (_, i) => [low + i * width, low + (i + 1) * width] as const)
}

function countedFrom(low: number, high: number): Limits {
  const width = Math.ceil((high - low + 1) / steps)
  const length = Math.ceil((high - low + 1) / width)
  return Array.from(
    { length },
    (_, i) => [low + i * width, Math.min(low + (i + 1) * width - 1, high)] as const,
  )
}

function stepOf(value: number | undefined, limits: Limits): string {
  if (limits.length === 0) return 'q1'
  if (value === undefined) return 'unknown'
  return `q${limits.findLastIndex(([from]) => value >= from)}`
}

const shapes: FeatureCollection = {
  type: 'FeatureCollection',
  features: (
    [
      [
        [10, 50.06],
        [10.05, 50.075],
        [10.11, 50.06],
        [10.1, 50.035],
        [10.05, 50.03],
        [10.01, 50.04],
        [10, 50.06],
      ],
      [
        [10.01, 50.04],
        [10.05, 50.03],
        [10.06, 50],
        [10.02, 49.99],
        [9.99, 50.01],
        [10.01, 50.04],
      ],
      [
        [10.05, 50.03],
        [10.1, 50.035],
        [10.13, 50.01],
        [10.11, 49.985],
        [10.06, 50],
        [10.05, 50.03],
      ],
      [
        [10.1, 50.035],
        [10.11, 50.06],
        [10.16, 50.055],
        [10.19, 50.02],
        [10.13, 50.01],
        [10.1, 50.035],
      ],
    ] satisfies Ring[]
  ).map((ring, i) => ({
    type: 'Feature',
    properties: { id: `d${i}` },
    geometry: { type: 'Polygon', coordinates: [ring] },
  })),
}

const invented = (s: Say): District[] =>
  [s('윗마을', 'Upper'), s('강마을', 'River'), s('아랫마을', 'Lower'), s('바닷마을', 'Coast')].map(
    (name, i) => ({
      id: `d${i}`,
      name,
      href: `#d${i}`,
    }),
  )

export const examples: Examples = {
  'a map with values': (view, s) => (
    <DistrictMap
      view={view}
      caption={s('마을마다 저상버스 비율', 'Low-floor buses by district')}
      shapes={shapes}
      districts={invented(s).map((each, i) => ({
        ...each,
        ...[{ value: 12.5 }, { value: 31 }, { value: 18.2 }][i],
      }))}
      unit="%"
      attribution={s('경계: 지어낸 도시', 'Boundaries: an invented city')}
    />
  ),
  'a map to choose from': (view, s) => (
    <DistrictMap
      view={view}
      caption={s('마을 고르기', 'Choose a district')}
      shapes={shapes}
      districts={invented(s)}
    />
  ),
}
