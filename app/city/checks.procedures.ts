import type { Draft, Report } from './draft.ts'
import type { Path } from './fault.ts'
import { nearest } from './spelling.ts'

/** What a procedure counts on is there: signatures have a time to be gathered in, and a committee is one. */
export function checkProcedures({ procedures, records, names }: Draft, report: Report): void {
  if (!procedures) return
  const { where, record } = procedures
  const isOne = (committee: string | undefined, ...path: Path) => {
    if (committee && !names.committees.has(committee))
      report(where, [...path, 'committee'], 'not-a-committee', {
        found: committee,
        near: nearest(committee, names.committees),
      })
  }
  isOne(record.planning?.committee, 'planning')
  isOne(record.measuring?.committee, 'measuring')
  for (const { key, norms, committee } of record.petitions) {
    isOne(committee, 'petitions', key)
    for (const step of ['discussion', 'review'] as const) {
      const path: Path = ['petitions', key, 'norms', step]
      const norm = records.norms.find(({ record }) => record.key === norms[step])?.record
      if (norm?.versions.some(({ window }) => !window))
        report(where, path, 'window-missing', { found: norm.key })
    }
  }
}
