import type { z } from 'zod'
import type { Fault, FaultCode, Path } from './fault.ts'
import { type Collection, collections, type Gathered, type Given } from './gather.ts'
import { withTrustPassedDown } from './inherit.ts'
import type { Parsed } from './parsed.ts'
import { normKey, key as plainKey } from './schema.parts.ts'
import {
  type CalendarFile,
  type CityText,
  type ProceduresFile,
  type Profile,
  type SubjectsFile,
  schemas,
} from './schema.ts'
import { faultAt, schemaFaults, type Where } from './schema-faults.ts'
import { isMapping } from './walk.ts'

/** A record that keeps to its schema, and where it stands. */
export type Held<T> = { record: T; where: Where }
type Records = { [C in Collection]: Held<z.output<(typeof collections)[C]> & { key: string }>[] }

/** A city on the way: what kept to the schema, and the name of everything that was written at all. */
export type Draft = {
  given: Given[]
  profile: Held<Profile> | undefined
  calendar: Held<CalendarFile> | undefined
  subjects: Held<SubjectsFile> | undefined
  procedures: Held<ProceduresFile> | undefined
  records: Records
  texts: Held<CityText>[]
  shapes: Parsed | undefined
  /** Keys as written, so that a fault inside a record does not make all who name it wrong too. */
  names: Record<Collection, Set<string>>
  /** The articles written under each instrument. */
  articles: Map<string, Set<string>>
  /** The groups of people written in subjects.yaml. */
  groups: Set<string>
}

export type Report = (
  where: Where,
  inside: Path,
  code: FaultCode,
  facts?: Parameters<typeof faultAt>[3],
) => void

export function draftOf(gathered: Gathered): { draft: Draft; faults: Fault[] } {
  const faults: Fault[] = []
  const held = <S extends z.ZodType>(
    schema: S,
    where: Where,
    data: unknown,
  ): Held<z.output<S>> | undefined => {
    const result = schema.safeParse(data)
    if (result.success) return { record: result.data, where }
    faults.push(...schemaFaults(where, schema, data, result.error.issues))
    return undefined
  }
  const single = <S extends z.ZodType>(schema: S, parsed: Parsed | undefined) =>
    parsed && held(schema, { parsed, at: [] }, withTrustPassedDown(parsed.data, schema))

  const records = Object.fromEntries(Object.keys(collections).map((name) => [name, []])) as unknown as Records
  for (const { collection, key, where, data } of gathered.records) {
    const [code, right] =
      collection === 'norms' ? (['normKey', normKey] as const) : (['key', plainKey] as const)
    if (!right.safeParse(key).success) faults.push(faultAt(where, [], code, { found: key, part: 'key' }))
    const one = held(collections[collection], where, data)
    if (one) (records[collection] as Held<object>[]).push({ ...one, record: { ...one.record, key } })
  }
  const texts = gathered.texts.flatMap(({ key, lang, where, data, markdown }) => {
    const one = held(schemas.words, where, data)
    return one ? [{ where, record: { ...one.record, key, lang, markdown } }] : []
  })
  const draft: Draft = {
    given: gathered.records,
    profile: single(schemas.profile, gathered.profile),
    calendar: single(schemas.calendar, gathered.calendar),
    subjects: single(schemas.subjects, gathered.subjects),
    procedures: single(schemas.procedures, gathered.procedures),
    records,
    texts,
    shapes: gathered.shapes,
    names: namesOf(gathered.records),
    articles: articlesOf(gathered.records),
    groups: new Set(keysIn(gathered.subjects?.data, 'groups')),
  }
  return { draft, faults }
}

function namesOf(given: readonly Given[]): Draft['names'] {
  const names = Object.keys(collections).map((name) => [name, new Set<string>()])
  const all = Object.fromEntries(names) as Draft['names']
  for (const { collection, key } of given) all[collection].add(key)
  return all
}

function articlesOf(given: readonly Given[]): Draft['articles'] {
  const laws = given.filter(({ collection }) => collection === 'law')
  return new Map(laws.map(({ key, data }) => [key, new Set(keysIn(data, 'articles'))]))
}

const keysIn = (data: unknown, field: string): string[] =>
  isMapping(data) && isMapping(data[field]) ? Object.keys(data[field]) : []
