import sharp from 'sharp'
import { expect, test } from 'vitest'
import { act } from '#record/index.ts'
import { anonymous, testCity } from '#testing/city.ts'
import { filesField, filesOf, keepFiles, takeFiles } from './index.ts'

const about = 'commitments/1/steps/1'

const text = (said: string, name = 'note.txt') => new File([said], name)

async function photo(): Promise<File> {
  const picture = sharp({ create: { width: 8, height: 8, channels: 3, background: 'red' } }).jpeg()
  const bytes = await picture.withExif({ IFD3: { GPSLatitudeRef: 'N' } }).toBuffer()
  return new File([new Uint8Array(bytes)], '경사로 사진.jpg')
}

/** A city in which these were attached to a thing. */
async function cityWith(...sent: File[]) {
  const city = await testCity()
  const kept = await takeFiles(sent)
  await act(city.city, { as: 'transport-department' }, async (tx, at) => {
    await keepFiles(tx, about, kept, at)
    return { entries: [{ what: 'made-up', about }] }
  })
  return { city, kept, files: await filesOf(city.city.reads, about) }
}

test('a picture is shown with its type and name, for ever, able to do nothing, and says not where it was taken', async () => {
  const { city, files } = await cityWith(await photo())
  const [{ id, name, digest }] = files as [(typeof files)[number]]
  expect(name).toBe('경사로 사진.jpg')
  const answer = await city.as(anonymous).get(`/files/${id}/${encodeURIComponent(name)}`)
  expect(answer.status).toBe(200)
  const header = (key: string) => answer.headers.get(key)
  expect(header('content-type')).toBe('image/jpeg')
  expect(header('content-disposition')).toBe(`inline; filename*=UTF-8''${encodeURIComponent(name)}`)
  expect(header('cache-control')).toBe('public, max-age=31536000, immutable')
  expect(header('x-content-type-options')).toBe('nosniff')
  expect(header('content-security-policy')).toMatch(/^sandbox; default-src 'none'/)
  const { exif } = await sharp(Buffer.from(await answer.arrayBuffer())).metadata()
  expect(exif).toBeUndefined()
  const again = await city.as(anonymous).request(`/files/${id}/${encodeURIComponent(name)}`, {
    headers: { 'if-none-match': `"${digest}"` },
  })
  expect([again.status, await again.text()]).toEqual([304, ''])
})

test('what a browser cannot show harmlessly is saved, not opened', async () => {
  const { city, files } = await cityWith(text('a,b\n1,2', 'kerbs.csv'))
  const answer = await city.as(anonymous).get(`/files/${files[0]!.id}/kerbs.csv`)
  expect(answer.headers.get('content-disposition')).toBe("attachment; filename*=UTF-8''kerbs.csv")
})

test('the same bytes are kept once, and one file sent twice in a form is one file', async () => {
  const { files } = await cityWith(text('seen'), text('seen'), text('seen', 'other.txt'))
  expect(files.map((each) => each.name)).toEqual(['note.txt', 'other.txt'])
  expect(new Set(files.map((each) => each.digest)).size).toBe(1)
})

test('a file is found only by its own number and name', async () => {
  const { city, files } = await cityWith(text('seen'))
  const { id } = files[0]!
  for (const path of [
    `/files/${id}/other.txt`,
    `/files/${id + 1}/note.txt`,
    '/files/0/note.txt',
    '/files/x/note.txt',
  ])
    expect([path, (await city.as(anonymous).get(path)).status]).toEqual([path, 404])
  expect(city.bugs).toEqual([])
})

test('a refused file is named, with the field that it was sent in', async () => {
  const page = text('<script>alert(1)</script>', 'page.html')
  await expect(takeFiles([page])).rejects.toMatchObject({
    code: 'files.kind-not-allowed',
    field: 'files',
    facts: { name: 'page.html' },
  })
})

const large = (megabytes: number) => new File([new Uint8Array(megabytes * 2 ** 20)], 'large.txt')

for (const [what, sent, problem] of [
  ['nothing', undefined, undefined],
  ['the empty file of a browser in which nobody chose one', new File([], ''), undefined],
  ['five files', Array.from({ length: 5 }, () => text('one')), undefined],
  ['six files', Array.from({ length: 6 }, () => text('one')), 'files.too-many'],
  ['a file of five megabytes', large(5), undefined],
  ['a file of six megabytes', large(6), 'files.one-too-large'],
  ['three files of four megabytes', [large(4), large(4), large(4)], 'files.together-too-large'],
  ['words where a file belongs', 'words', undefined],
] as const) {
  test(`a form takes ${what}: ${problem ?? 'yes'}`, () => {
    const read = filesField.safeParse(sent)
    expect(read.error?.issues[0]?.message).toBe(problem)
  })
}
