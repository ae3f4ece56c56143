import type { Child } from 'hono/jsx'
import type { Examples } from './example.ts'
import { accent } from './text.tsx'
import type { Seen } from './words.ts'

/** Amounts beside each other: a table whose cells are also drawn. */
export const BarChart = (props: {
  view: Seen
  caption: string
  bars: readonly { label: Child; value: number; text?: string; href?: string; chapter?: number }[]
  max?: number
  unit?: string
}) => {
  const max = props.max ?? Math.max(...props.bars.map(({ value }) => value), 0)
  return (
    <table class="bars">
      <caption>{props.caption}</caption>
      <tbody>
        {props.bars.map(({ label, value, text, href, chapter }) => (
          <tr class={accent(chapter)}>
            <th scope="row">{href ? <a href={href}>{label}</a> : label}</th>
            <td class="number">{text ?? `${value.toLocaleString(props.view.lang)}${props.unit ?? ''}`}</td>
            <td class="bar" aria-hidden="true">
              <svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
                <rect class="bar-ground" width="100" height="10" />
                <rect class="bar-value" width={share(value, max)} height="10" />
              </svg>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const share = (value: number, max: number) =>
  max > 0 ? Math.round(Math.max(0, Math.min(1, value / max)) * 1000) / 10 : 0

/** The course of a number in the size of a word; where a value is missing the line is broken. */
export const Sparkline = ({ values, label }: { values: readonly (number | null)[]; label: string }) => {
  const known = values.filter((each) => each !== null)
  const [low, high] = [Math.min(...known), Math.max(...known)]
  const x = (i: number) => Math.round((i / Math.max(1, values.length - 1)) * 960) / 10 + 2
  const y = (value: number) =>
    high === low ? 14 : Math.round((1 - (value - low) / (high - low)) * 220) / 10 + 3
  const line = values
    .map((value, i) =>
      value === null
        ? ''
        : `${i === 0 || values[i - 1] === null ? 'M' : 'L'}${x(i)} ${y(value)}${i === 0 || values[i - 1] === null ? 'h0' : ''}`,
    )
    .join('')
  const last = values.findLastIndex((each) => each !== null)
  return (
    <svg class="sparkline" viewBox="0 0 100 28" role="img" aria-label={label}>
      <path d={line} />
      {last >= 0 && <circle cx={x(last)} cy={y(values[last]!)} r="2.5" />}
    </svg>
  )
}

export const examples: Examples = {
  bars: (view, s) => (
    <BarChart
      view={view}
      caption={s('장마다 이행 중인 약속', 'Commitments under way, by chapter')}
      bars={[18, 7, 23, 11, 4].map((value, i) => ({
        label: s(`제${i + 1}장`, `Chapter ${i + 1}`),
        value,
        chapter: i + 1,
        href: `#chapter-${i + 1}`,
      }))}
      unit={s('건', '')}
    />
  ),
  sparkline: (_, s) => (
    <p>
      {s('버스 저상화', 'Low-floor buses')}{' '}
      <Sparkline
        values={[21, 24, null, 31, 30, 42]}
        label={s('21%에서 42%로 오름', 'rose from 21% to 42%')}
      />{' '}
      42%
    </p>
  ),
}
