import type { Draft, Report } from './draft.ts'
import { nearest } from './spelling.ts'

type Norm = Draft['records']['norms'][number]['record']

/** Chapters, numbers and values hold together. */
export function checkLaw({ records, names }: Draft, report: Report): void {
  for (const { record, where } of records.law) {
    const chapters = record.chapters.map(({ no }) => no)
    for (const { no, chapter } of record.articles) {
      if (!chapter || chapters.includes(chapter)) continue
      report(where, ['articles', no, 'chapter'], 'unknown-chapter', { found: chapter, list: chapters })
    }
    const versions = record.versions.map(({ key }) => key)
    for (const [at, map] of record.numberMaps.entries()) {
      for (const end of ['from', 'to'] as const) {
        if (versions.includes(map[end])) continue
        report(where, ['numberMaps', at, end], 'unknown-version', {
          found: map[end],
          near: nearest(map[end], versions),
        })
      }
      checkNumbers(record, map.rows, report, where, ['numberMaps', at, 'rows'])
    }
  }
  for (const { record, where } of records.norms) {
    for (const [at, version] of record.versions.entries()) {
      const code = faultOfValue(version)
      const found = version.value ?? version.unit
      if (code)
        report(where, ['versions', at, ...(code === 'value-missing' ? [] : ['value'])], code, {
          found,
          name: version.unit,
        })
    }
  }
  const charter = records.law.find(({ record }) => record.key === 'charter')
  if (charter && charter.record.kind !== 'charter') {
    report(charter.where, ['kind'], 'no-charter', { found: charter.record.kind })
  }
  const anyLaw = records.law[0]
  if (!names.law.has('charter') && anyLaw) report({ ...anyLaw.where, at: [] }, [], 'no-charter', {})
}

function checkNumbers(
  law: Draft['records']['law'][number]['record'],
  rows: { now: string[] }[],
  report: Report,
  where: Parameters<Report>[0],
  path: (string | number)[],
): void {
  const numbers = law.articles.map(({ no }) => no)
  for (const [row, { now }] of rows.entries()) {
    for (const [at, no] of now.entries()) {
      if (numbers.includes(no)) continue
      report(where, [...path, row, 'now', at], 'unknown-provision', { found: no, near: nearest(no, numbers) })
    }
  }
}

const gates = ['before-legal-review', 'before-plan-confirmed', 'at-once']

function faultOfValue({
  value,
  unit,
}: Norm['versions'][number]): 'value-missing' | 'value-and-unit' | undefined {
  if (gates.includes(unit)) return value === undefined ? undefined : 'value-and-unit'
  if (value === undefined) return 'value-missing'
  const aDate = typeof value === 'string' && /^[0-9]{2}-[0-9]{2}$/.test(value)
  if (aDate !== (unit === 'date')) return 'value-and-unit'
  const aShare = typeof value === 'number' ? value >= 0 && value <= 1 : value.includes('/')
  if (unit === 'share' ? !aShare : typeof value === 'string' && !aDate) return 'value-and-unit'
  return undefined
}
