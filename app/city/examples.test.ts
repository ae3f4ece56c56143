import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { object, safeParse, type ZodObject } from 'zod'
import { exampleLines } from './examples.ts'
import { withTrustPassedDown } from './inherit.ts'
import { schemas } from './schema.ts'
import { cities, filesOf } from './spoilt.fixture.ts'
import { partsUnder } from './walk.ts'

const parts = Object.values(schemas).flatMap((schema) => [...partsUnder(schema)])
const fields = [...new Set(parts.map(([field]) => field))].sort()
const template = await Promise.all(
  (await filesOf('template')).map((file) => readFile(join(cities, 'template', file), 'utf8')),
)

test('every field a city may have has an example, and nothing else has', () => {
  expect(Object.keys(exampleLines).sort()).toEqual(fields)
})

test('every example is a right line for its field', () => {
  const trust = { verification: 'working', source: 'official-gazette' }
  const trusted = (said: object, schema: ZodObject) =>
    withTrustPassedDown({ ...trust, ...said }, schema) as Record<string, unknown>
  for (const [field, line] of Object.entries(exampleLines)) {
    const said = parse(line.replaceAll('…', 'x: y'))
    expect(Object.keys(said)).toEqual([field])
    if (line.includes('…')) continue
    const right = parts.filter(([name, schema]) => {
      const one = object({ [field]: schema })
      return name === field && safeParse(one, { [field]: trusted(said, one)[field] }).success
    })
    expect(right.length, line).toBeGreaterThan(0)
  }
})

test('the template shows every field, used or explained', () => {
  const all = template.join('\n')
  expect(fields.filter((field) => !new RegExp(`\\b${field}\\b`).test(all))).toEqual([])
})
