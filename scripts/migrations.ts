import { globSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { generateDrizzleJson, generateMigration } from 'drizzle-kit/api'
import { migrationsFolder } from '#kit/migrate.ts'

type Schema = ReturnType<typeof generateDrizzleJson>
type Step = { idx: number; version: string; when: number; tag: string; breakpoints: boolean }

const root = join(import.meta.dirname, '..')
const breakpoint = '--> statement-breakpoint\n'

/** The tables as the code has them now. */
export async function schemaNow(): Promise<Schema> {
  const found: Record<string, unknown> = {}
  for (const file of globSync('app/*/tables.ts', { cwd: root }).sort()) {
    const tables: Record<string, unknown> = await import(join(root, file))
    for (const [name, table] of Object.entries(tables)) found[`${file} ${name}`] = table
  }
  return generateDrizzleJson(found, undefined, undefined, 'snake_case')
}

/** What makes these tables from nothing, between what rooms wrote by hand: extensions before, triggers after. */
export async function sqlFor(schema: Schema): Promise<string> {
  const nothing = generateDrizzleJson({}, undefined, undefined, 'snake_case')
  const made = await generateMigration(nothing, schema)
  const parts = [...(await byHand('extensions.sql')), ...made, ...(await byHand('tables.sql'))]
  return `${parts.map((each) => each.trim()).join(breakpoint)}\n`
}

/** A statement ends with a semicolon and an empty line. */
async function byHand(name: string): Promise<string[]> {
  const files = globSync(`app/*/${name}`, { cwd: root }).sort()
  const texts = await Promise.all(files.map((each) => readFile(join(root, each), 'utf8')))
  return texts.flatMap((text) => text.trim().split(/(?<=;)\n\n+/))
}

/** The migrations there are, oldest first. */
export async function steps(): Promise<Step[]> {
  const journal = await readFile(join(migrationsFolder, 'meta/_journal.json'), 'utf8').catch(
    () => '{"entries":[]}',
  )
  return (JSON.parse(journal) as { entries: Step[] }).entries
}

/** What running all migrations would leave different from the code's tables. */
export async function drift(): Promise<string[]> {
  const all = await steps()
  const last = all.at(-1)
  if (!last) return ['migrations/ is empty: npm run db:init']
  const schema = await schemaNow()
  const snapshot = JSON.parse(
    await readFile(join(migrationsFolder, `meta/${prefixOf(last)}_snapshot.json`), 'utf8'),
  )
  if (!isDeepStrictEqual(tablesIn(snapshot), tablesIn(schema)))
    return [`tables differ from migrations: ${remedy(all)}`]
  const text = await readFile(join(migrationsFolder, `${last.tag}.sql`), 'utf8')
  if (all.length === 1 && text !== (await sqlFor(schema)))
    return [`SQL written by hand differs: ${remedy(all)}`]
  return []
}

const remedy = (all: Step[]): string =>
  all.length > 1 ? 'npx drizzle-kit generate --name what-changed' : 'npm run db:init'

export const prefixOf = (step: Pick<Step, 'tag'>): string => step.tag.split('_')[0]!

const tablesIn = ({ id, prevId, ...schema }: Schema): unknown => JSON.parse(JSON.stringify(schema))
