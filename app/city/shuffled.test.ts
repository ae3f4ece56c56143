import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isMap, isScalar, parseDocument, visit } from 'yaml'
import { readCity } from './index.ts'
import { cities, cityNamed, copyOf, filesOf } from './spoilt.fixture.ts'

const files = await filesOf('trilesje')
const yaml = files.filter((file) => file.endsWith('.yaml'))

test('the order of keys and of files changes nothing', async () => {
  const asWritten = await cityNamed('trilesje')
  await fc.assert(
    fc.asyncProperty(fc.integer(), async (seed) => {
      await using city = await copyOf('trilesje')
      for (const file of yaml) await city.write(file, shuffled(await city.read(file), seed))
      await renamed(city, 'law/listina.yaml', `law/${seed % 2 === 0 ? 'a' : 'z'}.yaml`)
      const reading = await readCity(city.dir)
      expect(reading).toMatchObject({ ok: true })
      expect(reading.ok && reading.city).toEqual(asWritten)
    }),
    { numRuns: 8 },
  )
})

test('without any one line the city is read or refused, never a crash, and every fault has its place', async () => {
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...files), fc.nat(), async (file, at) => {
      await using city = await copyOf('trilesje')
      const lines = (await city.read(file)).split('\n')
      await city.write(file, lines.toSpliced(at % lines.length, 1).join('\n'))
      await checkPlaces(city.dir, file)
    }),
    { numRuns: 80 },
  )
})

test('with any value of another kind the city is read or refused, never a crash, and every fault has its place', async () => {
  const wrong = fc.constantFrom('[]', '{}', '17', 'true', '"…"', '2019-99-99', '{ a: [1] }', '~')
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...yaml), fc.nat(), wrong, async (file, at, value) => {
      await using city = await copyOf('trilesje')
      const lines = (await city.read(file)).split('\n')
      const here = lines.flatMap((line, no) => (/^ *[a-zA-Z]+: \S/.test(line) ? [no] : []))
      fc.pre(here.length > 0)
      const no = here[at % here.length]!
      await city.write(file, lines.with(no, lines[no]!.replace(/: .*$/, `: ${value}`)).join('\n'))
      await checkPlaces(city.dir, file)
    }),
    { numRuns: 80 },
  )
})

test('with first and last day changed about, the fault is on the line of the last day', async () => {
  const spans = (await Promise.all(yaml.map(linesWithSpans))).flat()
  expect(spans.length).toBeGreaterThan(5)
  for (const { file, no } of spans) {
    await using city = await copyOf('trilesje')
    const lines = (await city.read(file)).split('\n')
    const swapped = lines[no]!.replace(/from: (\S+), until: ([\d-]+)/, 'from: $2, until: $1')
    await city.write(file, lines.with(no, swapped).join('\n'))
    const reading = await readCity(city.dir)
    expect(!reading.ok && reading.faults).toContainEqual(
      expect.objectContaining({ code: 'until-before-from', file, line: no + 1 }),
    )
  }
})

test('without any field that must be there, the fault is in the record that lacks it', async () => {
  const required = /^ {2}(kind|verification|source|chair|name|title|label|mechanism|binding|address|read): /
  for (const file of yaml) {
    const lines = (await readFile(join(cities, 'trilesje', file), 'utf8')).split('\n')
    const at = lines.findIndex((line) => required.test(line))
    if (at < 0) continue
    await using city = await copyOf('trilesje')
    await city.write(file, lines.toSpliced(at, 1).join('\n'))
    const record = lines.slice(0, at).findLastIndex((line) => /^\S+:$/.test(line))
    const reading = await readCity(city.dir)
    expect(!reading.ok && reading.faults, file).toContainEqual(
      expect.objectContaining({
        code: 'missing',
        file,
        line: record + 1,
        facts: expect.objectContaining({ field: required.exec(lines[at]!)![1] }),
      }),
    )
  }
})

async function checkPlaces(dir: string, changed: string) {
  const reading = await readCity(dir)
  const all = [...(reading.ok ? [] : reading.faults), ...reading.warnings]
  for (const fault of all) {
    expect([...files, changed]).toContain(fault.file)
    const lines = (await readFile(`${dir}/${fault.file}`, 'utf8')).split('\n')
    expect(fault.line).toBeGreaterThanOrEqual(1)
    expect(fault.line).toBeLessThanOrEqual(lines.length)
    expect(fault.column).toBeLessThanOrEqual(lines[fault.line - 1]!.length + 1)
  }
}

async function linesWithSpans(file: string) {
  const lines = (await readFile(join(cities, 'trilesje', file), 'utf8')).split('\n')
  return lines.flatMap((line, no) => (/from: \S+, until: [\d-]+/.test(line) ? [{ file, no }] : []))
}

async function renamed(city: Awaited<ReturnType<typeof copyOf>>, from: string, to: string) {
  await city.write(to, await city.read(from))
  await city.remove(from)
}

function shuffled(text: string, seed: number): string {
  const doc = parseDocument(text)
  visit(doc, {
    Map: (_, map) => {
      map.items.sort((a, b) => rank(a.key, seed) - rank(b.key, seed))
    },
  })
  return doc.toString({ lineWidth: 0 })
}

function rank(key: unknown, seed: number): number {
  const said = isScalar(key) ? String(key.value) : isMap(key) ? '' : String(key)
  return [...said].reduce((sum, char) => (sum * 31 + char.charCodeAt(0) * (seed | 1)) | 0, seed)
}
