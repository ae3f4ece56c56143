import { type Committee, type CommitteeNorm, NoNorm } from '#city/index.ts'
import type { CityFacts, NormInForce } from '#kit/city.ts'
import type { Day } from '#kit/time.ts'
import type { Rules } from './rules.ts'

/** A rule that is not in force on a day binds nobody on that day. */
export function rulesOn(facts: Pick<CityFacts, 'norm'>, committee: Committee, on: Day): Rules {
  const rules: Rules = {}
  for (const [name, key] of Object.entries(committee.norms) as [CommitteeNorm, string | undefined][]) {
    const norm = key && inForce(facts, key, on)
    if (norm) rules[name] = norm
  }
  return rules
}

function inForce(facts: Pick<CityFacts, 'norm'>, key: string, on: Day): NormInForce | undefined {
  try {
    return facts.norm(key, on)
  } catch (error) {
    if (error instanceof NoNorm) return undefined
    throw error
  }
}
