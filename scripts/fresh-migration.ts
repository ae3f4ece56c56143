import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { migrationsFolder } from '#kit/migrate.ts'
import { drift, prefixOf, schemaNow, sqlFor, steps } from './migrations.ts'

/**
 * Writes the one migration that makes every table. Only until the first release: then cities run on what was
 * released, and `drizzle-kit generate` adds to it.
 */
async function freshMigration(): Promise<string> {
  if ((await steps()).length > 1) throw new Error('Migrations have gone forward: npx drizzle-kit generate')
  if ((await drift()).length === 0) return 'Tables and migrations agree; nothing to do.'
  const schema = await schemaNow()
  const when = Temporal.Now.instant()
  const step = {
    idx: 0,
    version: schema.version,
    when: when.epochMilliseconds,
    tag: tagAt(when),
    breakpoints: true,
  }
  await replaceFolder({
    [`${step.tag}.sql`]: await sqlFor(schema),
    [`meta/${prefixOf(step)}_snapshot.json`]: `${JSON.stringify(schema, null, 2)}\n`,
    'meta/_journal.json': `${JSON.stringify({ version: '7', dialect: 'postgresql', entries: [step] }, null, 2)}\n`,
  })
  return `migrations/${step.tag}.sql is new. A ./data from before cannot follow: delete it.`
}

/** Made aside and put in place whole, so that whoever migrates meanwhile finds the old folder or the new one. */
async function replaceFolder(files: Record<string, string>): Promise<void> {
  const cache = join(import.meta.dirname, '../node_modules/.cache')
  await mkdir(cache, { recursive: true })
  const [made, old] = await Promise.all(['made-', 'old-'].map((each) => mkdtemp(join(cache, each))))
  await mkdir(join(made!, 'meta'))
  for (const [name, text] of Object.entries(files)) await writeFile(join(made!, name), text)
  await rename(migrationsFolder, join(old!, 'migrations')).catch(() => {})
  await rename(made!, migrationsFolder)
  await rm(old!, { recursive: true })
}

const tagAt = (at: Temporal.Instant): string =>
  `${at.toString({ smallestUnit: 'second' }).replace(/\D/g, '')}_init`

console.log(await freshMigration())
