import { readdir, readFile } from 'node:fs/promises'
import { join, sep } from 'node:path'
import type { z } from 'zod'
import type { Fault } from './fault.ts'
import { withTrustPassedDown } from './inherit.ts'
import { parseTable } from './parsed.table.ts'
import { type Parsed, parseText, parseYaml } from './parsed.ts'
import { schemas } from './schema.ts'
import { faultAt, type Where } from './schema-faults.ts'
import { nearest } from './spelling.ts'
import { isMapping } from './walk.ts'

/** The parts of a city that are mappings of a key to a record, and the file (or folder) each is kept in. */
export const collections = {
  territories: schemas.territory,
  districts: schemas.district,
  bodies: schemas.body,
  successions: schemas.succession,
  posts: schemas.post,
  terms: schemas.term,
  committees: schemas.committee,
  law: schemas.instrument,
  norms: schemas.norm,
  sources: schemas.source,
  milestones: schemas.milestone,
  indicators: schemas.indicator,
  evaluations: schemas.evaluation,
  plans: schemas.plan,
} satisfies Record<string, z.ZodType>
export type Collection = keyof typeof collections

const must = ['city.yaml', 'calendar.yaml', 'districts.geojson']
const may = ['subjects.yaml', 'procedures.yaml']
const mustHave = ['territories', 'districts', 'bodies', 'law', 'norms', 'sources'] as const
const tables = ['milestones.csv']
/** What a demonstration has lived through is read by whoever plays it. */
const storyFolder = 'demo/'
const leftAlone = /^(README|LICEN[CS]E|NOTICE)[^/]*$/i

/** One record as it was written, before anything was checked. */
export type Given = { collection: Collection; key: string; where: Where; data: unknown }
export type GivenText = { key: string; lang: string; where: Where; data: unknown; markdown: string }
export type Gathered = {
  dir: string
  profile: Parsed | undefined
  calendar: Parsed | undefined
  shapes: Parsed | undefined
  subjects: Parsed | undefined
  procedures: Parsed | undefined
  records: Given[]
  texts: GivenText[]
  faults: Fault[]
  /** Something could not be read at all, so that what is missing may only be hidden. */
  broken: boolean
}

/** Every file of the folder, read and taken apart; nothing is checked yet but their writing. */
export async function gather(dir: string): Promise<Gathered> {
  const all: Gathered = {
    dir,
    profile: undefined,
    calendar: undefined,
    shapes: undefined,
    subjects: undefined,
    procedures: undefined,
    records: [],
    texts: [],
    faults: [],
    broken: false,
  }
  const files = await filesIn(dir)
  for (const file of files) await take(all, file)
  const stems = new Set(files.map(collectionOf))
  const missing = [
    ...must.filter((file) => !files.includes(file)),
    ...mustHave.filter((name) => !stems.has(name)).map((name) => `${name}.yaml`),
  ]
  for (const file of missing) all.faults.push(lone(file, 'missing-file'))
  all.broken ||= missing.length > 0
  reportDoubles(all)
  return all
}

async function filesIn(dir: string): Promise<string[]> {
  const entries = await readdir(dir, { withFileTypes: true, recursive: true })
  return entries
    .filter((entry) => !entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name).slice(join(dir, sep).length).split(sep).join('/'))
    .filter((file) => !file.startsWith(storyFolder) && !file.split('/').some((part) => part.startsWith('.')))
    .sort()
}

async function take(all: Gathered, file: string): Promise<void> {
  const collection = collectionOf(file)
  const words = /^texts\/([^/]+)\.([^./]+)\.md$/.exec(file)
  if (!collection && !words && ![...must, ...may].includes(file)) {
    if (!leftAlone.test(file)) all.faults.push(unknownFile(file))
    return
  }
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(await readFile(join(all.dir, file)))
  } catch {
    all.faults.push(lone(file, 'unreadable'))
    all.broken = true
    return
  }
  if (words) return takeText(all, file, text, words[1] ?? '', words[2] ?? '')
  const { parsed, faults } = file.endsWith('.csv') ? parseTable(file, text) : parseYaml(file, text)
  all.faults.push(...faults)
  all.broken ||= faults.length > 0
  if (file === 'city.yaml') all.profile = parsed
  else if (file === 'calendar.yaml') all.calendar = parsed
  else if (file === 'districts.geojson') all.shapes = parsed
  else if (file === 'subjects.yaml') all.subjects = parsed
  else if (file === 'procedures.yaml') all.procedures = parsed
  else if (collection) takeRecords(all, collection, parsed)
}

function takeRecords(all: Gathered, collection: Collection, parsed: Parsed): void {
  if (!isMapping(parsed.data)) {
    all.faults.push(faultAt({ parsed, at: [] }, [], 'mapping', { found: parsed.data }))
    all.broken = true
    return
  }
  for (const [key, data] of Object.entries(parsed.data)) {
    all.records.push({
      collection,
      key,
      where: { parsed, at: [key] },
      data: withTrustPassedDown(data, collections[collection]),
    })
  }
}

function takeText(all: Gathered, file: string, text: string, key: string, lang: string): void {
  const { parsed, faults, markdown } = parseText(file, text)
  all.faults.push(...faults)
  if (faults.length === 0)
    all.texts.push({ key, lang, where: { parsed, at: [] }, data: parsed.data, markdown })
}

/** `bodies.yaml` and every file of `bodies/` hold bodies. */
function collectionOf(file: string): Collection | undefined {
  if (tables.includes(file)) return 'milestones'
  const name = /^([a-z]+)(?:\/[^/]+)?\.yaml$/.exec(file)?.[1]
  return name && Object.hasOwn(collections, name) ? (name as Collection) : undefined
}

function unknownFile(file: string): Fault {
  const names = [
    ...must,
    ...may,
    ...tables,
    ...Object.keys(collections).map((name) => `${name}.yaml`),
    'texts/about.ko.md',
  ]
  const near = nearest(file, names)
  return { ...lone(file, 'unknown-file'), found: file, facts: { list: names, near } }
}

function reportDoubles(all: Gathered): void {
  const first = new Map<string, Given>()
  const places = (given: Given) => (given.collection === 'territories' ? 'districts' : given.collection)
  for (const given of all.records) {
    const name = `${places(given)}/${given.key}`
    const earlier = first.get(name)
    if (!earlier) first.set(name, given)
    else {
      all.faults.push(
        faultAt(given.where, [], 'duplicate-key', {
          found: given.key,
          part: 'key',
          name: `${earlier.where.parsed.file}:${earlier.where.parsed.placeOf(earlier.where.at, 'key').line}`,
        }),
      )
    }
  }
}

const lone = (file: string, code: Fault['code']): Fault => ({
  severity: 'fault',
  code,
  file,
  line: 1,
  column: 1,
  path: '',
  found: '',
  facts: {},
})
