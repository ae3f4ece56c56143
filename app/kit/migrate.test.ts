import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { migrate as forward } from 'drizzle-orm/pglite/migrator'
import { expect, onTestFinished, test } from 'vitest'
import { openDatabase } from './db.ts'
import { migrate, migrationsFolder } from './migrate.ts'

/** The migrations as they were when there was only the first. */
async function first(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'madang-migrations-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  await cp(migrationsFolder, folder, { recursive: true })
  const file = join(folder, 'meta/_journal.json')
  const journal = JSON.parse(await readFile(file, 'utf8'))
  await writeFile(file, JSON.stringify({ ...journal, entries: journal.entries.slice(0, 1) }))
  return folder
}

test('a city that has lived since the first version is brought up to date with all it has', async () => {
  const database = await openDatabase({})
  onTestFinished(() => database.close())
  const db = database.db as unknown as Parameters<typeof forward>[0]
  await forward(db, { migrationsFolder: await first() })
  await database.sql(
    `insert into charter_services (article, thing, title, since)
     values ('charter/11', 'law/crpd/19', '{"en": "Living independently"}', now());
     insert into search_documents (about, lang, room, title, text, tokens, length)
     values ('charter/11', 'en', 'charter', 'Right', 'Right', 'right'::tsvector, 5)`,
  )
  await migrate(database)
  const { rows } = await database.sql(
    'select thing, kind, (select count(*)::int from search_documents) as found from charter_services',
  )
  expect(rows).toEqual([{ thing: 'law/crpd/19', kind: 'law', found: 1 }])
})
