import {
  bundlePath,
  bundlesOf,
  parseCheckpoint,
  parseNote,
  tilePath,
  tilesOf,
} from '@madang/transparency-log'
import { ExchangeProblem } from './problem.ts'
import type { Site } from './site.ts'

export type File = { path: string; content: Uint8Array | string }

const log = '/record/log'
const mostTries = 10

/** What the record says at one moment, and the size of its log then. */
type Moment = { size: number; files: File[] }

/**
 * The record's log with everything that is held against it, at the paths at which the site has them: what is said of
 * entries and things, as they are, is taken again until the log did not grow meanwhile. @throws ExchangeProblem
 */
export async function* logFiles(site: Site): AsyncGenerator<File> {
  const { size, files } = await momentOf(site)
  yield* files
  for (const path of [...[...tilesOf(size)].map(tilePath), ...[...bundlesOf(size)].map(bundlePath)])
    yield { path: `${log}/${path}`, content: await bytesAt(site, `${log}/${path}`) }
}

async function momentOf(site: Site): Promise<Moment> {
  for (let tries = 0; tries < mostTries; tries++) {
    const before = sizeOf(await textAt(site, `${log}/checkpoint`))
    const paths = ['/vkey', '/disclosures/0', `/disclosures/${before}`].map((path) => log + path)
    const files = await Array.fromAsync([...paths, '/record/published'], async (path) => ({
      path,
      content: await bytesAt(site, path),
    }))
    const checkpoint = await textAt(site, `${log}/checkpoint`)
    const isSealed = /"unsealed":0\b/.test(new TextDecoder().decode(files[2]!.content.slice(-200)))
    if (sizeOf(checkpoint) === before && isSealed)
      return { size: before, files: [{ path: `${log}/checkpoint`, content: checkpoint }, ...files] }
    await new Promise((resolve) => setTimeout(resolve, 1000))
  }
  throw new ExchangeProblem('moving')
}

const sizeOf = (note: string): number => parseCheckpoint(parseNote(note).text).size

const textAt = async (site: Site, path: string): Promise<string> => (await site.get(path)).text()

const bytesAt = async (site: Site, path: string): Promise<Uint8Array> =>
  new Uint8Array(await (await site.get(path)).arrayBuffer())
