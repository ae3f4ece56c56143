import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import type { Provider } from '#people/index.ts'
import { Misconfigured } from './config.ts'

const level = z.union([z.literal(0), z.literal(1), z.literal(2), z.literal(3)])

const stored = z.array(
  z.strictObject({
    key: z.string().regex(/^[a-z0-9-]+$/),
    name: z.record(z.string(), z.string()),
    issuer: z.url(),
    clientId: z.string().min(1),
    clientSecret: z.string().min(1),
    level,
  }),
)

/**
 * The OpenID providers with which people may sign in, if there are any. They stand beside the keys, in
 * `DATA_DIR/providers.json`, and not in the city's files, because they hold secrets.
 * @throws Misconfigured naming what is wrong with the file.
 */
export async function readProviders(dataDir: string): Promise<Provider[]> {
  const file = join(dataDir, 'providers.json')
  const text = await readFile(file, 'utf8').catch(() => '[]')
  try {
    return stored.parse(JSON.parse(text))
  } catch (error) {
    const why = error instanceof z.ZodError ? z.prettifyError(error) : 'it is not JSON'
    throw new Misconfigured([`${file} cannot be used: ${why}. docs/operating.md shows how it is written.`])
  }
}
