import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream, existsSync, readFileSync } from 'node:fs'
import { mkdir, mkdtemp, open, readdir, rename, rm, stat } from 'node:fs/promises'
import { dirname, join, relative, resolve, sep } from 'node:path'
import { pipeline as compose, Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { constants, createGzip } from 'node:zlib'
import type { Instant } from '#kit/time.ts'
import { readKeys } from '#record/index.ts'
import { type Member, pack } from './archive.ts'
import { copyDatabase } from './copying.ts'
import { formatVersion, type Manifest, type Part } from './manifest.ts'
import type { Place } from './place.ts'
import { BackupProblem } from './problem.ts'
import { type Sealing, seal } from './sealing.ts'

type Options = {
  sealing: Sealing
  /** The file to write. */
  to: string
  at: Instant
  onProgress?(done: number, of: number): void
}

/** What is copied in another way, or belongs to the process or to a demonstration; and what is being copied just now. */
const leftOut = /^data\/(db\/|mail\/|lock$|\.)/

type Source = { name: string; path: string }

/**
 * Everything a city needs to rise again, in one sealed file: the database, the keys and all else in its data folder,
 * and the city's files. The city may go on meanwhile. @throws BackupProblem
 */
export async function backUp(place: Place, { sealing, to, at, onProgress }: Options): Promise<Manifest> {
  if (existsSync(to)) throw new BackupProblem('file-exists', { file: to })
  if (!relative(place.dataDir, resolve(to)).startsWith('..'))
    throw new BackupProblem('beside', { folder: place.dataDir })
  const keys = await readKeys(place.dataDir)
  if (!keys) throw new BackupProblem('no-keys')
  const folder = await mkdtemp(join(place.dataDir, '.copying-'))
  try {
    const database = join(folder, 'database')
    const copied = await copyDatabase(place, keys, { folder, file: database })
    const sources = [
      { name: 'database', path: database },
      ...(await filesUnder('data', place.dataDir)).filter(({ name }) => !leftOut.test(name)),
      ...(await filesUnder('city', place.cityDir)),
    ]
    const manifest: Manifest = {
      format: 'madang-backup',
      version: formatVersion,
      madang: versionOfMadang(),
      at: at.toString(),
      baseUrl: place.baseUrl,
      ...copied,
      parts: await Array.fromAsync(sources, measured),
    }
    await write(to, sealing, membersOf(manifest, sources), counted(manifest, onProgress))
    return manifest
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function filesUnder(name: string, folder: string): Promise<Source[]> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true }).catch(() => [])
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((path) => ({ name: `${name}/${relative(folder, path).split(sep).join('/')}`, path }))
}

async function measured({ name, path }: Source): Promise<Part> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(path), hash)
  return { name, size: (await stat(path)).size, sha256: hash.digest('hex') }
}

function* membersOf(manifest: Manifest, sources: readonly Source[]): Generator<Member> {
  const said = Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`)
  yield { name: 'manifest.json', size: said.length, content: Readable.from([said]) }
  for (const [at, { name, path }] of sources.entries())
    yield { name, size: manifest.parts[at]!.size, content: createReadStream(path) }
}

function counted({ parts }: Manifest, onProgress: Options['onProgress']): Transform {
  const all = parts.reduce((sum, { size }) => sum + size, 0)
  let done = 0
  return new Transform({
    transform(bytes: Uint8Array, _, next) {
      done += bytes.length
      onProgress?.(Math.min(done, all), all)
      next(null, bytes)
    },
  })
}

/** Under another name until all of it is on the disk, so that half a copy is never taken for one. */
async function write(
  to: string,
  sealing: Sealing,
  members: Iterable<Member>,
  count: Transform,
): Promise<void> {
  const unfinished = `${to}.unfinished`
  try {
    // Its errors come out at its end, and so where it is awaited.
    const packed = compose(
      Readable.from(pack(members)),
      count,
      createGzip({ level: constants.Z_BEST_SPEED }),
      () => {},
    )
    await mkdir(dirname(resolve(to)), { recursive: true })
    await pipeline(await seal(packed, sealing), createWriteStream(unfinished, { mode: 0o600 }))
    await onDisk(unfinished)
    await rename(unfinished, to)
  } catch (error) {
    await rm(unfinished, { force: true })
    throw error
  }
}

async function onDisk(file: string): Promise<void> {
  const handle = await open(file)
  await handle.sync().finally(() => handle.close())
}

const versionOfMadang = (): string =>
  JSON.parse(readFileSync(join(import.meta.dirname, '../../package.json'), 'utf8')).version
