import {
  bundlePath,
  bundlesOf,
  parseCheckpoint,
  parseNote,
  tilePath,
  tilesOf,
} from '@madang/transparency-log'
import { ExchangeProblem } from './problem.ts'
import type { Content, Site } from './site.ts'

export type File = { path: string; content: Content }

const log = '/record/log'
const mostTries = 10

/**
 * The record's log with everything that is held against it, at the paths at which the site has them. What is said of
 * entries and things is taken again until the log did not grow meanwhile and nothing waits to be sealed, so that all
 * of it is of one moment. @throws ExchangeProblem
 */
export async function* logFiles(site: Site, pause = aSecond): AsyncGenerator<File> {
  for (let tries = 0; tries < mostTries; tries++) {
    const size = sizeOf(await site.text(`${log}/checkpoint`))
    for (const path of [`${log}/vkey`, `${log}/disclosures/0`, '/record/published'])
      yield { path, content: await site.content(path) }
    const [waiting, checkpoint] = [
      await site.text(`${log}/disclosures/${size}`),
      await site.text(`${log}/checkpoint`),
    ]
    if (sizeOf(checkpoint) === size && /"unsealed":0\b/.test(waiting)) {
      if (size > 0) yield { path: `${log}/disclosures/${size}`, content: waiting }
      yield { path: `${log}/checkpoint`, content: checkpoint }
      return yield* tilesAndBundles(site, size)
    }
    await pause()
  }
  throw new ExchangeProblem('moving')
}

async function* tilesAndBundles(site: Site, size: number): AsyncGenerator<File> {
  for (const tile of tilesOf(size)) yield await fileAt(site, tilePath(tile))
  for (const bundle of bundlesOf(size)) yield await fileAt(site, bundlePath(bundle))
}

const fileAt = async (site: Site, path: string): Promise<File> => ({
  path: `${log}/${path}`,
  content: await site.content(`${log}/${path}`),
})

const aSecond = (): Promise<unknown> => new Promise((resolve) => setTimeout(resolve, 1000))

const sizeOf = (note: string): number => parseCheckpoint(parseNote(note).text).size
