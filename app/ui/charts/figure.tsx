import type { Child } from 'hono/jsx'
import { accent } from '../text.tsx'
import type { Seen } from '../words.ts'
import { words } from './words.ts'

/** A picture with what it is called, what must be known to read it, and the table that says the same. */
export const Figure = (props: {
  view: Seen
  caption: Child
  chapter?: number | undefined
  /** Drawings of the same: where there is much room, and where there is little. */
  wide: Child
  narrow: Child
  legend?: Child
  notes: readonly Child[]
  table: Child
}) => (
  <figure class={`chart ${accent(props.chapter)}`.trim()}>
    <figcaption>{props.caption}</figcaption>
    {props.legend}
    <div class="chart-sheet">
      <div class="chart-wide">{props.wide}</div>
      <div class="chart-narrow">{props.narrow}</div>
    </div>
    {props.notes.length > 0 && (
      <ul class="chart-notes">
        {props.notes.map((each) => (
          <li>{each}</li>
        ))}
      </ul>
    )}
    <TableBelow view={props.view}>{props.table}</TableBelow>
  </figure>
)

export const TableBelow = ({ view, children }: { view: Seen; children: Child }) => (
  <details class="disclosure chart-table">
    <summary>{words(view).table}</summary>
    {children}
  </details>
)

/** Where there is nothing to draw, that is said in its place. */
export const NothingYet = ({ view, caption }: { view: Seen; caption: Child }) => (
  <figure class="chart">
    <figcaption>{caption}</figcaption>
    <p class="muted">{words(view).empty}</p>
  </figure>
)
