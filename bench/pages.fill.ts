import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type CityFiles, factsOf } from '#city/index.ts'
import type { Database } from '#kit/db.ts'
import type { Instant } from '#kit/time.ts'
import { passages } from './pages.texts.ts'

const pool = 5000
const batch = 50_000

type Sql = Database['sql']

/**
 * Fills a loaded city with as many petitions, and with all that filing, answering and promising would have written,
 * save the record's entries. They were filed in the last two years, however many there are.
 */
export async function fill(sql: Sql, files: CityFiles, count: number, now: Instant): Promise<void> {
  await sql(await readFile(join(import.meta.dirname, 'pages.fill.sql'), 'utf8'))
  await writePassages(sql, files)
  await sql('drop index search_documents_tokens')
  await sql('select setseed(0.5)')
  const districts = files.districts.map((each) => each.key)
  for (let first = 1; first <= count; first += batch) {
    const last = Math.min(first + batch - 1, count)
    await sql('select bench_drawn($1, $2, $3, $4)', [first, last, count, now.toString()])
    await sql('select bench_petitions($1, $2, $3)', [first, last, districts])
    await sql('select bench_commitments($1, $2)', [first, last])
    await sql('select bench_documents($1, $2)', [first, last])
  }
  await sql(`set maintenance_work_mem = '1GB'`)
  await sql(
    'create index search_documents_tokens on search_documents using gin (tokens) with (fastupdate = off)',
  )
  await sql(`select setval('petitions_id_seq', (select max(id) from petitions))`)
  await sql('vacuum analyze')
}

async function writePassages(sql: Sql, files: CityFiles): Promise<void> {
  const { subjects } = factsOf(files)
  const topics = new Map(subjects.topics.map((each) => [each.key, each]))
  const groups = subjects.groups.map((each) => each.key)
  for (const [no, { lang, topic, title, text, tokens }] of passages(subjects, pool).entries()) {
    const { body, articles } = topics.get(topic)!
    const own = no % 9 === 0 ? [groups[no % groups.length]] : []
    await sql(
      `insert into bench_passages values ($1, $2, $3, $4, $5, $6, $7, $8,
        array_to_tsvector($9::text[]) || to_tsvector($10::regconfig, $7 || ' ' || $8))`,
      [no, lang, topic, body, articles, own, title, text, tokens, lang === 'en' ? 'english' : 'simple'],
    )
  }
}
