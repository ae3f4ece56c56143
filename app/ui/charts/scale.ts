/** A tenth of a pixel is as fine as anybody sees. */
export const tenth = (value: number): number => Math.round(value * 10) / 10

/** Maps numbers of one stretch to numbers of another; what has no width lies in the middle. */
export const linear =
  ([low, high]: readonly [number, number], [from, to]: readonly [number, number]) =>
  (value: number): number =>
    tenth(high === low ? (from + to) / 2 : from + ((value - low) / (high - low)) * (to - from))

/**
 * Round numbers at even distances that enclose all values: the marks of an axis. It begins at zero unless the least
 * value is further from it than this share of the greatest, so that nothing would be left to see.
 */
export function ticksFor(values: readonly number[], most: number, share = 1 / 2): readonly number[] {
  const [low, high] = bounds(values, share)
  const step = roundStep((high - low) / most)
  const [first, last] = [Math.floor(low / step), Math.ceil(high / step)]
  return Array.from({ length: last - first + 1 }, (_, i) => Number(((first + i) * step).toPrecision(12)))
}

function bounds(values: readonly number[], share: number): readonly [number, number] {
  const [low, high] = [Math.min(...values), Math.max(...values)]
  const flat = high - low <= Math.max(Math.abs(low), Math.abs(high)) * 1e-9
  if (low >= 0 && (low <= high * share || flat)) return [0, high || 1]
  if (high <= 0 && (high >= low * share || flat)) return [low, 0]
  return [low, high]
}

function roundStep(least: number): number {
  const power = 10 ** Math.floor(Math.log10(least))
  return [1, 2, 5, 10].map((each) => each * power).find((each) => each >= least * (1 - 1e-9))!
}

/** How wide a text is about, in the unit of its size; rather too much than too little. */
export const widthOf = (text: string, size: number): number =>
  [...text].reduce((sum, letter) => sum + shareOf(letter), 0) * size

const shareOf = (letter: string): number => {
  if (/[\p{Script=Hangul}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(letter)) return 0.92
  if (/[ .,:;'|il()]/.test(letter)) return 0.34
  return /[A-Z%mwMW@]/.test(letter) ? 0.82 : 0.62
}

/** The text in lines that are no wider than this; a word that is wider still is cut with an ellipsis, a figure never. */
export function wrapped(text: string, size: number, width: number, most: number): readonly string[] {
  const lines: string[] = []
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const longer = `${lines.at(-1) ?? ''} ${word}`.trim()
    if (lines.length > 0 && widthOf(longer, size) <= width) lines[lines.length - 1] = longer
    else lines.push(word)
  }
  const kept = lines.slice(0, most)
  return kept.map((line, i) =>
    shortened(i === most - 1 && lines.length > most ? `${line} …` : line, size, width),
  )
}

function shortened(line: string, size: number, width: number): string {
  if (widthOf(line, size) <= width || /\d/.test(line)) return line
  const letters = [...line.replace(/ ?…$/, '')]
  while (letters.length > 1 && widthOf(`${letters.join('')}…`, size) > width) letters.pop()
  return `${letters.join('')}…`
}

/** Whether all these labels are short enough for an axis. */
export const areShort = (texts: readonly string[], size: number, width: number): boolean =>
  texts.every((each) => widthOf(each, size) <= width)

/** Moves what would lie over each other apart, no further than needed and never out of the stretch if it all fits. */
export function spread<T extends { at: number; size: number }>(
  all: readonly T[],
  [from, to]: readonly [number, number],
): readonly T[] {
  const placed = all.map((each) => ({ ...each })).sort((a, b) => a.at - b.at)
  const push = (start: number, order: readonly T[], sign: 1 | -1) => {
    let edge = start
    for (const each of order) {
      each.at = sign * Math.max(sign * each.at, sign * edge + each.size / 2)
      edge = each.at + (sign * each.size) / 2
    }
  }
  push(from, placed, 1)
  push(to, placed.toReversed(), -1)
  return placed
}
