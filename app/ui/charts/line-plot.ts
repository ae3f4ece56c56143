import { type Look, lookOf } from './marks.tsx'
import {
  type Break,
  inOrder,
  known,
  liesBetween,
  momentOf,
  type Period,
  type Point,
  stretches,
} from './period.ts'
import { areShort, linear, spread, tenth, ticksFor, widthOf, wrapped } from './scale.ts'

export type Series = { name: string; points: readonly Point[]; chapter?: number }
export type Target = { from: Period; start: number; by: Period; value: number; label?: string }

export type Lines = {
  series: readonly Series[]
  /** The same for somebody else, as a thin line: the country, the whole. */
  comparison?: Omit<Series, 'chapter'>
  target?: Target
  breaks?: readonly Break[]
  /** What the axis reaches over besides, so that several pictures have the same. */
  span?: readonly Period[]
}

/** How the figures and the few words inside of a picture are said. */
export type Saying = {
  value(value: number): string
  /** Without its unit, where there is no room for one. */
  plain(value: number): string
  target: string
  broken: string
}

/** `margin` is kept for labels at the ends; without one, little is labelled and the axis stands inside. */
export type Size = { width: number; height: number; font: number; margin: number }
export const wide: Size = { width: 720, height: 340, font: 14, margin: 180 }
export const narrow: Size = { width: 328, height: 290, font: 13, margin: 92 }
export const little: Size = { width: 240, height: 140, font: 13, margin: 0 }

type Spot = { x: number; y: number }
type Line = { look: Look; path: string; marks: readonly (Spot & { hollow: boolean })[] }
/** A label, and the end of the line that it belongs to. */
type End = Spot & { of: Spot; look?: Look; lines: readonly string[] }
type Frame = { left: number; right: number; top: number; bottom: number }

export type Plot = {
  size: Size
  frame: Frame
  /** Whether the figures at the axis are said without their unit. */
  unitless: boolean
  values: readonly { amount: number; y: number; label: string }[]
  periods: readonly { x: number; label?: { x: number; text: string } }[]
  breaks: readonly { x: number; label: { x: number; text: string }; means: string }[]
  lines: readonly Line[]
  comparison: Line | undefined
  target: { from: Spot; to: Spot } | undefined
  ends: readonly End[]
}

/** Every place of a line chart, or nothing where there is no value at all. */
export function plot(data: Lines, size: Size, say: Saying): Plot | undefined {
  const values = valuesOf(data)
  if (values.length === 0) return undefined
  const ticks = ticksFor(values, size.margin ? 5 : 2)
  const short = areShort(ticks.map(say.value), size.font, size.width / 5)
  const axis = short ? say.value : say.plain
  const labels = size.margin ? endLabels(data, size, say) : []
  const frame = {
    left: size.margin ? tenth(Math.max(...ticks.map((each) => widthOf(axis(each), size.font))) + 10) : 0,
    right: size.width - Math.max(12, ...labels.map((each) => widest(each.lines, size.font) + 20)),
    top: size.font * 2.6,
    bottom: size.height - size.font * 2.2,
  }
  const moments = periodsOf(data).map(momentOf)
  const inside = 8
  const x = linear([Math.min(...moments), Math.max(...moments)], [frame.left + inside, frame.right - inside])
  const y = linear([ticks[0]!, ticks.at(-1)!], [frame.bottom, frame.top])
  const at = (period: Period, value: number): Spot => ({ x: x(momentOf(period)), y: y(value) })
  const line = lineWith(data, size, at)
  return {
    size,
    frame,
    unitless: !short,
    values: ticks.map((each) => ({ amount: each, y: y(each), label: axis(each) })),
    periods: periodLabels(data, (period) => x(momentOf(period)), size),
    breaks: breakMarks(data, (period) => x(momentOf(period)), size, say),
    lines: data.series.map((each, i) => line(each, lookOf(i, data.series.length, each.chapter))),
    comparison: data.comparison && line(data.comparison, thin),
    target: data.target && {
      from: at(data.target.from, data.target.start),
      to: at(data.target.by, data.target.value),
    },
    ends: placed(labels, at, frame, size),
  }
}

const thin: Look = { chapter: undefined, marker: 'circle', dash: undefined }

const allOf = ({ series, comparison }: Lines) => [...series, ...(comparison ? [comparison] : [])]

const valuesOf = (data: Lines): readonly number[] => {
  const values = allOf(data).flatMap(({ points }) => known(points).map(({ value }) => value))
  return values.length > 0 && data.target ? [...values, data.target.start, data.target.value] : values
}

/** All periods of the picture, each once, the earliest first. */
export function periodsOf(data: Lines): readonly Period[] {
  const all = [
    ...allOf(data).flatMap(({ points }) => points.map(({ period }) => period)),
    ...(data.target ? [data.target.from, data.target.by] : []),
    ...(data.span ?? []),
  ]
  const byMoment = new Map(all.map((each) => [`${momentOf(each)} ${each.name}`, each]))
  return [...byMoment.values()].sort((a, b) => momentOf(a) - momentOf(b))
}

const lineWith =
  ({ breaks = [] }: Lines, size: Size, at: (period: Period, value: number) => Spot) =>
  ({ points }: Omit<Series, 'chapter'>, look: Look): Line => {
    const few = size.margin > 0 && known(points).length <= 24
    const last = known(inOrder(points)).at(-1)
    const parts = stretches(points, breaks)
    const marked = parts.flatMap((part) =>
      part.filter((each) => few || part.length === 1 || each.provisional || each === last),
    )
    return {
      look,
      path: parts
        .filter((part) => part.length > 1)
        .map((part) => part.map((each) => at(each.period, each.value)))
        .map((spots) => `M${spots.map((each) => `${each.x} ${each.y}`).join('L')}`)
        .join(''),
      marks: marked.map((each) => ({ ...at(each.period, each.value), hollow: each.provisional ?? false })),
    }
  }

type Label = { period: Period; value: number; lines: readonly string[]; look?: Look }

/** What stands at the end of each line, so that nobody has to look up a legend; with many lines there is one. */
function endLabels(data: Lines, size: Size, say: Saying): readonly Label[] {
  const alone = allOf(data).length === 1
  const named = (name: string, value: number) => [
    ...(alone ? [] : wrapped(name, size.font, size.margin - 20, 2)),
    ...wrapped(say.value(value), size.font, size.margin - 20, 2),
  ]
  const ending = ({ name, points }: Omit<Series, 'chapter'>, look?: Look): Label[] => {
    const last = known(inOrder(points)).at(-1)
    return last ? [{ ...last, lines: joined(named(name, last.value), size), ...(look && { look }) }] : []
  }
  const target = data.target && {
    period: data.target.by,
    value: data.target.value,
    lines: joined([say.target, say.value(data.target.value)], size),
  }
  return [
    ...(data.series.length > 4
      ? []
      : data.series.flatMap((each, i) => ending(each, lookOf(i, data.series.length, each.chapter)))),
    ...(data.comparison ? ending(data.comparison) : []),
    ...(target ? [target] : []),
  ]
}

/** The last two lines as one where that is short enough. */
function joined(lines: readonly string[], { font, margin }: Size): readonly string[] {
  const together = lines.slice(-2).join(' ')
  return widthOf(together, font) <= margin - 20 ? [...lines.slice(0, -2), together] : lines
}

const widest = (lines: readonly string[], font: number) =>
  Math.max(...lines.map((each) => widthOf(each, font)))

/** Beside the end of its line, moved up or down where another label would lie under it. */
function placed(
  labels: readonly Label[],
  at: (period: Period, value: number) => Spot,
  { top, bottom }: Frame,
  { font }: Size,
): readonly End[] {
  const blocks = labels.map(({ period, value, lines, look }) => {
    const spot = at(period, value)
    const block = { x: spot.x + 12, at: spot.y, size: lines.length * font * 1.25 + 2 }
    return { ...block, of: spot, lines, ...(look && { look }) }
  })
  return spread(blocks, [top - font, bottom + font]).map(({ at, size: _, ...each }) => ({
    ...each,
    y: tenth(at),
  }))
}

/** Every so many periods have their name, counted from the last, as many as there is room for. */
function periodLabels(data: Lines, x: (period: Period) => number, { width, font }: Size): Plot['periods'] {
  const all = periodsOf(data).map((each) => {
    const half = widthOf(each.name, font) / 2
    return { x: x(each), text: each.name, half, middle: Math.min(Math.max(x(each), half), width - half) }
  })
  const nth = (step: number) => all.filter((_, i) => (all.length - 1 - i) % step === 0)
  const fits = (some: typeof all) =>
    some.every(
      (each, i) => i === 0 || some[i - 1]!.middle + some[i - 1]!.half + font < each.middle - each.half,
    )
  const step = all.findIndex((_, i) => fits(nth(i + 1))) + 1
  const named = new Set(nth(step))
  return all.map((each) => ({
    x: each.x,
    ...(named.has(each) && { label: { x: tenth(each.middle), text: each.text } }),
  }))
}

/** In the middle of the gap that each makes; where there are several, they have numbers. */
function breakMarks(
  data: Lines,
  x: (period: Period) => number,
  { width, font }: Size,
  say: Saying,
): Plot['breaks'] {
  const periods = periodsOf(data).map((period) => ({ period }))
  const marked = (data.breaks ?? []).flatMap((each) => {
    const next = periods.findIndex((after, i) => i > 0 && liesBetween(each, periods[i - 1]!, after))
    if (next < 1) return []
    return [{ x: (x(periods[next - 1]!.period) + x(periods[next]!.period)) / 2, means: each.label }]
  })
  return marked.map(({ x, means }, i) => {
    const text = marked.length > 1 ? `${i + 1}` : say.broken
    const half = widthOf(text, font) / 2
    return { x: tenth(x), label: { x: tenth(Math.min(Math.max(x, half), width - half)), text }, means }
  })
}
