import { execFileSync } from 'node:child_process'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { BrokenArchive, pack, unpack } from './archive.ts'

type File = { name: string; bytes: Uint8Array }

async function* inPieces(bytes: Uint8Array, length: number) {
  for (let at = 0; at < bytes.length; at += length) yield bytes.subarray(at, at + length)
}

const packed = async (files: readonly File[], piece = 1000): Promise<Buffer> =>
  Buffer.concat(
    await Array.fromAsync(
      pack(files.map(({ name, bytes }) => ({ name, size: bytes.length, content: inPieces(bytes, piece) }))),
    ),
  )

async function unpacked(archive: Uint8Array, piece = 700): Promise<File[]> {
  const files: File[] = []
  for await (const { name, content } of unpack(inPieces(archive, piece)))
    files.push({ name, bytes: new Uint8Array(Buffer.concat(await Array.fromAsync(content))) })
  return files
}

const file = fc.record({
  name: fc.stringMatching(/^[a-z가-힣]{1,9}(\/[a-z0-9.]{1,30}){0,6}$/),
  bytes: fc.uint8Array({ maxLength: 2000 }),
})
const piece = fc.integer({ min: 1, max: 3000 })

test('what is packed comes out the same, in whatever pieces it travels', () =>
  fc.assert(
    fc.asyncProperty(fc.array(file, { maxLength: 4 }), piece, piece, async (files, inwards, outwards) => {
      expect(await unpacked(await packed(files, inwards), outwards)).toEqual(files)
    }),
    { numRuns: 60 },
  ))

test('tar reads it too', async () => {
  const archive = await packed([
    { name: 'manifest.json', bytes: Buffer.from('{}') },
    { name: `uploads/${'long/'.repeat(25)}옥상.txt`, bytes: Buffer.from('Shade at the crossings') },
  ])
  const tar = (...args: string[]) => execFileSync('tar', args, { input: archive, encoding: 'utf8' })
  expect(tar('t', '--quoting-style=literal').trim().split('\n')).toEqual([
    'manifest.json',
    `uploads/${'long/'.repeat(25)}옥상.txt`,
  ])
  expect(tar('x', '-O')).toBe('{}Shade at the crossings')
})

test('a part nobody reads is skipped', async () => {
  const archive = await packed(['a', 'b'].map((name) => ({ name, bytes: new Uint8Array(1300) })))
  const names: string[] = []
  for await (const { name } of unpack(inPieces(archive, 100))) names.push(name)
  expect(names).toEqual(['a', 'b'])
})

test('more than eight gigabytes fit', async () => {
  const size = 9 * 2 ** 30
  const [header] = await Array.fromAsync({
    async *[Symbol.asyncIterator]() {
      for await (const bytes of pack([{ name: 'database', size, content: inPieces(new Uint8Array(1), 1) }])) {
        yield bytes
        return
      }
    },
  })
  const { value } = await unpack(inPieces(header!, 512)).next()
  expect(value).toMatchObject({ name: 'database', size })
})

test('what is cut off, or was never an archive, is refused', async () => {
  const archive = await packed([{ name: 'keys.json', bytes: new Uint8Array(900) }])
  for (const length of [0, 100, 512, 1000, 1536])
    await expect(unpacked(archive.subarray(0, length))).rejects.toThrow(BrokenArchive)
  await expect(unpacked(Buffer.alloc(1024, 'x'))).rejects.toThrow(BrokenArchive)
})

test('a file that changes while it is packed is noticed', async () => {
  const growing = [{ name: 'a', size: 3, content: inPieces(new Uint8Array(4), 2) }]
  await expect(Array.fromAsync(pack(growing))).rejects.toThrow('a changed')
})
