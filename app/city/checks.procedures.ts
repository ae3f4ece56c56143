import type { Draft, Held, Report } from './draft.ts'
import type { Path } from './fault.ts'
import { nearest } from './spelling.ts'

/** What a procedure counts on is there: signatures have a time to be gathered in, and a committee is one. */
export function checkProcedures({ procedures, records, names }: Draft, report: Report): void {
  for (const { key, norms, committee } of procedures?.record.petitions ?? []) {
    const { where } = procedures as Held<unknown>
    if (committee && !names.committees.has(committee))
      report(where, ['petitions', key, 'committee'], 'not-a-committee', {
        found: committee,
        near: nearest(committee, names.committees),
      })
    for (const step of ['discussion', 'review'] as const) {
      const path: Path = ['petitions', key, 'norms', step]
      const norm = records.norms.find(({ record }) => record.key === norms[step])?.record
      if (norm?.versions.some(({ window }) => !window))
        report(where, path, 'window-missing', { found: norm.key })
    }
  }
}
