import { parse, stringify } from 'yaml'
import type { Localized } from '#kit/words.ts'
import type { Exported } from './export.ts'
import type { Definition, Indicator } from './indicator.ts'

/** The columns that Open SDG gives a meaning of its own (open-sdg, docs/data-format.md). */
const own = { unit: /^(Units|Unit measure)$/, status: /^Observation status$/i, place: /^GeoCode$/ }

/**
 * The columns of an indicator that was not imported: the year first, the value last, and between them what its figures
 * are broken down by. A blank cell is the total (open-sdg, docs/data-format.md).
 */
export const openSdgColumns = (dimensions: readonly string[], hasDistricts: boolean): string[] => [
  'Year',
  ...dimensions,
  ...(hasDistricts ? ['District', 'GeoCode'] : []),
  'Observation status',
  'Unit measure',
  'Value',
]

/** A figure in the columns in which it came, or in ours. `codeOf` has a district's code. */
export function openSdgRow(
  columns: readonly string[],
  { of, district, unit, period, written, status, hidden, marks }: Exported,
  codeOf: (district: string) => string,
): string[] {
  return columns.map((column, i) => {
    if (i === 0) return period.name
    if (i === columns.length - 1) return written
    if (hidden && own.status.test(column)) return 'Missing value; suppressed'
    if (marks[column] !== undefined) return marks[column]
    if (own.unit.test(column)) return unit ?? ''
    if (own.status.test(column)) return phrases[status]
    if (own.place.test(column)) return district ? codeOf(district) : ''
    return of[column] ?? (column === 'District' ? (district ?? '') : '')
  })
}

const phrases = {
  normal: 'Normal value',
  provisional: 'Provisional value',
  estimate: 'Estimated value',
  missing: 'Missing value',
} as const

/** What Open SDG says of an indicator: YAML between two lines of dashes, and a text after it. */
export type Metadata = { fields: Readonly<Record<string, unknown>>; text: string }

/** @throws Error where it is not YAML */
export function readMetadata(file: string): Metadata {
  const [, front, text] = /^﻿?---\r?\n([\s\S]*?)\r?\n---[ \t]*(?:\r?\n([\s\S]*))?$/.exec(file) ?? []
  const fields: unknown = parse(front ?? file)
  if (typeof fields !== 'object' || fields === null || Array.isArray(fields)) throw new Error('not a mapping')
  return { fields: fields as Record<string, unknown>, text: (text ?? '').trim() }
}

export const writeMetadata = ({ fields, text }: Metadata): string =>
  `---\n${stringify(fields, { lineWidth: 0 })}---\n${text ? `${text}\n` : ''}`

/** An indicator with what of its metadata has a place of its own here; the rest is kept beside it. */
export function describedBy(doc: Indicator, { fields, text }: Metadata): Indicator {
  const said = (...names: string[]) =>
    names.map((name) => fields[name]).find((each): each is string => typeof each === 'string' && each !== '')
  const inEnglish = (found: string | undefined) => (found ? { en: plainText(found) } : undefined)
  const title = inEnglish(said('indicator_available', 'graph_title', 'indicator_name'))
  const unit = inEnglish(said('computation_units', 'UNIT_MEASURE'))
  const defined = inEnglish(
    said('computation_definitions', 'national_indicator_description', 'STAT_CONC_DEF'),
  )
  const note = inEnglish(text)
  return {
    ...doc,
    ...(title && { title }),
    ...(unit && { unit }),
    ...(note && { note }),
    ...(defined && doc.definitions.length === 0 && { definitions: [definition(defined)] }),
  }
}

const definition = (text: Localized): Definition => ({
  from: '1000',
  text,
  missing: 'none',
  breaks: false,
  verification: 'imported',
  source: [],
  except: {},
})

/** Open SDG's texts may hold HTML; ours hold none. */
const plainText = (html: string): string =>
  html
    .replace(/<(br|\/p|\/li)[^>]*>/gi, '\n')
    .replace(/<[^>]+>/g, '')
    .replace(/[ \t]+/g, ' ')
    .replace(/\s*\n\s*/g, '\n')
    .trim()
