import type { Child } from 'hono/jsx'
import { accent } from '../text.tsx'
import { areShort, linear, tenth, widthOf } from './scale.ts'

/** A mark of an axis across all rows, in hundredths of its length. */
export type AxisMark = { at: number; label: string }

/** Room at both ends, so that the marker of the first or the last value is whole. */
export const trackOf = (domain: readonly [number, number]): ((value: number) => number) =>
  linear(domain, [5, 95])

/** A table whose rows are drawn along one axis: what is drawn is said in the other cells, so it is not read aloud. */
export const Tracks = (props: {
  caption: string
  chapter?: number | undefined
  legend?: Child
  /** What the rows are. */
  name: string
  columns: readonly { label: string; kind?: 'number' | 'date' }[]
  axis: readonly AxisMark[]
  /** The one mark that matters: the due day, today. */
  line?: AxisMark | undefined
  groups: readonly { title?: string | undefined; rows: readonly Row[] }[]
  notes?: readonly Child[]
}) => {
  const { columns, axis, line } = props
  return (
    <figure class={`chart ${accent(props.chapter)}`}>
      <figcaption>{props.caption}</figcaption>
      {props.legend}
      <div class="tracks">
        <table aria-label={props.caption}>
          <thead>
            <tr>
              <th scope="col">{props.name}</th>
              <td class="track" aria-hidden="true">
                <Axis axis={axis} line={line} />
              </td>
              {columns.map(({ label, kind }) => (
                <th scope="col" class={kind}>
                  {label}
                </th>
              ))}
            </tr>
          </thead>
          {props.groups.map(({ title, rows }) => (
            <tbody>
              {title && (
                <tr class="tracks-group">
                  <th scope="rowgroup" colspan={columns.length + 2}>
                    {title}
                  </th>
                </tr>
              )}
              {rows.map((row) => (
                <TrackRow row={row} columns={columns} axis={axis} line={line} />
              ))}
            </tbody>
          ))}
        </table>
      </div>
      {props.notes && props.notes.length > 0 && (
        <ul class="chart-notes">
          {props.notes.map((each) => (
            <li>{each}</li>
          ))}
        </ul>
      )}
    </figure>
  )
}

export type Row = { name: Child; href?: string | undefined; drawn: Child; cells: readonly Child[] }
type Marks = { axis: readonly AxisMark[]; line?: AxisMark | undefined }

const TrackRow = (
  props: Marks & { row: Row; columns: readonly { label: string; kind?: 'number' | 'date' }[] },
) => {
  const { name, href, drawn, cells } = props.row
  return (
    <tr>
      <th scope="row">{href ? <a href={href}>{name}</a> : name}</th>
      <td class="track" aria-hidden="true">
        <svg aria-hidden="true">
          {props.axis.map(({ at }) => (
            <line class="grid" x1={`${at}%`} x2={`${at}%`} y2="100%" />
          ))}
          {props.line && <line class="now" x1={`${props.line.at}%`} x2={`${props.line.at}%`} y2="100%" />}
          <svg y="50%" overflow="visible" aria-hidden="true">
            {drawn}
          </svg>
        </svg>
      </td>
      {cells.map((cell, i) => (
        <td class={props.columns[i]?.kind} data-label={props.columns[i]?.label}>
          {cell}
        </td>
      ))}
    </tr>
  )
}

/** Labels stand over their marks, but for those which would be cut off at the ends or lie over another. */
const Axis = ({ axis, line }: Marks) => (
  <svg aria-hidden="true">
    {axis.map(({ at }) => (
      <line class="grid" x1={`${at}%`} x2={`${at}%`} y1="90%" y2="100%" />
    ))}
    {readable(axis).map(({ at, label, anchor }) => (
      <text x={`${at}%`} y="85%" text-anchor={anchor}>
        {label}
      </text>
    ))}
    {line && (
      <>
        <line class="now" x1={`${line.at}%`} x2={`${line.at}%`} y1="45%" y2="100%" />
        <text class="now" x={`${line.at}%`} y="35%" text-anchor={placed(line).anchor}>
          {line.label}
        </text>
      </>
    )}
  </svg>
)

/** A track may be as narrow as this, and its letters as large. */
const narrowest = 250
const letters = 14

/** Whether labels with their units have room beside each other. */
export const haveRoom = (labels: readonly string[]): boolean =>
  areShort(labels, letters, narrowest / Math.max(1, labels.length) - 8)

function placed(mark: AxisMark): AxisMark & { anchor: 'start' | 'middle' | 'end'; from: number; to: number } {
  const { at, label } = mark
  const width = (widthOf(label, letters) * 100) / narrowest
  if (width / 2 > at) return { ...mark, anchor: 'start', from: at, to: at + width }
  if (width / 2 > 100 - at) return { ...mark, anchor: 'end', from: at - width, to: at }
  return { ...mark, anchor: 'middle', from: at - width / 2, to: at + width / 2 }
}

function readable(axis: readonly AxisMark[]) {
  const kept: ReturnType<typeof placed>[] = []
  for (const mark of axis.map(placed)) if (mark.from >= (kept.at(-1)?.to ?? -100) + 2) kept.push(mark)
  return kept
}

/** How bars are told apart without colours. */
export type Fill = 'solid' | 'core' | 'dense' | 'sparse' | 'dots' | 'hollow'

const half = 8

/** What is drawn along the middle of a bar, besides its edge. */
const filling: Partial<Record<Fill, { 'stroke-width': number; 'stroke-dasharray'?: string }>> = {
  core: { 'stroke-width': half },
  dense: { 'stroke-width': 2 * half, 'stroke-dasharray': '3 3' },
  sparse: { 'stroke-width': 2 * half, 'stroke-dasharray': '2 7' },
  dots: { 'stroke-width': 3, 'stroke-dasharray': '2 4' },
}

/** A bar from one hundredth to another, on the middle of its row. */
export const Bar = ({ from, to, fill, tone }: { from: number; to: number; fill: Fill; tone: string }) => {
  const width = tenth(Math.max(0, to - from))
  return (
    <g class={`bar-of ${tone}`}>
      <rect
        class={fill === 'solid' ? 'bar-full' : 'bar-edge'}
        x={`${from}%`}
        y={-half}
        width={`${width}%`}
        height={2 * half}
      />
      {filling[fill] && <line x1={`${from}%`} x2={`${to}%`} {...filling[fill]} />}
    </g>
  )
}

/** The look of a kind of bar, for a legend. */
export const Key = ({ fill, tone, children }: { fill: Fill; tone: string; children: Child }) => (
  <li>
    <svg class="chart-key" aria-hidden="true">
      <svg y="50%" overflow="visible" aria-hidden="true">
        <Bar from={2} to={98} fill={fill} tone={tone} />
      </svg>
    </svg>{' '}
    {children}
  </li>
)

/** Puts a drawing at a hundredth of the row. */
export const At = ({ at, kind, children }: { at: number; kind?: string; children: Child }) => (
  <svg x={`${at}%`} overflow="visible" class={kind} aria-hidden="true">
    {children}
  </svg>
)
