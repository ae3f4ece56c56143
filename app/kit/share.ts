/** A share as a law says it, exact: two thirds are 2 of 3. */
export type Share = { part: number; of: number }

/** Reads `0.6`, `2/3` or a whole number. */
export function shareOf(value: number | string): Share {
  const text = String(value)
  const [part, of] = text.split('/').map(Number)
  if (of !== undefined) return { part: part!, of }
  const decimals = text.split('.')[1]?.length ?? 0
  return { part: Math.round(Number(text) * 10 ** decimals), of: 10 ** decimals }
}

/** The greatest count that is no more than a share of a number. */
export const atMost = (value: number | string, base: number): number => {
  const { part, of } = shareOf(value)
  return Math.floor((base * part) / of)
}

/** The least count that reaches a share of a number, or, where it takes more than that, the next. */
export const atLeast = (
  { value, above }: { value: number | string; above: boolean },
  base: number,
): number => {
  const { part, of } = shareOf(value)
  return above ? Math.floor((base * part) / of) + 1 : Math.ceil((base * part) / of)
}
