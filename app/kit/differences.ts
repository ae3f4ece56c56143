import { canonical } from './canonical.ts'

export type Difference<D> = {
  key: string
  is: 'added' | 'changed' | 'withdrawn'
  /** What is to be stored; what was stored, when it is withdrawn. */
  doc: D
  /** The parts that are not what they were. */
  fields: string[]
}

/** What of the documents in the city's files is not yet as stored. Equal documents make no difference, in any order. */
export function differences<D extends object>(
  stored: readonly { key: string; doc: D; withdrawn: boolean }[],
  wanted: readonly { key: string; doc: D }[],
): Difference<D>[] {
  const was = new Map(stored.map((each) => [each.key, each]))
  const names = new Set(wanted.map((each) => each.key))
  return [
    ...wanted.flatMap(({ key, doc }): Difference<D>[] => {
      const before = was.get(key)
      if (!before || before.withdrawn) return [{ key, is: 'added', doc, fields: [] }]
      const fields = changedFields(before.doc, doc)
      return fields.length > 0 ? [{ key, is: 'changed', doc, fields }] : []
    }),
    ...stored
      .filter((each) => !each.withdrawn && !names.has(each.key))
      .map(({ key, doc }): Difference<D> => ({ key, is: 'withdrawn', doc, fields: [] })),
  ]
}

function changedFields(before: object, now: object): string[] {
  const old = new Map<string, unknown>(Object.entries(before))
  const all = new Map<string, unknown>(Object.entries(now))
  return [...new Set([...old.keys(), ...all.keys()])].filter(
    (field) => canonical(old.get(field) ?? null) !== canonical(all.get(field) ?? null),
  )
}
