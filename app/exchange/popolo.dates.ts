type Precision = 'day' | 'month' | 'year'

/** A first day as the city's files write it, with how much of it is known. */
export type Since = { from: string; precision?: Precision }

/** `2014-07` is the first day of July, known to the month. */
export function firstDay(said: string): Since | undefined {
  const parts = partsOf(said)
  if (!parts) return undefined
  const { year, month, day } = parts
  const precision = day ? 'day' : month ? 'month' : 'year'
  const from = dayOf(year, month ?? 1, day ?? 1)
  return from && { from: from.toString(), ...(precision !== 'day' && { precision }) }
}

/** `2014-07` is the last day of July. */
export function lastDay(said: string): string | undefined {
  const parts = partsOf(said)
  if (!parts) return undefined
  const { year, month = 12, day } = parts
  const first = dayOf(year, month, day ?? 1)
  return (day ? first : first?.with({ day: first.daysInMonth }))?.toString()
}

export const dayBefore = (day: string): string =>
  Temporal.PlainDate.from(day).subtract({ days: 1 }).toString()
export const dayAfter = (day: string): string => Temporal.PlainDate.from(day).add({ days: 1 }).toString()

function partsOf(said: string) {
  const [, year, month, day] = /^(\d{4})(?:-(\d\d)(?:-(\d\d)(?:[T ].*)?)?)?$/.exec(said.trim()) ?? []
  if (!year) return undefined
  return { year: Number(year), ...(month && { month: Number(month) }), ...(day && { day: Number(day) }) }
}

function dayOf(year: number, month: number, day: number): Temporal.PlainDate | undefined {
  try {
    return Temporal.PlainDate.from({ year, month, day }, { overflow: 'reject' })
  } catch {
    return undefined
  }
}
