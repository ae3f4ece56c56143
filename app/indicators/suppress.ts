import { canonical } from '#kit/canonical.ts'
import type { Hiding, Of } from './indicator.ts'

/** One figure of one period: which group it is of, and for how many people it stands, where that is known. */
export type Cell = { of: Of; people: number | null }

/**
 * Which figures of a period are not shown: those that stand for fewer people than the norm asks, and as many others as
 * it takes that none of them can be reckoned from totals and siblings. In every line of siblings the hidden ones
 * together stand for as many as the norm asks, for their sum is what the total gives away.
 *
 * Totals are taken to be the sums of their parts even where they may not be: to hide too much is the safer mistake.
 */
export function hide(cells: readonly Cell[], least: number): (Hiding | null)[] {
  const lines = linesOf(cells)
  const hidden = cells.map(({ people }): Hiding | null => (isSmall(people, least) ? 'small' : null))
  for (;;) {
    const next = betrayed(lines, hidden, cells, least)
    if (next === undefined) return hidden
    hidden[next] = 'complement'
  }
}

/** Of nobody nothing can be betrayed. */
export const isSmall = (people: number | null, least: number): boolean =>
  people !== null && people > 0 && people < least

/** A total and its parts along one dimension, by their places; a total that is not among the cells is a place beyond. */
type Line = { total: number; parts: number[] }

export function linesOf(cells: readonly Cell[]): Line[] {
  const places = new Map(cells.map(({ of }, at) => [canonical(of), at]))
  const lines = new Map<string, Line>()
  for (const [at, { of }] of cells.entries())
    for (const dimension of Object.keys(of)) {
      const { [dimension]: _, ...rest } = of
      const above = canonical(rest)
      if (!places.has(above)) places.set(above, places.size)
      const line = lines.get(`${dimension} ${above}`) ?? { total: places.get(above)!, parts: [] }
      lines.set(`${dimension} ${above}`, { ...line, parts: [...line.parts, at] })
    }
  // A single part is no division of the whole.
  return [...lines.values()].filter(({ parts }) => parts.length > 1)
}

/** The next figure to hide besides, the one of fewest people; nothing where no hidden one is betrayed any more. */
function betrayed(
  lines: readonly Line[],
  hidden: readonly (Hiding | null)[],
  cells: readonly Cell[],
  least: number,
): number | undefined {
  const isHidden = (at: number) => at >= cells.length || hidden[at] !== null
  const shown = (places: readonly number[]) => places.filter((at) => !isHidden(at))
  const fewest = (places: readonly number[]) =>
    shown(places).toSorted((a, b) => peopleOf(cells, a) - peopleOf(cells, b) || b - a)[0]
  for (const { total, parts } of lines) {
    const apart = parts.filter(isHidden)
    const together = apart.reduce((sum, at) => sum + (cells[at]!.people ?? 0), 0)
    if (apart.length > 0 && !isHidden(total) && together < least && shown(parts).length > 0)
      return fewest(parts)
  }
  const known = reckonable(lines, isHidden).filter((at) => at < cells.length)
  for (const at of known) {
    const around = lines.filter(({ total, parts }) => total === at || parts.includes(at))
    const next = [around, lines]
      .flatMap((those) => [those.flatMap(({ parts }) => parts), those.map(({ total }) => total)])
      .map(fewest)
      .find((each) => each !== undefined)
    if (next !== undefined) return next
  }
  return undefined
}

const peopleOf = (cells: readonly Cell[], at: number) => cells[at]!.people ?? Number.POSITIVE_INFINITY

/** Which hidden figures follow from the shown ones: those that stand alone in some combination of all sums. */
export function reckonable(lines: readonly Line[], isHidden: (at: number) => boolean): number[] {
  const unknowns = [...new Set(lines.flatMap(({ total, parts }) => [total, ...parts]).filter(isHidden))]
  const rows = lines
    .map(({ total, parts }) => unknowns.map((at) => (parts.includes(at) ? 1 : at === total ? -1 : 0)))
    .filter((row) => row.some((each) => each !== 0))
  return reduced(rows).flatMap((row) => {
    const places = row.flatMap((each, at) => (isNil(each) ? [] : [at]))
    return places.length === 1 ? [unknowns[places[0]!]!] : []
  })
}

const isNil = (value: number) => Math.abs(value) < 1e-9

/** Rows in reduced echelon form (Gauss and Jordan). */
function reduced(rows: number[][]): number[][] {
  const left = rows.map((row) => [...row])
  const done: number[][] = []
  for (let column = 0; column < (rows[0]?.length ?? 0); column++) {
    const pivot = left.findIndex((row) => !isNil(row[column]!))
    if (pivot < 0) continue
    const [row] = left.splice(pivot, 1) as [number[]]
    const unit = row.map((each) => each / row[column]!)
    for (const other of [...left, ...done]) {
      const factor = other[column]!
      if (!isNil(factor)) for (const [at, each] of unit.entries()) other[at] = other[at]! - factor * each
    }
    done.push(unit)
  }
  return done
}
