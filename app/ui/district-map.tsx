import { drawn, type FeatureCollection, hatched, mapWidth } from './district-shapes.ts'
import type { Examples, Say } from './example.ts'
import { Table } from './table.tsx'
import { type Seen, words } from './words.ts'

export type { Feature, FeatureCollection } from './district-shapes.ts'

export type District = {
  id: string
  name: string
  value?: number
  /** There is a value, but it stands for too few people to be shown. */
  hidden?: boolean
  text?: string
  href?: string
}

const steps = 5

/** Colours go from light to dark; lines tell the steps apart where the colours are not seen. */
const hatches: Readonly<Record<string, number>> = { q1: 22, q2: 11, q3: 22, hidden: 11 }

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
  const measured = limits.length > 0 || props.districts.some(({ hidden }) => hidden)
  const districts = props.districts.map((each) => ({
    ...each,
    step: measured ? stepOf(each, limits) : 'plain',
    says: each.text ?? saidOf(each, view, unit),
  }))
  return (
    <figure class="map">
      <figcaption>{caption}</figcaption>
      <div class="map-sheet">
        <Drawing caption={caption} shapes={props.shapes} districts={districts} />
        {measured && (
          <Legend
            view={view}
            limits={limits.map((each) => each.map((end) => number(end, view, unit)))}
            others={(['unknown', 'hidden'] as const).filter((step) =>
              districts.some((each) => each.step === step),
            )}
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
  const { height, shapes } = drawn(props.shapes)
  const painted = shapes.map((shape) => ({ ...shape, of: props.districts.find(({ id }) => id === shape.id) }))
  return (
    <svg viewBox={`-2 -2 ${mapWidth + 4} ${height + 4}`} class="map-drawing">
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
      {painted.map(({ rings, of }) => of && <Hatch step={of.step} rings={rings} />)}
      {/* biome-ignore lint/a11y/noAriaHiddenOnFocusable: names cannot be focused, and the links say them. */}
      <g aria-hidden="true">
        {painted.map(
          ({ at: [x, y], of }) =>
            of && (
              <text x={x} y={y} class={/q[34]/.test(of.step) ? `on-deep ${of.step}` : undefined}>
                {of.name}
              </text>
            ),
        )}
      </g>
    </svg>
  )
}

/** Of a swatch, the lines lie closer. */
const Hatch = (props: { step: string; rings: Parameters<typeof hatched>[0]; scale?: number }) => {
  const gap = hatches[props.step]
  return gap ? (
    <path class={`hatch ${props.step}-hatch`} d={hatched(props.rings, gap * (props.scale ?? 1))} />
  ) : null
}

const Legend = (props: {
  view: Seen
  limits: readonly string[][]
  others: readonly ('unknown' | 'hidden')[]
}) => {
  const w = words(props.view).map
  return (
    <ul class="map-legend" aria-hidden="true">
      {props.limits.map(([from = '', to = ''], step) => (
        <li>
          <Swatch step={`q${step}`} /> {from === to ? from : w.from(from, to)}
        </li>
      ))}
      {props.others.map((step) => (
        <li>
          <Swatch step={step} /> {step === 'hidden' ? w.hidden : w.noData}
        </li>
      ))}
    </ul>
  )
}

const corners = [
  [0, 0],
  [18, 0],
  [18, 12],
  [0, 12],
]

const Swatch = ({ step }: { step: string }) => (
  <svg class="swatch" viewBox="0 0 18 12" aria-hidden="true">
    <rect width="18" height="12" class={`district ${step}`} />
    <Hatch step={step} rings={[corners]} scale={0.4} />
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

function saidOf({ value, hidden }: District, view: Seen, unit: string): string | undefined {
  if (hidden) return words(view).map.hidden
  return value === undefined ? undefined : number(value, view, unit)
}

const number = (value: number, view: Seen, unit: string) =>
  `${value.toLocaleString(view.lang, { maximumFractionDigits: 1 })}${unit}`

type Limits = readonly (readonly [number, number])[]

/** Five equal steps from the least value to the greatest; one where they are all alike. What is counted stays whole. */
function scaleOf(districts: readonly District[]): Limits {
  const values = districts.flatMap(({ value, hidden }) => (hidden ? [] : (value ?? [])))
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

function stepOf({ value, hidden }: District, limits: Limits): string {
  if (hidden) return 'hidden'
  return value === undefined ? 'unknown' : `q${limits.findLastIndex(([from]) => value >= from)}`
}

const shapes: FeatureCollection = {
  type: 'FeatureCollection',
  features: [
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
  ].map((ring, i) => ({
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
        ...[{ value: 12.5 }, { value: 31 }, { hidden: true }][i],
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
