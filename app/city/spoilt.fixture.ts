import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readCity } from './index.ts'

export const cities = join(import.meta.dirname, '../../cities')

/** A copy of a city for a test to spoil. */
export async function copyOf(name: string) {
  const dir = await mkdtemp(join(tmpdir(), 'city-'))
  await cp(join(cities, name), dir, { recursive: true })
  return {
    dir,
    read: (file: string) => readFile(join(dir, file), 'utf8'),
    write: (file: string, text: string | Uint8Array) => writeFile(join(dir, file), text),
    remove: (file: string) => rm(join(dir, file)),
    [Symbol.asyncDispose]: () => rm(dir, { recursive: true }),
  }
}

export async function filesOf(name: string): Promise<string[]> {
  const entries = await readdir(join(cities, name), { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile() && !entry.name.startsWith('README'))
    .map((entry) => join(entry.parentPath, entry.name).slice(join(cities, name, '/').length))
    .sort()
}

export async function faultsIn(dir: string) {
  const reading = await readCity(dir)
  return reading.ok ? [] : reading.faults
}

export async function cityNamed(name: string) {
  const reading = await readCity(join(cities, name))
  if (!reading.ok) throw new Error(JSON.stringify(reading.faults, null, 2))
  return reading.city
}
