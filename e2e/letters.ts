import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { inject, vi } from 'vitest'

/** The newest letter to an address that holds an address like this one, once it has come. @returns that address */
export const linkTo = (address: string, link: RegExp): Promise<string> =>
  vi.waitFor(
    async () => {
      const letters = (await allLetters()).filter((each) => each.startsWith(`To: ${address}\n`))
      const found = letters.map((each) => each.match(/https?:\S+/g)?.find((every) => link.test(every)))
      return (
        found.find((each) => each !== undefined) ?? Promise.reject(new Error(`No letter to ${address} yet`))
      )
    },
    { timeout: 15_000, interval: 100 },
  )

/** The code in the newest letter to an address. */
export async function codeFor(address: string): Promise<string> {
  const letter = (await allLetters()).find((each) => each.startsWith(`To: ${address}\n`))
  return letter?.match(/^[0-9A-Z]{4}-[0-9A-Z]{4}$/m)?.[0] ?? ''
}

/** Without a mail server a demonstration lays its letters into a folder. The newest first. */
async function allLetters(): Promise<string[]> {
  const folder = join(inject('site').dataDir, 'mail')
  const names = await readdir(folder).catch(() => [])
  return Promise.all(
    names
      .sort()
      .reverse()
      .map((name) => readFile(join(folder, name), 'utf8')),
  )
}
