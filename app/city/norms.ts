import type { Day } from '#kit/time.ts'
import { holds } from './checks.dates.ts'
import type { Norm, NormVersion } from './schema.ts'
import { nearest } from './spelling.ts'

/** The city has no such rule on that day: a hole in its files, not a resident's mistake. */
export class NoNorm extends Error {
  override name = 'NoNorm'
}

/** The version in force on a day. With a territory: the rule nearest to it that reaches it; without: the one
 *  that reaches furthest.
 *  @throws NoNorm saying which rule, which day, and what the files have instead. */
export function normAt(norms: readonly Norm[], key: string, day: Day, territory?: string): NormVersion {
  const norm = norms.find((each) => each.key === key)
  if (!norm) {
    const near = nearest(
      key,
      norms.map((each) => each.key),
    )
    throw new NoNorm(`The city's files have no norm “${key}”${near ? `; did you mean “${near}”?` : '.'}`)
  }
  const version = chosen(norm, day, territory)
  if (!version) throw new NoNorm(nothingInForce(norm, day, territory))
  return version
}

/** Every rule in force on a day (for a territory), by key. */
export function normsAt(norms: readonly Norm[], day: Day, territory?: string): Map<string, NormVersion> {
  return new Map(
    norms.flatMap((norm) => {
      const version = chosen(norm, day, territory)
      return version ? [[norm.key, version] as const] : []
    }),
  )
}

function chosen(norm: Norm, day: Day, territory: string | undefined): NormVersion | undefined {
  const inForce = norm.versions
    .filter((version) => holds(version, day.toString()) && (!territory || version.covers.includes(territory)))
    .sort((a, b) => a.covers.length - b.covers.length)
  return territory ? inForce[0] : inForce.at(-1)
}

function nothingInForce({ key, versions }: Norm, day: Day, territory: string | undefined): string {
  const spans = versions.map(
    ({ from, until, territory: where }) => `${from} to ${until ?? 'now'} in ${where}`,
  )
  return `No version of the norm “${key}” is in force on ${day}${territory ? ` in ${territory}` : ''}; the files have ${spans.join(', ')}.`
}
