import { z } from 'zod'

const part = z.strictObject({
  /** `database`, `data/keys.json`, `city/…`: nothing that could climb out of a folder. */
  name: z.string().regex(/^(database|(data|city)(\/(?!\.{1,2}(\/|$))[^/\0]+)+)$/),
  size: z.int().min(0),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
})

/** What stands first in every copy: whose it is, of when, what belongs to it, and how the record stood. */
export const manifest = z.strictObject({
  format: z.literal('madang-backup'),
  version: z.int(),
  madang: z.string(),
  at: z.iso.datetime(),
  baseUrl: z.string(),
  database: z.strictObject({ kind: z.enum(['pglite', 'postgres']), server: z.string() }),
  /** Nothing as long as the record has not been signed once. */
  record: z
    .strictObject({ size: z.int(), root: z.string(), vkey: z.string(), checkpoint: z.string() })
    .nullable(),
  parts: z.array(part),
})

export type Manifest = z.output<typeof manifest>
export type Part = z.output<typeof part>

export const formatVersion = 1
