import { exampleFor } from './examples.ts'
import type { Fault } from './fault.ts'
import { type Reading, readCity } from './read-city.ts'
import type { CityFiles } from './schema.ts'
import { words } from './words.ts'

/** A fault as a person reads it. */
export type SaidFault = Pick<Fault, 'severity' | 'code' | 'file' | 'line' | 'column' | 'path' | 'found'> & {
  expected: string
  example?: string
  suggestion?: string
}

/** Looks through what stands in the folder beside the city's own files. */
type Beside = (dir: string, city: CityFiles) => Promise<Fault[]>

/** What `madang check-city` prints. Code 0: the city can be loaded; 1: it cannot; 2: there is no such folder. */
export async function checkCity(
  dir: string,
  { lang, json = false, beside = async () => [] }: { lang: string; json?: boolean; beside?: Beside },
): Promise<{ out: string; code: 0 | 1 | 2 }> {
  const w = words({ lang })
  let reading: Reading
  try {
    reading = await readCity(dir)
  } catch (error) {
    if (!isMissingFolder(error)) throw error
    return { out: json ? asJson({ ok: false, error: w.cannotOpen(dir) }) : w.cannotOpen(dir), code: 2 }
  }
  const wrong = reading.ok ? await beside(dir, reading.city) : reading.faults
  const faults = [...wrong, ...reading.warnings].map((fault) => sayFault(fault, lang))
  const ok = reading.ok && wrong.length === 0
  const code = ok ? 0 : 1
  if (json) return { out: asJson({ ok, faults }), code }
  const end = reading.ok && ok ? w.allRight(nameOf(reading.city, lang), w.counts(countsOf(reading.city))) : ''
  const said = faults.map((fault) => printed(dir, fault, lang))
  const sum = faults.length > 0 ? w.sum(wrong.length, reading.warnings.length) : ''
  return { out: [...said, [sum, end].filter(Boolean).join('\n')].join('\n\n'), code }
}

export function sayFault(fault: Fault, lang: string): SaidFault {
  const { severity, code, file, line, column, path, found, facts } = fault
  const w = words({ lang })
  const example = exampleFor(fault)
  return {
    severity,
    code,
    file,
    line,
    column,
    path,
    found,
    expected: w.expected[code](facts),
    ...(example && { example }),
    ...(facts.near && code !== 'ring-open' && { suggestion: facts.near }),
  }
}

function printed(dir: string, fault: SaidFault, lang: string): string {
  const w = words({ lang })
  const { severity, file, line, column, path, expected, found, example, suggestion } = fault
  return [
    `${dir.replace(/\/$/, '')}/${file}:${line}:${column}  ${severity === 'fault' ? w.fault : w.warning}  ${path}`.trimEnd(),
    `  ${w.isExpected}: ${expected}`,
    ...(severity === 'fault'
      ? [`  ${w.wasFound}: ${found || w.nothing}${suggestion ? `  (${w.didYouMean(suggestion)})` : ''}`]
      : []),
    ...(example ? [`  ${w.anExample}: ${example}`] : []),
  ].join('\n')
}

const nameOf = (city: CityFiles, lang: string): string =>
  city.profile.name[lang] ?? city.profile.name[city.profile.languages[0] ?? ''] ?? city.profile.key

const countsOf = (city: CityFiles) => ({
  districts: city.districts.length,
  bodies: city.bodies.length,
  instruments: city.instruments.length,
  articles: city.instruments.reduce((sum, { articles }) => sum + articles.length, 0),
  norms: city.norms.length,
  indicators: city.indicators.length,
  plans: city.plans.length,
  texts: city.texts.length,
})

const asJson = (value: unknown): string => JSON.stringify(value, null, 2)

const isMissingFolder = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && ['ENOENT', 'ENOTDIR', 'EACCES'].includes(String(error.code))
