import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream, existsSync, openAsBlob } from 'node:fs'
import { cp, mkdir, mkdtemp, readdir, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { pipeline as compose, Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import { openDatabase } from '#kit/db.ts'
import { BrokenArchive, type Member, unpack } from './archive.ts'
import { formatVersion, type Manifest, manifest, type Part } from './manifest.ts'
import type { Place } from './place.ts'
import { BackupProblem } from './problem.ts'
import { run } from './programs.ts'
import { type Opening, unseal } from './sealing.ts'

type Options = { from: string; opening: Opening; onProgress?(done: number, of: number): void }

export type Restored = {
  manifest: Manifest
  /** Whether the city's files came from the copy; those that stood there already are left as they are. */
  cityFiles: 'restored' | 'kept'
}

/**
 * Brings a city back from a copy to a place where there is none. Everything is opened and compared with what the
 * copy says of itself before anything is put in its place. @throws BackupProblem
 */
export async function restore(place: Place, { from, opening, onProgress }: Options): Promise<Restored> {
  await checkFree(place)
  await mkdir(place.dataDir, { recursive: true, mode: 0o700 })
  const folder = await mkdtemp(join(place.dataDir, '.restoring-'))
  try {
    const said = await open(from, opening, folder, place, onProgress)
    await putDatabase(place, folder)
    for (const name of await readdir(join(folder, 'data')))
      await rename(join(folder, 'data', name), join(place.dataDir, name))
    return { manifest: said, cityFiles: await putCityFiles(place, folder) }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function checkFree({ dataDir, databaseUrl }: Place): Promise<void> {
  const [first] = (await readdir(dataDir).catch(() => [])).filter((name) => name !== 'lost+found')
  if (first) throw new BackupProblem('occupied', { path: join(dataDir, first) })
  if (databaseUrl && !(await isEmpty(databaseUrl))) throw new BackupProblem('database-occupied')
}

async function isEmpty(url: string): Promise<boolean> {
  const database = await openDatabase({ url })
  try {
    const { rows } = await database.sql(`
      select count(*)::int as n from pg_class join pg_namespace on pg_namespace.oid = relnamespace
      where nspname !~ '^pg_' and nspname <> 'information_schema'`)
    return rows[0]!.n === 0
  } finally {
    await database.close()
  }
}

/** Every part as a file in the folder, each compared with what the copy says of it. */
async function open(
  from: string,
  opening: Opening,
  folder: string,
  place: Place,
  onProgress: Options['onProgress'],
): Promise<Manifest> {
  if (!existsSync(from)) throw new BackupProblem('no-file', { file: from })
  try {
    const packed = await unseal(createReadStream(from), opening)
    const members = unpack(compose(packed, createGunzip(), () => {}))
    const said = await readManifest(members, place)
    const left = new Map(said.parts.map((part) => [part.name, part]))
    const all = said.parts.reduce((sum, { size }) => sum + size, 0)
    let done = 0
    for await (const member of members) {
      await extract(member, left.get(member.name), folder)
      left.delete(member.name)
      done += member.size
      onProgress?.(done, all)
    }
    if (left.size > 0) throw new BackupProblem('damaged', { part: [...left.keys()].join(', ') })
    return said
  } catch (error) {
    throw error instanceof BackupProblem ? error : new BackupProblem('damaged', { part: '' }, error)
  }
}

async function readManifest(members: AsyncGenerator<Member>, { databaseUrl }: Place): Promise<Manifest> {
  const { value: first } = await members.next()
  if (first?.name !== 'manifest.json') throw new BrokenArchive('there is no manifest')
  const said = JSON.parse(Buffer.concat(await Array.fromAsync(first.content)).toString('utf8'))
  if (said.format === 'madang-backup' && said.version > formatVersion)
    throw new BackupProblem('newer', { madang: String(said.madang) })
  const read = manifest.parse(said)
  if (read.database.kind !== (databaseUrl ? 'postgres' : 'pglite'))
    throw new BackupProblem('other-database', { kind: read.database.kind })
  return read
}

async function extract(
  { name, size, content }: Member,
  part: Part | undefined,
  folder: string,
): Promise<void> {
  if (part?.size !== size) throw new BackupProblem('damaged', { part: name })
  const file = join(folder, name)
  await mkdir(dirname(file), { recursive: true })
  const hash = createHash('sha256')
  const measured = async function* () {
    for await (const bytes of content) {
      hash.update(bytes)
      yield bytes
    }
  }
  await pipeline(Readable.from(measured()), createWriteStream(file, { mode: 0o600, flags: 'wx' }))
  if (hash.digest('hex') !== part.sha256) throw new BackupProblem('damaged', { part: name })
}

async function putDatabase({ dataDir, databaseUrl }: Place, folder: string): Promise<void> {
  const file = join(folder, 'database')
  if (databaseUrl) {
    const whole = ['--single-transaction', '--exit-on-error', '--no-owner', '--no-privileges']
    return run('pg_restore', databaseUrl, folder, [...whole, file])
  }
  const fresh = join(folder, 'db')
  const database = await openDatabase({ dataDir: fresh, dump: await openAsBlob(file) })
  await database.close()
  await rename(fresh, join(dataDir, 'db'))
}

async function putCityFiles({ cityDir }: Place, folder: string): Promise<Restored['cityFiles']> {
  if (existsSync(cityDir)) return 'kept'
  await mkdir(dirname(cityDir), { recursive: true })
  // Not renamed: it may be on another disk.
  await cp(join(folder, 'city'), cityDir, { recursive: true })
  return 'restored'
}
