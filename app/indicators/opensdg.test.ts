import { createReadStream } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { act } from '#record/index.ts'
import { testCity } from '#testing/city.ts'
import { publishedValues } from './export.reads.ts'
import { importTable } from './import.actions.ts'
import type { RowProblem } from './import.ts'
import { openSdgRow } from './opensdg.ts'
import { csvLines } from './sdmx.ts'

/** Published figures of the United Kingdom, as its statistics office gives them out. */
const folder = join(import.meta.dirname, '../../../shared/data/opensdg/data')
const files = (await readdir(folder).catch(() => [])).filter((name) => name.endsWith('.csv'))

test.skipIf(files.length === 0)('published sets come in and go out again byte by byte', async () => {
  const { city } = await testCity()
  for (const name of files) {
    const key = name.slice('indicator_'.length, -'.csv'.length)
    const problems: RowProblem[] = []
    const before = await readFile(join(folder, name), 'utf8')
    if (before.split('\n')[1]!.startsWith('There is no data')) continue
    const report = await importTable(
      city,
      { as: 'office' },
      { open: () => createReadStream(join(folder, name)), indicator: key, create: true },
      (each) => problems.push(each),
    )
    expect([name, report.values]).toEqual([name, before.trimEnd().split('\r\n').length - 1])
    await act(city, { as: 'office' }, async (tx) => {
      await tx.execute(sql`update indicators_values set current = true`)
      return { entries: [{ what: 'x.y', about: 'x/y' }] }
    })
    const columns = before.split('\r\n')[0]!.split(',')
    const rows = [columns]
    for await (const row of publishedValues(city.reads, key)) rows.push(openSdgRow(columns, row, () => ''))
    expect([name, csvLines(rows) === before]).toEqual([name, true])
    expect([name, problems.map(({ code }) => code)]).toEqual([
      name,
      name.includes('8-5-1') ? Array(16).fill('contradicts') : [],
    ])
  }
})
