import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { inject, vi } from 'vitest'

const opened = new Set<string>()

/** The address of this sort in the next letter to somebody, once it has come. */
export const linkFor = (address: string, path: string): Promise<string> =>
  inNextLetter(address, new RegExp(`https?://\\S*/${path}\\S*`))

/** The code in the next letter to somebody, once it has come. */
export const codeFor = (address: string): Promise<string> =>
  inNextLetter(address, /^[0-9A-Z]{4}-[0-9A-Z]{4}$/m)

/** Without a mail server a demonstration lays its letters into a folder. Each is opened once. */
const inNextLetter = (address: string, wanted: RegExp): Promise<string> =>
  vi.waitFor(
    async () => {
      const folder = join(inject('site').dataDir, 'mail')
      const names = await readdir(folder).catch(() => [])
      for (const name of names.sort().filter((each) => !opened.has(each))) {
        const letter = await readFile(join(folder, name), 'utf8')
        const found = letter.startsWith(`To: ${address}\n`) && wanted.exec(letter)
        if (!found) continue
        opened.add(name)
        return found[0]
      }
      throw new Error(`No new letter to ${address} with ${wanted}`)
    },
    { timeout: 15_000, interval: 100 },
  )
