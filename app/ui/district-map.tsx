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
  const w = words(props.view).map
  const { districts, unit = '' } = props
  const drawn = draw(props.shapes)
  const number = (value: number) =>
    `${value.toLocaleString(props.view.lang, { maximumFractionDigits: 1 })}${unit}`
  const valued = districts.some(({ value }) => value !== undefined)
  const limits = scaleOf(districts)
  return (
    <figure class="map">
      <figcaption>{props.caption}</figcaption>
      <div class="map-sheet">
        <svg viewBox={`-2 -2 ${width + 4} ${drawn.height + 4}`} class="map-drawing">
          <title>{props.caption}</title>
          {drawn.shapes.map(({ id, path }) => {
            const district = districts.find((each) => each.id === id)
            const shape = <path d={path} class={`district ${stepOf(district?.value, limits)}`} />
            return district?.href ? (
              <a
                href={district.href}
                aria-label={[district.name, saidOf(district, number)].filter(Boolean).join(': ')}
              >
                {shape}
              </a>
            ) : (
              shape
            )
          })}
          {/* biome-ignore lint/a11y/noAriaHiddenOnFocusable: names cannot be focused, and the links say them. */}
          <g aria-hidden="true">
            {drawn.shapes.map(({ id, at: [x, y] }) => {
              const district = districts.find((each) => each.id === id)
              const deep = /q[34]/.test(stepOf(district?.value, limits))
              return district ? (
                <text x={x} y={y} class={deep ? 'on-deep' : undefined}>
                  {district.name}
                </text>
              ) : null
            })}
          </g>
        </svg>
        {valued && (
          <ul class="map-legend" aria-hidden="true">
            {limits.map(([from, to], step) => (
              <li>
                <Swatch step={`q${step}`} /> {w.from(number(from), number(to))}
              </li>
            ))}
            {districts.some(({ value }) => value === undefined) && (
              <li>
                <Swatch step="unknown" /> {w.noData}
              </li>
            )}
          </ul>
        )}
      </div>
      {valued || districts.some(({ text }) => text) ? (
        <Table
          view={props.view}
          caption={props.caption}
          layout="scroll"
          columns={[
            { key: 'name', label: w.area },
            { key: 'value', label: w.value, kind: 'number' },
          ]}
          rows={districts.map((each) => ({ name: linked(each), value: saidOf(each, number) ?? w.noData }))}
        />
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

const linked = ({ href, name }: District) => (href ? <a href={href}>{name}</a> : name)

const saidOf = ({ text, value }: District, number: (value: number) => string) =>
  text ?? (value === undefined ? undefined : number(value))

const Swatch = ({ step }: { step: string }) => (
  <svg class="swatch" viewBox="0 0 10 10" aria-hidden="true">
    <rect width="10" height="10" class={`district ${step}`} />
  </svg>
)

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

/** Five equal steps from the least value to the greatest; one where they are all alike. */
function scaleOf(districts: readonly District[]): Limits {
  const values = districts.flatMap(({ value }) => value ?? [])
  const [low, high] = [Math.min(...values), Math.max(...values)]
  if (values.length === 0) return []
  if (low === high) return [[low, high]]
  const width = (high - low) / steps
  return Array.from({ length: steps }, (_, i) => [low + i * width, low + (i + 1) * width] as const)
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
