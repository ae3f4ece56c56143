import type { BodyVersion, Succession } from '#city/index.ts'
import type { Day } from '#kit/time.ts'
import type { Localized } from '#kit/words.ts'
import { type Body, dayAfter, lifeOf } from './body.ts'

/** A drawing of bodies through time, downwards: a bar for each, as wide as it had staff. Units are pixels. */
export type Drawing = {
  width: number
  height: number
  years: { year: number; y: number }[]
  bars: { x: number; y: number; width: number; height: number; key: string; open: boolean }[]
  labels: { x: number; y: number; lines: string[]; small: string }[]
  links: { path: string; part: boolean }[]
}

type Words = { say(text: Localized): string; small(version: BodyVersion): string }

const axis = 52
const columnWidth = 196
const barSpace = 48
const narrow = 8
const textWidth = columnWidth - barSpace - 8
const fontSize = 14
const lineHeight = 18
const top = 16

/** Lays out a family of bodies, oldest first, as it stands on a day. */
export function draw(bodies: readonly Body[], today: Day, words: Words): Drawing {
  const column = columns(bodies)
  const starts = bodies.flatMap((body) => body.versions.map((each) => yearOf(each.from)))
  const first = Math.floor(Math.min(...starts))
  const now = yearOf(today.toString())
  const perYear = scale(bodies)
  const y = (year: number) => top + (year - first) * perYear
  const most = Math.max(...bodies.flatMap((body) => body.versions.map((each) => each.staff ?? 0)), 1)
  const middle = (key: string) => axis + (column.get(key) ?? 0) * columnWidth + barSpace / 2
  const widthOf = ({ staff }: BodyVersion) =>
    staff === undefined ? narrow : narrow + (staff / most) * (barSpace - narrow)
  const bars = bodies.flatMap((body) =>
    body.versions
      .filter((each) => yearOf(each.from) <= now)
      .map((version) => {
        const end = version.until ? Math.min(yearOf(dayAfter(version.until)), now) : now
        const width = widthOf(version)
        const from = y(yearOf(version.from))
        return {
          key: body.key,
          version,
          x: middle(body.key) - width / 2,
          y: from,
          width,
          height: Math.max(y(end) - from, 3),
          open: end === now,
        }
      }),
  )
  const labels = labelled(bars, words, (key) => middle(key) + barSpace / 2 + 8)
  const lowest = Math.max(...labels.map((each) => each.y + each.lines.length * lineHeight), y(now))
  return {
    width: axis + (Math.max(...column.values()) + 1) * columnWidth,
    height: Math.ceil(lowest + top),
    years: everyYear(first, Math.floor(now), perYear).map((year) => ({ year, y: y(year) })),
    bars: bars.map(({ version: _, ...bar }) => bar),
    labels,
    links: linksOf(bodies, column, middle, (on) => y(yearOf(on))),
  }
}

/** A body stands under the one it took over from, where that column is free by then; else in a column of its own. */
function columns(bodies: readonly Body[]): Map<string, number> {
  const column = new Map<string, number>()
  const freeFrom: string[] = []
  for (const body of bodies) {
    const { from, until } = lifeOf(body)
    const before = body.successions
      .filter(({ to }) => to.includes(body.key))
      .flatMap((each) => each.from)
      .flatMap((key) => column.get(key) ?? [])
    const own = before.find((each) => freeFrom[each]! <= from) ?? freeFrom.length
    column.set(body.key, own)
    freeFrom[own] = until ? dayAfter(until) : '9999'
  }
  return column
}

/** Tall enough that two changes of one body, one soon after the other, leave room for what is written beside them. */
function scale(bodies: readonly Body[]): number {
  const gaps = bodies.flatMap(({ versions }) =>
    versions.slice(1).map((each, at) => yearOf(each.from) - yearOf(versions[at]!.from)),
  )
  return Math.min(Math.max((3.5 * lineHeight) / Math.min(...gaps, 4), 22), 48)
}

type Placed = { key: string; version: BodyVersion; y: number }

function labelled(bars: readonly Placed[], words: Words, xOf: (key: string) => number): Drawing['labels'] {
  const free = new Map<number, number>()
  return bars
    .toSorted((a, b) => a.y - b.y)
    .map(({ key, version, y: from }) => {
      const x = xOf(key)
      const y = Math.max(from + fontSize, free.get(x) ?? 0)
      const lines = wrap(words.say(version.shortName ?? version.name), textWidth)
      free.set(x, y + (lines.length + 1) * lineHeight + 6)
      return { x, y, lines, small: words.small(version) }
    })
}

function linksOf(
  bodies: readonly Body[],
  column: Map<string, number>,
  middle: (key: string) => number,
  y: (on: string) => number,
): Drawing['links'] {
  const all = new Map(bodies.flatMap((body) => body.successions.map((each) => [each.key, each] as const)))
  return [...all.values()].flatMap((each) =>
    pairs(each)
      .filter(([from, to]) => column.has(from) && column.has(to) && column.get(from) !== column.get(to))
      .map(([from, to]) => {
        const [x, next, at] = [middle(from), middle(to), y(each.on)]
        const path = `M${x} ${round(at - 10)}C${x} ${round(at + 8)} ${next} ${round(at - 8)} ${next} ${round(at + 10)}`
        return { path, part: each.passes === 'part' }
      }),
  )
}

const pairs = ({ from, to }: Succession) => from.flatMap((each) => to.map((next) => [each, next] as const))

const round = (pixels: number) => Math.round(pixels * 10) / 10

function everyYear(first: number, last: number, perYear: number): number[] {
  const step = perYear < 30 ? 2 : 1
  return Array.from({ length: Math.floor((last - first) / step) + 1 }, (_, at) => first + at * step)
}

function yearOf(day: string): number {
  const date = Temporal.PlainDate.from(day)
  return date.year + (date.dayOfYear - 1) / date.daysInYear
}

/** Breaks a name into lines; a Korean syllable is about twice as wide as a Latin letter. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const longer = `${lines.at(-1)} ${word}`
    if (lines.length > 0 && widthOf(longer) <= width) lines[lines.length - 1] = longer
    else lines.push(word)
  }
  return lines
}

const widthOf = (text: string): number =>
  [...text].reduce((sum, letter) => sum + (letter > '\u1100' ? fontSize : fontSize * 0.55), 0)
