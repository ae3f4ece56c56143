import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { parse as parseCsv } from 'csv-parse/sync'
import { stringify as stringifyCsv } from 'csv-stringify/sync'
import { isScalar, isSeq, parseDocument, visit, type YAMLMap } from 'yaml'
import { type Reading, readCity } from './read-city.ts'

/** What must be known of a city before its files can be begun. */
export type CityAnswers = {
  key: string
  name: Record<string, string>
  /** The first is the city's own. */
  languages: readonly [string, ...string[]]
  timeZone: string
  currency: string
  country: string
}

/** The folder already holds something, which is never written over. */
export class FolderInUse extends Error {
  override name = 'FolderInUse'
}

const template = join(import.meta.dirname, '../../cities/template')
const templateLanguages = ['ko', 'en']

/** Begins a city: the template with the name filled in, in the city's languages. Where the template has no words in
 *  the city's own language its English questions stand there, to be answered in that language.
 *  @throws FolderInUse */
export async function initCity(target: string, answers: CityAnswers, from = template): Promise<Reading> {
  if ((await filesIn(target)).length > 0) throw new FolderInUse(target)
  for (const file of await filesIn(from)) {
    const text = await readFile(join(from, file), 'utf8')
    for (const [name, content] of rewritten(file, text, answers)) {
      await mkdir(dirname(join(target, name)), { recursive: true })
      await writeFile(join(target, name), content)
    }
  }
  return readCity(target)
}

function rewritten(file: string, text: string, answers: CityAnswers): [string, string][] {
  if (file.endsWith('.yaml')) return [[file, inLanguages(file, text, answers)]]
  if (file.endsWith('.csv')) return [[file, table(text, answers)]]
  const [, stem = '', lang = ''] = /^(.*)\.([a-z-]+)\.md$/.exec(file) ?? []
  if (!lang) return [[file, text]]
  const [home, ...others] = answers.languages
  const asked = templateLanguages.includes(home) ? home : 'en'
  if (lang === asked)
    return [home, ...others.filter((each) => each === lang)].map((each) => [`${stem}.${each}.md`, text])
  return others.includes(lang) ? [[file, text]] : []
}

function inLanguages(file: string, text: string, answers: CityAnswers): string {
  const doc = parseDocument(text)
  visit(doc, {
    Map: (_, map) => {
      if (isLocalized(map)) translate(map, answers.languages)
    },
  })
  if (file === 'city.yaml') {
    const { key, name, languages, timeZone, currency } = answers
    for (const [field, value] of Object.entries({ key, timeZone, currency })) doc.set(field, value)
    doc.set('name', doc.createNode(name, { flow: true }))
    doc.set('languages', doc.createNode(languages, { flow: true }))
  }
  if (file === 'calendar.yaml') doc.set('country', answers.country)
  return doc.toString({ lineWidth: 0, flowCollectionPadding: true })
}

const isLocalized = (map: YAMLMap): boolean =>
  map.items.length > 0 &&
  map.items.every(
    ({ key, value }) =>
      isScalar(key) && templateLanguages.includes(String(key.value)) && (isScalar(value) || isSeq(value)),
  )

function translate(map: YAMLMap, languages: CityAnswers['languages']): void {
  const given = new Map(
    map.items.map((pair) => [String(isScalar(pair.key) ? pair.key.value : ''), pair.value]),
  )
  const kept = languages.flatMap((lang, at) => {
    const value = given.get(lang) ?? (at === 0 ? (given.get('en') ?? [...given.values()][0]) : undefined)
    return value ? [[lang, isScalar(value) ? value.value : value] as const] : []
  })
  map.items = []
  for (const [lang, value] of kept) map.set(lang, value)
}

function table(text: string, { languages }: CityAnswers): string {
  const rows: Record<string, string>[] = parseCsv(text, { columns: true, bom: true })
  const out = rows.map(({ title_ko, title_en, ...row }) => {
    const given: Record<string, string | undefined> = { ko: title_ko, en: title_en }
    const titles = languages.map((lang, at) => [`title_${lang}`, given[lang] ?? (at === 0 ? given.en : '')])
    return { ...row, ...Object.fromEntries(titles) }
  })
  return stringifyCsv(out, { header: true })
}

async function filesIn(dir: string): Promise<string[]> {
  try {
    const entries = await readdir(dir, { withFileTypes: true, recursive: true })
    return entries
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(join(dir, '/').length))
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return []
    throw error
  }
}
