import { parseMoney } from '#kit/money.ts'
import { Refusal } from '#kit/refusal.ts'

/** What a task costs, as somebody typed it; nothing where nothing was. @throws Refusal for what is no cost. */
export function costOf(typed: string, currency: string): number | null {
  if (typed === '') return null
  try {
    const cost = Number(parseMoney(typed, currency))
    if (cost >= 0 && Number.isSafeInteger(cost)) return cost
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    throw new Refusal(error.code, error.facts, 'cost')
  }
  throw new Refusal('money.unreadable', { typed }, 'cost')
}
