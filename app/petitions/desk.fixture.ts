import { randomBytes } from 'node:crypto'
import type { City } from '#kit/city.ts'
import type { Waiting } from '#kit/room.ts'
import { anonymous, person, type TestCity } from '#testing/city.ts'
import { file } from './filing.actions.ts'
import { meansOf } from './means.ts'
import { procedureOf } from './procedure.ts'
import type { Writing } from './writing.routes.ts'

const means = meansOf({ secret: new Uint8Array(32).fill(3) })

export const yuna = 11

/** Whoever has a part in a petition: the same in every test. */
export const Harim = person('Harim', 21, ['officer', 'transport-department'])
export const Nari = person('Nari', 22, ['officer', 'transport-department'])
export const Jiwoo = person('Jiwoo', 23, ['officer', 'human-rights-division'])
export const Daeun = person('Daeun', 24, ['secretary', 'civic-rights-committee'])
export const Ombudsman = person('Sun', 25, ['secretary', 'administrative-ombudsman-committee'])
export const Auditor = person('Geon', 26, ['auditor', 'audit-committee'])
export const Civil = person('Bora', 27, ['secretary', 'human-rights-civil-committee'])
export const Housing = person('Moa', 28, ['head', 'urban-housing-department'])

/** A petition of Yuna’s about a kerb, unless a test says otherwise. */
export async function filed(
  city: City,
  { procedure = 'civic-rights', ...typed }: Partial<Writing> & { procedure?: string } = {},
): Promise<number> {
  const writing: Writing = {
    form: randomBytes(16).toString('base64url'),
    title: 'A kerb at the stop',
    text: 'The kerb at the stop is too high to board the bus with a wheelchair.',
    lang: 'en',
    topic: 'transport',
    articles: ['charter/15'],
    groups: [],
    ...typed,
  } as Writing
  const author = { way: 'account' as const, by: { as: 'resident', person: yuna }, person: yuna }
  const { id } = await file(city, means, procedureOf(city.facts, procedure), writing, author)
  return id
}

/** Everybody at once, each in a browser of their own. */
export const everybody = ({ as }: Pick<TestCity, 'as'>) => ({
  harim: as(Harim),
  nari: as(Nari),
  jiwoo: as(Jiwoo),
  daeun: as(Daeun),
  ombudsman: as(Ombudsman),
  auditor: as(Auditor),
  civil: as(Civil),
  housing: as(Housing),
  anybody: as(anonymous),
})

/** What waits, as its desk says it in English. */
export const saidOf = (items: readonly Waiting[]): string[] =>
  items.map(({ title, of }) => [title.en, of && (of.en ?? of.ko)].filter(Boolean).join(': '))

/** What an answer’s form sends, with one promise. */
export const accepted = {
  outcome: 'accepted',
  text: 'The kerb will be lowered before the rainy season, and the stop gets a shelter.',
  lang: 'en',
  'pledge1.kind': 'new',
  'pledge1.title': 'Lower the kerb',
  'pledge1.text': 'The kerb is lowered to four centimetres along the whole stop.',
  'pledge1.lead': 'transport-department',
  'pledge1.startsOn': '2026-12-01',
  'pledge1.dueOn': '2027-06-30',
  'pledge1.cost': '12000000',
}

export const declined = {
  outcome: 'declined',
  text: 'The street belongs to the province, and the city may not change its kerbs this year.',
  lang: 'en',
  reason: 'competence',
  because: 'The road is a provincial road until it is handed over.',
  reviewOn: '2027-09-01',
}
