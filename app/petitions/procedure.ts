import type { CityFacts, NormInForce } from '#kit/city.ts'
import type { Procedure, Procedures } from '#kit/procedures.ts'
import type { Day } from '#kit/time.ts'

/** @throws Error where the city's files do not say how petitions are taken up. */
export function proceduresOf(facts: CityFacts): Procedures {
  if (!facts.procedures) throw new Error('The city’s files have no procedures.yaml.')
  return facts.procedures
}

/** @throws Error when a stored petition names one that the city's files have no more. */
export function procedureOf(facts: CityFacts, key: string): Procedure {
  const procedure = proceduresOf(facts).petitions.find((each) => each.key === key)
  if (!procedure) throw new Error(`The city’s files have no procedure “${key}”.`)
  return procedure
}

/** A norm that a procedure may lack, or that may not be in force yet: then its step does not exist. */
export function normIfAny(facts: CityFacts, key: string | undefined, on: Day): NormInForce | undefined {
  if (!key) return undefined
  try {
    return facts.norm(key, on)
  } catch (error) {
    if (error instanceof Error && error.name === 'NoNorm') return undefined
    throw error
  }
}
