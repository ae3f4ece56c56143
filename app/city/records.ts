import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { z } from 'zod'
import { type Fault, inFileOrder } from './fault.ts'
import { parseYaml } from './parsed.ts'
import { faultAt, schemaFaults, type Where } from './schema-faults.ts'

/** A record of a file beside the city's own, and where it stands. */
export type Stored<T> = { key: string; record: T; where: Where }

/** Every record of a folder of YAML files that are mappings of a key to a record, the keys as they were written, and all
 *  that is wrong. */
export async function recordsIn<S extends z.ZodType>(
  dir: string,
  folder: string,
  schema: S,
): Promise<{ records: Stored<z.output<S>>[]; keys: string[]; faults: Fault[] }> {
  const records: Stored<z.output<S>>[] = []
  const keys: string[] = []
  const faults: Fault[] = []
  for (const file of await yamlIn(join(dir, folder))) {
    const { parsed, faults: written } = parseYaml(
      `${folder}/${file}`,
      await readFile(join(dir, folder, file), 'utf8'),
    )
    faults.push(...written)
    for (const [key, data] of Object.entries(parsed.data as object)) {
      const where = { parsed, at: [key] }
      if (keys.includes(key)) faults.push(faultAt(where, [], 'duplicate-key', { found: key, part: 'key' }))
      keys.push(key)
      const result = schema.safeParse(data)
      if (result.success) records.push({ key, record: result.data, where })
      else faults.push(...schemaFaults(where, schema, data, result.error.issues))
    }
  }
  return { records, keys, faults: faults.toSorted(inFileOrder) }
}

async function yamlIn(folder: string): Promise<string[]> {
  try {
    return (await readdir(folder)).filter((file) => file.endsWith('.yaml')).sort()
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return []
    throw error
  }
}
