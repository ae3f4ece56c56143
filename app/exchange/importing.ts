import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { Document } from 'yaml'
import { type CityFiles, readCity, sayFault } from '#city/index.ts'
import type { Day } from '#kit/time.ts'
import type { Lang } from '#kit/words.ts'
import { popoloFile } from './popolo.shapes.ts'
import { keyFrom, type Note, type Taken, translate } from './popolo.ts'
import { ExchangeProblem } from './problem.ts'

type Options = {
  cityDir: string
  on: Day
  /** Of the names in the file; the city's own where nothing else is said. */
  language?: Lang | undefined
  /** Since when there is what does not say since when. */
  since?: string | undefined
  /** In which language faults are said. */
  lang: Lang
  /** Only says what would be done. */
  dryRun?: boolean
}

export type Imported = {
  taken: { bodies: number; posts: number; terms: number }
  notes: Note[]
  /** The files that were written, or would be. */
  files: string[]
}

const collections = ['bodies', 'posts', 'terms'] as const

/**
 * Takes bodies, posts and their holders from a Popolo file into a city's files, beside what stands there: marked as
 * imported, with the file as their source. What the city's files would not accept is left out, and said.
 * @throws ExchangeProblem
 */
export async function importPopolo(file: string, options: Options): Promise<Imported> {
  const given = await readPopolo(file)
  const source = keyFrom(`popolo-${basename(file).replace(/\.[^.]*$/, '')}`, new Set())
  const trial = await mkdtemp(join(tmpdir(), 'madang-import-'))
  try {
    await cp(options.cityDir, trial, { recursive: true }).catch((error: unknown) => {
      throw new ExchangeProblem('not-a-city', { folder: options.cityDir }, error)
    })
    for (const name of filesOf(source)) await rm(join(trial, name), { force: true })
    const city = takingOf(await soundCity(trial, options.cityDir), source, options)
    const taken = translate(given, city)
    await settle(trial, taken, { file, source, languages: city.languages, ...options })
    const files = options.dryRun ? [] : filesOf(source)
    for (const name of files) await putBack(trial, options.cityDir, name)
    const { bodies, posts, terms, notes } = taken
    return {
      taken: { bodies: bodies.size, posts: posts.size, terms: terms.size },
      notes,
      files: filesOf(source).map((name) => join(options.cityDir, name)),
    }
  } finally {
    await rm(trial, { recursive: true })
  }
}

const filesOf = (source: string): string[] =>
  [...collections, 'sources'].map((name) => `${name}/${source}.yaml`)

async function readPopolo(file: string): Promise<Record<string, unknown>> {
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    throw new ExchangeProblem('no-file', { file }, error)
  })
  try {
    return popoloFile.parse(JSON.parse(text))
  } catch (error) {
    throw new ExchangeProblem('not-popolo', { file }, error)
  }
}

async function soundCity(trial: string, cityDir: string): Promise<CityFiles> {
  const reading = await readCity(trial)
  if (!reading.ok) throw new ExchangeProblem('not-a-city', { folder: cityDir })
  return reading.city
}

const takingOf = (
  { profile, bodies, posts, terms }: CityFiles,
  source: string,
  { language, since, on }: Options,
) => ({
  lang: language ?? profile.languages[0]!,
  languages: profile.languages,
  bodies: new Set(bodies.map(({ key }) => key)),
  posts: new Map(posts.map(({ key, body }) => [key, body])),
  terms: new Map(terms.map(({ key, post }) => [key, post])),
  source,
  since: since ?? on.toString(),
})

type Written = Options & { file: string; source: string; languages: readonly Lang[] }

/** Writes, reads the city as it would be, and leaves out what does not stand, until all of it does. */
async function settle(trial: string, taken: Taken, options: Written): Promise<void> {
  for (;;) {
    await write(trial, taken, options)
    const reading = await readCity(trial)
    if (reading.ok) return
    const own = reading.faults.filter(({ file }) => filesOf(options.source).includes(file))
    if (own.length === 0) throw new ExchangeProblem('not-a-city', { folder: options.cityDir })
    const left = own.filter((fault) => leaveOut(taken, fault, options.lang))
    if (left.length === 0) throw new Error(`what is imported is not accepted: ${JSON.stringify(own)}`)
  }
}

type Fault = Parameters<typeof sayFault>[0]

/** A body whose larger body does not stand at that time stays, without it; anything else goes as a whole. */
function leaveOut({ bodies, posts, terms, notes }: Taken, fault: Fault, lang: Lang): boolean {
  const [collection = ''] = fault.file.split('/')
  const [key = '', , at, part] = fault.path.split('.')
  const version = bodies.get(key)?.record.versions[Number(at)]
  if (collection === 'bodies' && part === 'parent' && version?.parent) {
    notes.push({
      of: 'organizations',
      id: bodies.get(key)!.id,
      what: 'changed',
      code: 'parent',
      facts: { parent: version.parent },
    })
    delete version.parent
    return true
  }
  const [of, all] =
    collection === 'bodies'
      ? (['organizations', bodies] as const)
      : collection === 'posts'
        ? (['posts', posts] as const)
        : (['memberships', terms] as const)
  const record = all.get(key)
  if (!record) return false
  all.delete(key)
  const { found, expected } = sayFault(fault, lang)
  notes.push({ of, id: record.id, what: 'dropped', code: 'not-accepted', facts: { found, expected } })
  return true
}

async function write(trial: string, taken: Taken, { file, source, on, languages }: Written): Promise<void> {
  const title = Object.fromEntries(languages.map((lang) => [lang, `Popolo: ${basename(file)}`]))
  const sources = { [source]: { title, address: basename(file), read: on.toString() } }
  const all = { ...Object.fromEntries(collections.map((name) => [name, recordsIn(taken[name])])), sources }
  for (const [name, records] of Object.entries(all)) {
    const document = new Document(records)
    document.commentBefore = ` Imported from ${basename(file)} on ${on}. Read each record, then mark it confirmed or working.`
    const target = join(trial, name, `${source}.yaml`)
    await mkdir(dirname(target), { recursive: true })
    await writeFile(target, document.toString({ lineWidth: 0 }))
  }
}

const recordsIn = (taken: ReadonlyMap<string, { record: unknown }>) =>
  Object.fromEntries([...taken].map(([key, { record }]) => [key, record]))

async function putBack(trial: string, cityDir: string, name: string): Promise<void> {
  await mkdir(dirname(join(cityDir, name)), { recursive: true })
  await cp(join(trial, name), join(cityDir, name))
}
