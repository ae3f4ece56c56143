import { cp, mkdir, readdir, rename, rm, rmdir, stat, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { contentOf, publicFiles, readDescription } from './lists.ts'
import { type File, logFiles } from './log.ts'
import { ExchangeProblem } from './problem.ts'
import { readmeFor } from './saying.ts'
import { type Ask, Site } from './site.ts'

type Options = {
  /** The address of the city, and how to ask it if not over the network. */
  url: string
  ask?: Ask
  /** The folder of the city's files, where it is at hand. */
  cityDir?: string | undefined
  on: Temporal.PlainDate
  /** Waits between two looks at a record that is growing just now. */
  pause?(): Promise<unknown>
  onProgress?(files: number): void
}

export type Exported = { folder: string; files: number; bytes: number }

/**
 * A city's open data as a folder that anyone may publish: every public list in every language, and the record as it
 * can be checked, at the same paths as on the site, because the site itself is asked. @throws ExchangeProblem
 */
export async function exportTo(folder: string, options: Options): Promise<Exported> {
  const { url, ask, cityDir, onProgress } = options
  if (((await readdir(folder).catch(() => [])) as string[]).length > 0)
    throw new ExchangeProblem('folder-in-use', { folder })
  const unfinished = `${folder.replace(/\/$/, '')}.unfinished`
  await rm(unfinished, { recursive: true, force: true })
  // Some may be written again.
  const sizes = new Map<string, number>()
  try {
    for await (const file of filesOf(new Site(url, ask), options)) {
      sizes.set(file.path, await write(unfinished, file))
      onProgress?.(sizes.size)
    }
    if (cityDir) await cp(cityDir, join(unfinished, 'city'), { recursive: true })
    await rmdir(folder).catch(() => {})
    await rename(unfinished, folder)
    return { folder, files: sizes.size, bytes: sizes.values().reduce((sum, size) => sum + size, 0) }
  } finally {
    await rm(unfinished, { recursive: true, force: true })
  }
}

async function* filesOf(site: Site, { on, pause }: Options): AsyncGenerator<File> {
  const description = await readDescription(site)
  yield { path: '/README.txt', content: readmeFor(description.info.title, site.url, on) }
  yield { path: '/openapi.json', content: await site.content('/openapi.json') }
  for await (const path of publicFiles(site, description))
    yield { path, content: await contentOf(site, path) }
  yield* logFiles(site, pause)
}

/** @returns its size. */
async function write(folder: string, { path, content }: File): Promise<number> {
  const file = join(folder, decodeURIComponent(path))
  // Another city's site is not trusted to stay inside.
  if (!file.startsWith(join(folder, '/'))) throw new ExchangeProblem('not-answered', { path, why: path })
  await mkdir(dirname(file), { recursive: true })
  await writeFile(file, content)
  return (await stat(file)).size
}
