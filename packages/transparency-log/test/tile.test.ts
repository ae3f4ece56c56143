import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  appendEntries,
  type Bundle,
  bundlePath,
  bundlesOf,
  formatBundle,
  parseBundle,
  parsePath,
  parseTile,
  type Tile,
  tilePath,
  tilesOf,
} from '../src/index.ts'
import { codeOf, entriesUpTo, entry, Memory, none, utf8, vectors } from './memory.ts'

for (const [size, tiles] of Object.entries<Record<string, string>>(vectors('rfc6962').tiles)) {
  test(`the tiles of ${size} entries are those of the vectors`, async () => {
    const storage = new Memory()
    await appendEntries(storage, none, entriesUpTo(Number(size)))
    const written = [...storage.files].filter(([path]) => !path.startsWith('tile/entries/'))
    const digests = written.map(([path, bytes]) => [path, createHash('sha256').update(bytes).digest('hex')])
    expect(Object.fromEntries(digests)).toEqual(tiles)
    expect([...tilesOf(Number(size))].map(tilePath).sort()).toEqual(Object.keys(tiles).sort())
  })
}

test('a tree of 70,000 entries has the tiles that the specification counts', () => {
  const paths = [...tilesOf(70_000)].map(tilePath)
  expect(paths.filter((path) => path.startsWith('tile/0/'))).toHaveLength(274)
  expect(paths.slice(273)).toEqual(['tile/0/273.p/112', 'tile/1/000', 'tile/1/001.p/17', 'tile/2/000.p/1'])
  expect([...bundlesOf(70_000)].map(bundlePath).at(-1)).toBe('tile/entries/273.p/112')
})

for (const [index, path] of [
  [0, '000'],
  [999, '999'],
  [1000, 'x001/000'],
  [1234067, 'x001/x234/067'],
  [Number.MAX_SAFE_INTEGER, 'x009/x007/x199/x254/x740/991'],
] as const) {
  test(`the index ${index} is written ${path}`, () => {
    expect(tilePath({ level: 63, index, width: 256 })).toBe(`tile/63/${path}`)
    expect(bundlePath({ index, width: 5 })).toBe(`tile/entries/${path}.p/5`)
  })
}

test('any path is read as it was written', () => {
  const part = fc.record({
    index: fc.nat({ max: Number.MAX_SAFE_INTEGER }),
    width: fc.integer({ min: 1, max: 256 }),
  })
  const tile = fc.record({ level: fc.nat({ max: 63 }) })
  fc.assert(
    fc.property(part, tile, (bundle: Bundle, level) => {
      const tile: Tile = { ...bundle, ...level }
      expect(parsePath(bundlePath(bundle))).toEqual({ kind: 'bundle', ...bundle })
      expect(parsePath(tilePath(tile))).toEqual({ kind: 'tile', ...tile })
    }),
  )
})

for (const path of [
  '',
  'tile',
  'tile/0',
  'tile/0/',
  '/tile/0/000',
  'tile/0/000/',
  'tile/0/0',
  'tile/0/00',
  'tile/0/0000',
  'tile/00/000',
  'tile/64/000',
  'tile/-1/000',
  'tile/+1/000',
  'tile/0x1/000',
  'tile/data/000',
  'tile/0/x000/000',
  'tile/0/x000/001',
  'tile/0/001/000',
  'tile/0/x001/x000',
  'tile/0/x1/000',
  'tile/0/x001x000',
  'tile/0/000.p/0',
  'tile/0/000.p/00',
  'tile/0/000.p/01',
  'tile/0/000.p/256',
  'tile/0/000.p/',
  'tile/0/000.p',
  'tile/0/000.p/1.p/1',
  'tile/0/000.p/-1',
  'tile/0/000.p/1\n',
  'tile/0/000\n',
  'tile/0/٠٠٠',
  'tile/0/..',
  'tile/entries',
  'tile/entries/0',
  'tile//000',
  'tile/0//000',
  'tile/0/x009/x007/x199/x254/x740/992',
  'checkpoint',
  'tile/0/000?x',
  'TILE/0/000',
]) {
  test(`${JSON.stringify(path)} is no path`, async () => {
    expect(await codeOf(() => parsePath(path))).toBe('tile.path')
  })
}

test('a tile has 32 bytes for each hash, no more and no less', async () => {
  expect(parseTile(new Uint8Array(64), 2)).toHaveLength(2)
  for (const length of [0, 63, 65, 96]) {
    expect(await codeOf(() => parseTile(new Uint8Array(length), 2))).toBe('tile.length')
  }
})

const someEntries = fc.array(fc.uint8Array({ maxLength: 600 }), { minLength: 1, maxLength: 256 })

test('any entries are read from a bundle as they were put in', () => {
  fc.assert(
    fc.property(someEntries, (entries) => {
      expect(parseBundle(formatBundle(entries), entries.length)).toEqual(entries)
    }),
    { numRuns: 50 },
  )
})

test('a bundle that is cut, goes on, or has another number of entries is refused', async () => {
  await fc.assert(
    fc.asyncProperty(someEntries, fc.nat(), async (entries, at) => {
      const bytes = formatBundle(entries)
      const cut = bytes.subarray(0, at % bytes.length)
      expect(await codeOf(() => parseBundle(cut, entries.length))).toBe('bundle.cut')
      expect(await codeOf(() => parseBundle(Uint8Array.of(...bytes, 0), entries.length))).toBe(
        'bundle.trailing-bytes',
      )
      expect(await codeOf(() => parseBundle(bytes, entries.length + 1))).toBe('bundle.cut')
      expect(await codeOf(() => parseBundle(bytes, entries.length - 1))).toBe('bundle.trailing-bytes')
    }),
    { numRuns: 50 },
  )
})

test('the longest entry is 65,535 bytes, and a bundle holds 256', async () => {
  const longest = new Uint8Array(65_535).fill(7)
  expect(parseBundle(formatBundle([longest, entry(1)]), 2)).toEqual([longest, entry(1)])
  expect(await codeOf(() => formatBundle([utf8(''), new Uint8Array(65_536)]))).toBe('bundle.entry-too-long')
  expect(await codeOf(() => formatBundle(entriesUpTo(257)))).toBe('bundle.too-many')
})
