import { globSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { generateDrizzleJson } from 'drizzle-kit/api'
import { migrationsFolder } from '#kit/migrate.ts'

type Schema = ReturnType<typeof generateDrizzleJson>
type Step = { idx: number; version: string; when: number; tag: string; breakpoints: boolean }

const root = join(import.meta.dirname, '..')

/** The tables as the code has them now. */
async function schemaNow(): Promise<Schema> {
  const found: Record<string, unknown> = {}
  for (const file of globSync('app/*/tables.ts', { cwd: root }).sort()) {
    const tables: Record<string, unknown> = await import(join(root, file))
    for (const [name, table] of Object.entries(tables)) found[`${file} ${name}`] = table
  }
  return generateDrizzleJson(found, undefined, undefined, 'snake_case')
}

/** The migrations there are, oldest first. */
async function steps(): Promise<Step[]> {
  const journal = await readFile(join(migrationsFolder, 'meta/_journal.json'), 'utf8').catch(
    () => '{"entries":[]}',
  )
  return (JSON.parse(journal) as { entries: Step[] }).entries
}

/** What running all migrations would leave different from the code's tables. */
export async function drift(): Promise<string[]> {
  const all = await steps()
  const last = all.at(-1)
  if (!last) return [`migrations/ is empty: ${remedy}`]
  const schema = await schemaNow()
  const snapshot = JSON.parse(
    await readFile(join(migrationsFolder, `meta/${prefixOf(last)}_snapshot.json`), 'utf8'),
  )
  return isDeepStrictEqual(tablesIn(snapshot), tablesIn(schema))
    ? []
    : [`tables differ from migrations: ${remedy}`]
}

const remedy = 'npx drizzle-kit generate --name what-changed'

const prefixOf = (step: Pick<Step, 'tag'>): string => step.tag.split('_')[0]!

const tablesIn = ({ id, prevId, ...schema }: Schema): unknown => JSON.parse(JSON.stringify(schema))
