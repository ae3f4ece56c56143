import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import type { City } from '#kit/city.ts'
import { anonymous, testCity } from '#testing/city.ts'
import { publishedValues } from './export.reads.ts'
import type { Exported } from './export.ts'
import { importTable } from './import.actions.ts'
import type { ImportReport, RowProblem } from './import.ts'
import { readMetadata } from './opensdg.ts'
import { indicatorByKey } from './reads.ts'
import { approve, check, publish } from './releasing.actions.ts'

/** Published figures of the United Kingdom, as its statistics office gives them out. */
const folder = join(import.meta.dirname, '../../../shared/data/opensdg')
const names = (await readdir(join(folder, 'data')).catch(() => [])).map((name) => name.slice(10, -4))
const office = 'human-rights-division'

async function bringIn(city: City, key: string, table: string, metadata?: string) {
  const problems: RowProblem[] = []
  const report = await importTable(
    city,
    { as: office, person: 1 },
    {
      open: () => [new TextEncoder().encode(table)],
      indicator: key,
      create: true,
      ...(metadata && { metadata: readMetadata(metadata) }),
    },
    (each) => problems.push(each),
  )
  return { report, problems }
}

/** Takes what was brought in through the other three hands. */
async function publishAll(city: City, { indicators }: ImportReport): Promise<void> {
  for (const { release } of indicators) {
    await check(city, { as: office, person: 2 }, release)
    await approve(city, { as: office, person: 3 }, release)
    await publish(city, { as: office, person: 4 }, release)
  }
}

const tableOf = (key: string) => readFile(join(folder, 'data', `indicator_${key}.csv`), 'utf8')
const isEmpty = (table: string) => table.includes('There is no data')

test.skipIf(names.length === 0)('published sets come in and go out again byte by byte', async () => {
  const town = await testCity()
  const { city } = town
  for (const key of names) {
    const before = await tableOf(key)
    if (isEmpty(before)) continue
    const { report, problems } = await bringIn(city, key, before)
    expect([key, report.values]).toEqual([key, before.trimEnd().split('\r\n').length - 1])
    await publishAll(city, report)
    const after = await town.as(anonymous).page(`/open-sdg/data/indicator_${key}.csv`)
    expect([key, after === before]).toEqual([key, true])
    // One of the sets says two things of the same people in the same year; neither is thrown away.
    const twofold = key === '8-5-1' ? Array(16).fill('contradicts') : []
    expect([key, problems.map(({ code }) => code)]).toEqual([key, twofold])
  }
})

test.skipIf(names.length === 0)('what is written of a set goes out as it was said', async () => {
  const town = await testCity()
  const { city } = town
  const metadata = await readFile(join(folder, 'meta/1-2-1.md'), 'utf8')
  await bringIn(city, '1-2-1', await tableOf('1-2-1'), metadata)
  const known = await indicatorByKey(city.reads, '1-2-1')
  expect(known?.doc.title.en).toBe(
    'Percentage of the population living in households at risk of poverty, by sex and age',
  )
  expect(known?.doc.unit).toEqual({ en: 'Percentage (%)' })
  const [, front = ''] = metadata.split(/^---\r?\n/m)
  const again = readMetadata(await town.as(anonymous).page('/open-sdg/meta/1-2-1.md'))
  expect(again.fields).toEqual(parse(front))
  expect(again.text).toBe(
    metadata
      .split(/^---\r?\n/m)
      .slice(2)
      .join('')
      .trim(),
  )
})

test.skipIf(names.length === 0)('a set goes to a statistics office and comes back the same', async () => {
  const town = await testCity()
  const { city } = town
  for (const key of ['1-2-1', '10-3-1', '11-7-2', '5-2-1']) {
    const { report } = await bringIn(city, key, await tableOf(key))
    await publishAll(city, report)
    const before = await Array.fromAsync(publishedValues(city.reads, key))
    const table = await town.as(anonymous).page(`/sdmx/${key}.csv`)
    const renamed = table.replaceAll(`${key}: ${key}`, `${key}-back: ${key}-back`)
    const open = () => [new TextEncoder().encode(renamed)]
    const back = await importTable(city, { as: office, person: 1 }, { open, create: true })
    expect(back).toMatchObject({ format: 'sdmx', values: before.length, problems: {} })
    await publishAll(city, back)
    const after = await Array.fromAsync(publishedValues(city.reads, `${key}-back`))
    const said = ({ of, period, written, unit }: Exported) => [period.name, of, unit, written]
    expect(after.map(said)).toEqual(before.map(said))
  }
})
