import { randomBytes } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { generateKey } from '@madang/transparency-log'
import { z } from 'zod'

/** The log's pair of keys: it signs checkpoints, and says by the same key that they are still the newest. */
export type LogKeys = { skey: string; vkey: string }

/** What the city must keep secret to stay itself. Whoever has it can sign as the city and read its cookies. */
export type Keys = {
  log: LogKeys
  /** Keeps forms and cookies from being made elsewhere. */
  cookies: Uint8Array
  /** Keeps sessions from being made elsewhere. */
  sessions: Uint8Array
}

const secret = z.base64().transform((text) => new Uint8Array(Buffer.from(text, 'base64')))
const stored = z.object({
  log: z.object({ skey: z.string(), vkey: z.string() }),
  cookies: secret,
  sessions: secret,
})

const fileIn = (dataDir: string) => join(dataDir, 'keys.json')

/** The city's keys, if they have been made. */
export async function readKeys(dataDir: string): Promise<Keys | undefined> {
  const text = await readFile(fileIn(dataDir), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined
    throw error
  })
  return text === undefined ? undefined : stored.parse(JSON.parse(text))
}

/** Makes the city's keys. @throws if there are keys already: a log that changes its key is another log. */
export async function makeKeys(dataDir: string, baseUrl: string): Promise<Keys> {
  const log = await generateKey(originOf(baseUrl), new Uint8Array(randomBytes(32)))
  const text = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64')
  const keys: Keys = { log, cookies: random(), sessions: random() }
  await mkdir(dataDir, { recursive: true, mode: 0o700 })
  await writeFile(
    fileIn(dataDir),
    `${JSON.stringify({ log, cookies: text(keys.cookies), sessions: text(keys.sessions) }, null, 2)}\n`,
    { mode: 0o600, flag: 'wx' },
  )
  return keys
}

const random = () => new Uint8Array(randomBytes(32))

/** The name under which the log is known, for ever: the address at which it began, without a scheme. */
const originOf = (baseUrl: string): string => `${new URL(baseUrl).host}/record`
