import type { CityFacts } from '#kit/city.ts'
import { type Instant, isBefore, startOf } from '#kit/time.ts'
import type { Localized } from '#kit/words.ts'
import { dueOf, type Run } from './petition.clock.ts'
import type { Whole } from './reads.ts'

type Parts = Pick<Whole, 'routings' | 'pauses' | 'extension'> & {
  petition: Pick<Whole['petition'], 'filedAt' | 'reopenedAt' | 'procedure'>
}

/** What the answer’s time limit hangs on, of all that happened to a petition. */
export function runOf(
  { petition, routings, pauses, extension }: Parts,
  nameOf: (body: string) => Localized = (body) => ({ en: body }),
): Run {
  const { filedAt, reopenedAt, procedure } = petition
  const since = reopenedAt ?? filedAt
  const [first = procedure, ...others] = routings
    .filter((each) => !isBefore(each.at, since))
    .map((each) => each.procedure)
  return {
    filedAt,
    reopenedAt,
    procedures: [first, ...others],
    pauses: pauses.map(({ from, to, reason, lang }) => ({
      from,
      ...(to && { to }),
      reason: { [lang]: reason },
    })),
    ...(extension &&
      !isBefore(extension.at, since) && {
        extension: {
          reason: { [extension.lang]: extension.reason },
          at: extension.at,
          byWhom: nameOf(extension.by),
        },
      }),
  }
}

/** What of it is kept with the petition, so that lists can be sorted by it and a state follows from it. */
export function clockOf(
  facts: CityFacts,
  parts: Parts,
): { dueAt: Instant | null; pausedFrom: Instant | null; pausedUntil: Instant | null } {
  const pause = parts.pauses.at(-1)
  return {
    dueAt: dueOf(facts, runOf(parts)),
    pausedFrom: pause ? startOf(pause.from, facts.timeZone) : null,
    pausedUntil: pause?.to ? startOf(pause.to.add({ days: 1 }), facts.timeZone) : null,
  }
}
