import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Refusal } from '#kit/refusal.ts'
import { livingCity, person, testCity } from '#testing/city.ts'
import { freshDatabase } from '#testing/database.ts'
import { importTable, tryImport } from './import.actions.ts'
import { rowsIn } from './import.reading.ts'
import { stage, stagedBy, takeStaged } from './import.staging.actions.ts'
import { guess, type Mapping, type RowProblem } from './import.ts'
import { indicatorByKey } from './reads.ts'
import { releases } from './tables.ts'

const office = { as: 'human-rights-division', person: 1 }
const bytes = (text: string) => () => [new TextEncoder().encode(text)]

for (const [heading, format, mapping] of [
  ['Year,Sex,Units,Value', 'open-sdg', { Year: 'period', Sex: 'dimension', Units: 'unit', Value: 'value' }],
  [
    'STRUCTURE,STRUCTURE_ID,ACTION,SEX: Sex,TIME_PERIOD,OBS_VALUE,CONF',
    'sdmx',
    {
      ...{ STRUCTURE: 'ignored', STRUCTURE_ID: 'ignored', ACTION: 'ignored', 'SEX: Sex': 'dimension' },
      ...{ TIME_PERIOD: 'period', OBS_VALUE: 'value', CONF: 'mark' },
    },
  ],
  [
    '지표,연도,자치구,성별,분자,분모,비고',
    'long',
    {
      ...{ 지표: 'indicator', 연도: 'period', 자치구: 'district', 성별: 'dimension' },
      ...{ 분자: 'numerator', 분모: 'denominator', 비고: 'mark' },
    },
  ],
] as const satisfies readonly (readonly [string, string, Mapping])[])
  test(`a heading tells what its columns are: ${heading}`, () => {
    expect(guess(heading.split(','))).toEqual({ format, mapping })
  })

const long = `indicator,year,sex,value
known,2024,F,1.5
known,2024,M,
known,2024,F,1.5
known,2024,F,2
known,twenty,F,3
known,2025,F,three
known,2025
unknown,2025,F,4
,2025,F,5
`

test('every line that cannot be read is told with its number, and nothing is kept', async () => {
  const { city } = await testCity()
  await importTable(city, office, { open: bytes('year,value\n2020,1\n'), indicator: 'known', create: true })
  const before = await city.reads.$count(releases)
  const problems: RowProblem[] = []
  const told = (each: RowProblem) => problems.push(each)
  const asked = { open: bytes(long) }
  await expect(importTable(city, office, asked, told)).rejects.toMatchObject({
    code: 'indicators.import-problems',
  })
  expect(problems.map(({ line, code, found }) => [line, code, found]).sort()).toEqual([
    [10, 'indicator-missing', ''],
    [4, 'twice', '2024'],
    [5, 'contradicts', '2024'],
    [6, 'period', 'twenty'],
    [7, 'number', 'three'],
    [8, 'cells', '2'],
    [9, 'indicator-unknown', 'unknown'],
  ])
  expect(await city.reads.$count(releases)).toBe(before)
  const tried = await tryImport(city, office, asked, () => {})
  expect(tried).toMatchObject({ lines: 9, values: 3, series: 3 })
  expect(await city.reads.$count(releases)).toBe(before)
  const done = await importTable(city, office, { ...asked, skip: true })
  expect(done).toMatchObject({ values: 3, problems: tried.problems })
  expect(await city.reads.$count(releases)).toBe(before + 1)
})

test('whoever does not answer for an indicator brings in no figures of it', async () => {
  const { city } = await testCity()
  const asked = { open: bytes('year,value\n2020,1\n'), indicator: 'mine', create: true }
  await expect(importTable(city, office, { ...asked, may: () => false })).rejects.toThrow(Refusal)
  expect(await indicatorByKey(city.reads, 'mine')).toBeUndefined()
})

for (const [what, text, code] of [
  ['nothing', '', 'csv.empty'],
  ['a heading without a period', 'a,value\n1,2\n', 'indicators.column-missing'],
  ['a heading without a figure', 'year,sex\n2020,F\n', 'indicators.column-missing'],
  ['a quote that never ends', 'year,value\n"2020,1\n', 'csv.quote'],
  ['only a heading', 'year,value\n', 'indicators.import-empty'],
] as const)
  test(`a file that is no table is refused with what to do: ${what}`, async () => {
    const { city } = await testCity()
    const asked = { open: bytes(text), indicator: 'new', create: true }
    await expect(importTable(city, office, asked)).rejects.toMatchObject({ code })
  })

test('a file in another encoding is refused with what to do', async () => {
  const { city } = await testCity()
  const asked = { open: () => [new Uint8Array([0x79, 0x0a, 0xb0, 0xa1])], indicator: 'new', create: true }
  await expect(importTable(city, office, asked)).rejects.toMatchObject({ code: 'csv.encoding' })
})

test('whatever somebody sends is read to its end, or refused', async () => {
  const cell = fc.oneof(
    fc.constantFrom('2020', '2019/20', '1.5', '', '"', 'F', '-1e9', '값', '2020-Q5', '\u0000'),
    fc.string(),
  )
  const table = fc.array(fc.array(cell, { maxLength: 5 }), { maxLength: 8 })
  await fc.assert(
    fc.asyncProperty(table, fc.constantFrom(',', ';', '\t'), async (rows, comma) => {
      const text = `${['year', 'sex', 'value'].join(comma)}\n${rows.map((row) => row.join(comma)).join('\n')}`
      const readerFor = (columns: readonly string[]) => ({
        columns,
        ...guess(columns),
        districtOf: () => undefined,
      })
      let last = 1
      try {
        for await (const read of rowsIn(bytes(text)(), readerFor)) {
          expect(read.line).toBeGreaterThan(last)
          last = read.line
          if ('row' in read) expect(Number.isFinite(read.row.value ?? 0)).toBe(true)
        }
      } catch (error) {
        if (!(error instanceof Refusal)) throw error
        expect(error.code).toBe('csv.quote')
      }
    }),
  )
})

test('a table is chosen, its columns are named and tried, and only then it is brought in', async () => {
  const town = await testCity()
  const jiwoo = town.as(person('Jiwoo', 1, ['officer', 'human-rights-division']))
  await importTable(town.city, office, {
    open: bytes('year,value\n2020,1\n'),
    indicator: 'known',
    create: true,
  })
  const before = await town.city.reads.$count(releases)
  const file = new File(['what,when,how much\nknown,2021,1.5\nknown,soon,2\n'], 'figures.csv')
  const begun = await jiwoo.post('/en/desk/indicators/import', { file, indicator: '', by: 'owner' })
  const path = begun.headers.get('location')!
  expect(path).toMatch(/^\/en\/desk\/indicators\/imports\/\d+$/)
  expect((await town.as(person('Harim', 2, ['officer', 'transport-department'])).get(path)).status).toBe(404)
  const unnamed = await jiwoo.post(path, {})
  expect(unnamed.status).toBe(422)
  expect(await unnamed.text()).toContain('Please say which column has the period.')
  await jiwoo.post(path, { 'role.0': 'indicator', 'role.1': 'period', 'role.2': 'value' })
  expect(await jiwoo.page(path)).toContain('“soon” is no period.')
  expect(await jiwoo.page(`${path}/problems.csv`)).toContain('3,when,')
  const refused = await jiwoo.post(`${path}/take`)
  expect([refused.status, await town.city.reads.$count(releases)]).toEqual([422, before])
  expect((await jiwoo.post(`${path}/take`, { skip: 'yes' })).status).toBe(303)
  expect(await town.city.reads.$count(releases)).toBe(before + 1)
  expect((await jiwoo.get(path)).status).toBe(404)
  expect(town.bugs).toEqual([])
})

test('whoever presses twice brings a table in once', async () => {
  const town = await livingCity(await freshDatabase())
  const jiwoo = person('Jiwoo', 1, ['officer', 'human-rights-division'])
  const file = new File(['year,value\n2020,1\n'], 'figures.csv')
  const id = await stage(town.city, jiwoo, { file, indicator: 'nonregular-share', by: 'owner' })
  const staged = await stagedBy(town.city, jiwoo, id)
  const before = await town.city.reads.$count(releases)
  const both = await Promise.allSettled([1, 2].map(() => takeStaged(town.city, jiwoo, staged, false)))
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  expect(both.find((each) => each.status === 'rejected')?.reason).toBeInstanceOf(Refusal)
  expect(await town.city.reads.$count(releases)).toBe(before + 1)
})
