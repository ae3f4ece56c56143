import type { BodyVersion, Succession } from '#city/index.ts'
import type { Day } from '#kit/time.ts'
import type { Localized } from '#kit/words.ts'
import { type Body, dayAfter, lifeOf } from './body.ts'

/** A drawing of bodies through time, downwards: a bar for each, as wide as it had staff. Units are pixels. */
export type Drawing = {
  width: number
  height: number
  years: { year: number; y: number }[]
  /** `staffKnown` is false where the width is only that of the version before. */
  bars: {
    key: string
    x: number
    y: number
    width: number
    height: number
    /** Whether the body itself still stands. */
    stands: boolean
    staffKnown: boolean
  }[]
  labels: { x: number; y: number; lines: string[]; small: string[] }[]
  /** Where a body came under another. */
  moves: { x: number; y: number }[]
  links: { path: string; part: boolean }[]
}

type Words = {
  say(text: Localized): string
  /** When it began and how many worked there. */
  facts(version: BodyVersion): string
  /** What to write where it came under another body. */
  under(parent: string): string
}

const axis = 52
const columnWidth = 288
export const barSpace = 96
const narrow = 10
const textWidth = columnWidth - barSpace - 12
const fontSize = 14
export const lineHeight = 18
const top = 16
const tallest = 800

/** Lays out a family of bodies, oldest first, as it stands on a day. */
export function draw(bodies: readonly Body[], today: Day, words: Words): Drawing {
  const column = columns(bodies)
  const starts = bodies.flatMap((body) => body.versions.map((each) => yearOf(each.from)))
  const first = Math.floor(Math.min(...starts))
  const now = yearOf(today.toString())
  const perYear = scale(bodies, now - first)
  const y = (on: string) => top + (Math.min(yearOf(on), now) - first) * perYear
  const middle = (key: string) => axis + (column.get(key) ?? 0) * columnWidth + barSpace / 2
  const bars = barsOf(bodies, today, middle, y)
  const labels = labelled(bars, words, (key) => middle(key) + barSpace / 2 + 8)
  const bottoms = [
    ...labels.map((each) => each.y + (each.lines.length + each.small.length) * lineHeight),
    ...bars.map((each) => each.y + each.height),
  ]
  return {
    width: axis + (Math.max(...column.values()) + 1) * columnWidth,
    height: Math.ceil(Math.max(...bottoms)),
    years: everyYear(first, Math.floor(now), perYear).map((year) => ({ year, y: y(`${year}-01-01`) })),
    bars: bars.map(({ version: _, moved: __, ...bar }) => bar),
    moves: bars.filter((each) => each.moved).map((each) => ({ x: middle(each.key), y: each.y })),
    labels,
    links: linksOf(bodies, column, middle, y),
  }
}

function barsOf(
  bodies: readonly Body[],
  today: Day,
  middle: (key: string) => number,
  y: (on: string) => number,
) {
  const most = Math.max(...bodies.flatMap((body) => body.versions.map((each) => each.staff ?? 0)), 1)
  return bodies.flatMap(({ key, versions }) =>
    versions
      .filter((each) => each.from <= today.toString())
      .map((version, at) => {
        const staff = versions.slice(0, at + 1).findLast((each) => each.staff !== undefined)?.staff
        const width = staff === undefined ? narrow : narrow + (staff / most) * (barSpace - narrow)
        const open = !version.until || version.until >= today.toString()
        const from = y(version.from)
        const to = open ? y(today.toString()) : y(dayAfter(version.until ?? ''))
        return {
          key,
          version,
          moved: at > 0 && version.parent !== versions[at - 1]!.parent,
          x: middle(key) - width / 2,
          y: from,
          width,
          height: Math.max(to - from, 12),
          stands: standsOn(versions, today),
          staffKnown: version.staff !== undefined || staff === undefined,
        }
      }),
  )
}

const standsOn = (versions: Body['versions'], today: Day) => {
  const { until } = versions.at(-1)!
  return !until || until >= today.toString()
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
function scale(bodies: readonly Body[], years: number): number {
  const gaps = bodies.flatMap(({ versions }) =>
    versions.slice(1).map((each, at) => yearOf(each.from) - yearOf(versions[at]!.from)),
  )
  const wanted = Math.min(Math.max((4 * lineHeight) / Math.min(...gaps, 4), 28), 56)
  return Math.min(wanted, tallest / Math.max(years, 1))
}

type Placed = { key: string; version: BodyVersion; y: number; moved: boolean }

function labelled(bars: readonly Placed[], words: Words, xOf: (key: string) => number): Drawing['labels'] {
  const free = new Map<number, number>()
  return bars
    .toSorted((a, b) => a.y - b.y)
    .map(({ key, version, y: from, moved }) => {
      const x = xOf(key)
      const y = Math.max(from + fontSize, free.get(x) ?? 0)
      const lines = wrap(words.say(version.shortName ?? version.name), textWidth)
      const under = moved && version.parent ? wrap(words.under(version.parent), textWidth) : []
      const small = [words.facts(version), ...under]
      free.set(x, y + (lines.length + small.length) * lineHeight + 8)
      return { x, y, lines, small }
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
  const step = [1, 2, 5, 10, 20, 50].find((each) => each * perYear >= 24) ?? 100
  const round = Math.ceil(first / step) * step
  return Array.from({ length: Math.floor((last - round) / step) + 1 }, (_, at) => round + at * step)
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
