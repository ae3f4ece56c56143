import type { z } from 'zod'

/** Scripts of which one sign says about as much as two letters of an alphabet. */
const dense = /[\p{Script=Hangul}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu

/** The fewest characters that say something, in the script in which it is said. */
export const leastFor = (text: string, letters: number): number =>
  (text.match(dense) ?? []).length * 2 > [...text].length ? Math.ceil(letters / 2) : letters

/** For a field that an empty phrase must not fill: `z.string().trim().check(saysEnough(40))`. */
export const saysEnough =
  (letters: number) =>
  ({ value, issues }: z.core.ParsePayload<string>): void => {
    const minimum = leastFor(value, letters)
    if ([...value].length < minimum)
      issues.push({ code: 'too_small', origin: 'string', minimum, inclusive: true, input: value })
  }
