import { createHash } from 'node:crypto'
import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { kindOf } from './files.kinds.ts'
import { cleanName, type Kind, takeFile } from './files.ts'

const utf8 = (text: string) => new TextEncoder().encode(text)
const latin = (text: string) => Uint8Array.from(text, (each) => each.charCodeAt(0))
const most = 1_000_000

const blue = { r: 0, g: 0, b: 255 }
const blank = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: blue } })

/** A picture with the place where it was taken, lying on its side as a phone saves it. */
const photo = () =>
  blank(40, 20)
    .composite([
      { input: { create: { width: 10, height: 20, channels: 3, background: 'red' } }, left: 0, top: 0 },
    ])
    .withExif({
      IFD0: { Make: 'Phone', Copyright: 'Minho' },
      IFD3: {
        GPSLatitudeRef: 'N',
        GPSLatitude: '35/1 9/1 0/1',
        GPSLongitudeRef: 'E',
        GPSLongitude: '126/1 51/1 0/1',
      },
    })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer()

/** A ZIP file of empty, stored entries. */
function zip(entries: Record<string, string>): Uint8Array {
  const parts: Buffer[] = []
  const directory: Buffer[] = []
  let at = 0
  for (const [name, content] of Object.entries(entries)) {
    const local = Buffer.alloc(30)
    local.writeUInt32LE(0x04034b50, 0)
    local.writeUInt32LE(content.length, 18)
    local.writeUInt32LE(content.length, 22)
    local.writeUInt16LE(name.length, 26)
    const central = Buffer.alloc(46)
    central.writeUInt32LE(0x02014b50, 0)
    central.writeUInt16LE(name.length, 28)
    central.writeUInt32LE(at, 42)
    directory.push(central, Buffer.from(name))
    parts.push(local, Buffer.from(name), Buffer.from(content))
    at += 30 + name.length + content.length
  }
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(Object.keys(entries).length, 8)
  end.writeUInt16LE(Object.keys(entries).length, 10)
  end.writeUInt32LE(Buffer.concat(directory).length, 12)
  end.writeUInt32LE(at, 16)
  return new Uint8Array(Buffer.concat([...parts, ...directory, end]))
}

const docx = zip({ '[Content_Types].xml': '<Types/>', 'word/document.xml': '<w/>' })

describe('a picture', () => {
  test('is kept without the place where it was taken, and upright', async () => {
    const sent = await photo()
    const before = await sharp(sent).metadata()
    expect(before.exif?.toString('latin1')).toContain('Minho')
    expect([before.width, before.height, before.orientation]).toEqual([40, 20, 6])

    const kept = await takeFile({ name: '사진.JPG', bytes: sent }, { most })
    const after = await sharp(kept.bytes).metadata()
    expect([after.exif, after.icc, after.xmp, after.orientation]).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ])
    expect([after.width, after.height]).toEqual([20, 40])
    expect(Buffer.from(kept.bytes).includes('Minho')).toBe(false)

    const { data } = await sharp(kept.bytes).raw().toBuffer({ resolveWithObject: true })
    expect(data[0]).toBeGreaterThan(200)
    expect(data.at(-1)).toBeGreaterThan(200)
    expect(kept).toMatchObject({
      name: '사진.jpg',
      kind: 'jpeg',
      type: 'image/jpeg',
      size: kept.bytes.length,
    })
    expect(kept.digest).toBe(createHash('sha256').update(kept.bytes).digest('hex'))
  })

  test('loses what was hidden behind its end', async () => {
    const png = await blank(4, 4).png().toBuffer()
    const kept = await takeFile(
      { name: 'a.png', bytes: Buffer.concat([png, Buffer.from('<script>')]) },
      { most },
    )
    expect(Buffer.from(kept.bytes).includes('<script>')).toBe(false)
    expect(kept.kind).toBe('png')
  })

  test('of as many pixels as allowed is taken, of one more refused', async () => {
    const bytes = await blank(100, 20).webp().toBuffer()
    expect((await takeFile({ name: 'a.webp', bytes }, { most, pixels: 2000 })).kind).toBe('webp')
    await expect(takeFile({ name: 'a.webp', bytes }, { most, pixels: 1999 })).rejects.toMatchObject({
      code: 'files.image-too-large',
      facts: { width: 100, height: 20 },
    })
  })

  test('that is broken off is refused', async () => {
    const whole = await sharp(Buffer.from(Array.from({ length: 30_000 }, (_, at) => (at * 7919) % 256)), {
      raw: { width: 100, height: 100, channels: 3 },
    })
      .png()
      .toBuffer()
    for (const bytes of [whole.subarray(0, whole.length / 2), whole.subarray(0, 20)]) {
      await expect(takeFile({ name: 'a.png', bytes }, { most })).rejects.toMatchObject({
        code: 'files.image-broken',
      })
    }
  })
})

const sound = latin('\0\0\0\x18ftypM4A \0\0\0\0isommoovtrakmdiahdlr\0\0\0\0\0\0\0\0soun')

describe('what a file is', () => {
  for (const [kind, bytes] of [
    ['pdf', utf8('%PDF-1.7\n')],
    ['hwp', latin(`\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1${'\0'.repeat(504)}HWP Document File V5.00`)],
    ['hwpx', zip({ mimetype: 'application/hwp+zip', 'Contents/content.hpf': '' })],
    ['odt', zip({ mimetype: 'application/vnd.oasis.opendocument.text', 'content.xml': '' })],
    ['docx', docx],
    ['xlsx', zip({ '[Content_Types].xml': '', 'xl/workbook.xml': '' })],
    ['txt', utf8('안녕하세요\r\n\t모두')],
    ['mp3', latin('ID3\x04\0\0\0\0\0\0')],
    ['mp3', latin('\xff\xfb\x90\x64\0\0')],
    ['m4a', sound],
  ] as const) {
    test(`is seen in it: ${kind}`, async () => {
      expect(kindOf(bytes)).toBe(kind)
      expect(await takeFile({ name: `문서.${kind}`, bytes }, { most })).toMatchObject({ kind, bytes })
    })
  }

  for (const [what, bytes] of [
    ['an old Office file', latin('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1WordDocument')],
    [
      'a document with macros',
      zip({ '[Content_Types].xml': '', 'word/document.xml': '', 'word/vbaProject.bin': '' }),
    ],
    ['any other ZIP', zip({ 'run.exe': '' })],
    ['half a ZIP', docx.subarray(0, 60)],
    ['a ZIP whose directory lies', docx.map((byte, at) => (at === docx.length - 6 ? 9 : byte))],
    ['a film', latin('\0\0\0\x18ftypmp42\0\0\0\0isommoovhdlr\0\0videhdlr\0\0soun')],
    ['a programme', latin('\x7fELF\x02\x01\x01\0')],
    ['an animation', latin('GIF89a\x01\0\x01\0')],
  ] as const) {
    test(`is not among those taken: ${what}`, () => expect(kindOf(bytes)).toBeUndefined())
  }

  test('text is kept in UTF-8, whichever way it was saved', async () => {
    for (const bytes of [utf8('이름'), latin('\xc0\xcc\xb8\xa7'), latin('\xff\xfe\x74\xc7\x84\xb9')]) {
      expect((await takeFile({ name: 'a.txt', bytes }, { most })).bytes).toEqual(utf8('이름'))
      expect((await takeFile({ name: 'a.csv', bytes }, { most })).bytes).toEqual(utf8('\uFEFF이름'))
    }
  })

  test('a table is told from text by its name', async () => {
    expect((await takeFile({ name: '표.csv', bytes: utf8('a,b') }, { most })).kind).toBe('csv')
    expect((await takeFile({ name: '표', bytes: utf8('a,b') }, { most })).name).toBe('표.txt')
  })
})

describe('a file is refused', () => {
  const only: readonly Kind[] = ['pdf', 'txt']
  for (const [why, name, bytes, code, facts] of [
    ['empty', 'a.txt', utf8(''), 'files.empty', {}],
    ['too large by a byte', 'a.txt', utf8('1234567890x'), 'files.too-large', { size: 11, most: 10 }],
    [
      'a picture that says it is text',
      'a.txt',
      latin('\x89PNG\r\n\x1a\n'),
      'files.not-what-it-says',
      { named: 'txt', found: 'png' },
    ],
    [
      'a programme that says it is a PDF',
      'a.pdf',
      latin('MZ\x90\0'),
      'files.not-what-it-says',
      { named: 'pdf', found: '?' },
    ],
    [
      'a kind not taken here',
      'a.png',
      latin('\x89PNG\r\n\x1a\n'),
      'files.kind-not-allowed',
      { allowed: 'pdf, txt' },
    ],
    ['a page with script', 'a.html', utf8('<b>'), 'files.kind-not-allowed', { allowed: 'pdf, txt' }],
    ['a drawing with script', 'a.svg', utf8('<svg/>'), 'files.kind-not-allowed', { allowed: 'pdf, txt' }],
  ] as const) {
    test(why, async () => {
      await expect(takeFile({ name, bytes }, { most: 10, kinds: only })).rejects.toMatchObject({
        code,
        facts,
      })
    })
  }

  test('not when it is just as large as may be', async () => {
    expect((await takeFile({ name: 'a.txt', bytes: utf8('1234567890') }, { most: 10 })).size).toBe(10)
  })
})

for (const [name, clean] of [
  ['민원 사진(1).jpeg', '민원 사진(1).jpg'],
  ['../../etc/passwd', 'passwd.jpg'],
  ['C:\\Users\\민호\\집.JPG', '집.jpg'],
  ['<script>"x".png', 'script x.jpg'],
  ['a\r\nSet-Cookie: b.jpg', 'a Set-Cookie b.jpg'],
  ['.jpg', 'file.jpg'],
  ['‮gpj.exe', 'gpj.jpg'],
  ['인권'.normalize('NFD'), '인권.jpg'],
  [`${'가'.repeat(300)}.jpg`, `${'가'.repeat(80)}.jpg`],
] as const) {
  test(`${JSON.stringify(name.slice(0, 20))} is kept as ${clean.slice(0, 20)}`, () =>
    expect(cleanName(name, 'jpeg')).toBe(clean))
}
