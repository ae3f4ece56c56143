import type { City } from '#kit/city.ts'
import { call, decide, record } from './sittings.actions.ts'

export const key = 'human-rights-civil-committee'
export const transport = 'transport-department'

type Town = { city: City; turnTo(at: string): void }

/** A sitting of 1 December 2026 that recommends to a body what its agenda says. @returns the path of the first. */
export async function recommended(
  { city, turnTo }: Town,
  body = transport,
  agenda: readonly string[] = ['Kerbs at bus stops'],
  day = '2026-12-01',
): Promise<string> {
  const daeun = { as: key, person: 5 }
  const no = await call(city, daeun, key, {
    kind: 'regular',
    startsAt: Temporal.Instant.from(`${day}T14:00:00+09:00`),
    minutes: 120,
    place: 'City hall, room 3',
    mode: 'both',
    lang: 'en',
    agenda,
  })
  turnTo(`${day}T16:00:00+09:00`)
  await record(city, daeun, key, no, { present: ['x-head'], excused: [] })
  for (const at of agenda.keys())
    await decide(city, daeun, key, no, at + 1, {
      outcome: 'adopted',
      text: 'Lower all kerbs at bus stops.',
      votes: { for: 1, against: 0, abstain: 0 },
      recommendedTo: body,
    })
  return `/committees/${key}/sittings/${no}/items/1`
}

/** One promise, as the form of an answer sends it. */
export const promise = (fields: Record<string, string> = {}) => ({
  'pledge1.kind': 'new',
  'pledge1.title': 'Lower 40 kerbs',
  'pledge1.text': 'At the forty stops with most people getting on.',
  'pledge1.lead': transport,
  'pledge1.startsOn': '2027-01-01',
  'pledge1.dueOn': '2027-06-30',
  'pledge1.cost': '350000000',
  ...fields,
})

export const accepted = {
  answer: 'accepted',
  text: 'We lower them all, the busiest stops first.',
  lang: 'en',
  seen: '0',
  ...promise(),
}

export const declined = {
  answer: 'declined',
  text: 'Not this year.',
  lang: 'en',
  seen: '0',
  reason: 'money',
  because: 'The budget for streets is spent.',
  reviewOn: '2027-03-01',
}
