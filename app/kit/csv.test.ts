import fc from 'fast-check'
import { expect, test } from 'vitest'
import { csvStream, fromCsv, toCsv } from './csv.ts'

const columns = [
  { key: 'name', label: '이름' },
  { key: 'size', label: '크기' },
]

test('a file opens rightly in Korean Excel: byte order mark, CRLF, quotes where needed', () => {
  expect(toCsv([{ name: '동구, "광주"', size: 3 }], columns)).toBe(
    '\uFEFF이름,크기\r\n"동구, ""광주""",3\r\n',
  )
})

test('what looks like a formula is shown, not run', () => {
  for (const typed of ['=1+1', '+82', '-3', '@sum(a1)', '\tx', '＝1+1'])
    expect(toCsv([{ name: typed, size: null }], columns)).toContain(`'${typed}`)
})

test('numbers below zero stay numbers', () => {
  expect(toCsv([{ name: 'a', size: -3 }], columns)).toContain('a,-3')
})

test('a stream of rows is the same file', async () => {
  const rows = Array.from({ length: 3000 }, (_, size) => ({ name: `기관 ${size}`, size }))
  const streamed = await new Response(
    csvStream(
      (async function* () {
        yield* rows
      })(),
      columns,
    ),
  ).text()
  // Reading a response as text takes the byte order mark away.
  expect(`\uFEFF${streamed}`).toBe(toCsv(rows, columns))
})

test('a stream that nobody reads on stops asking for rows', async () => {
  let asked = 0
  const endless = (async function* () {
    while (true) yield { name: 'a', size: asked++ }
  })()
  const reader = csvStream(endless, columns).getReader()
  await reader.read()
  await reader.cancel()
  const then = asked
  await new Promise((resolve) => setTimeout(resolve, 5))
  expect(asked).toBe(then)
  expect(then).toBeLessThan(2000)
})

const utf8 = (text: string) => new TextEncoder().encode(text)
const utf16 = (text: string) => {
  const bytes = new Uint8Array(2 + text.length * 2).fill(0xff, 0, 1).fill(0xfe, 1, 2)
  for (let at = 0; at < text.length; at++)
    new DataView(bytes.buffer).setUint16(2 + at * 2, text.charCodeAt(at), true)
  return bytes
}
// 이름,구 / 하림,동구, as Korean Excel saves it.
const cp949 = Uint8Array.from([
  0xc0, 0xcc, 0xb8, 0xa7, 0x2c, 0xb1, 0xb8, 0x0d, 0x0a, 0xc7, 0xcf, 0xb8, 0xb2, 0x2c, 0xb5, 0xbf, 0xb1, 0xb8,
])
const harim = [{ line: 2, cells: { 이름: '하림', 구: '동구' } }]

for (const [how, bytes] of [
  ['UTF-8', utf8('이름,구\n하림,동구')],
  ['UTF-8 with a byte order mark', utf8('\uFEFF이름,구\r\n하림,동구\r\n')],
  ['CP949', cp949],
  ['UTF-16 with tabs', utf16('이름\t구\r\n하림\t동구')],
  ['semicolons', utf8('이름;구\n"하림";동구')],
  ['empty lines at the end', utf8('이름,구\n하림,동구\n,\n\n')],
  ['spaces around', utf8(' 이름 , 구\n 하림,동구 ')],
] as const) {
  test(`a table is read: ${how}`, () => expect(fromCsv(bytes, ['이름'])).toEqual(harim))
}

for (const [what, text, code, facts] of [
  ['no heading', '', 'csv.empty', {}],
  ['a missing column', 'a,b\n1,2', 'csv.column-missing', { column: '이름' }],
  ['a column twice', '이름,a,a\n1,2,3', 'csv.column-twice', { column: 'a' }],
  ['a cell too many', '이름,a\nx,1\ny,2,3', 'csv.cells', { line: 3, found: 3, expected: 2 }],
  ['a cell too few', '이름,a\n"x\ny",1\nz', 'csv.cells', { line: 4, found: 1, expected: 2 }],
  ['an empty cell that is needed', '이름,a\nx,1\n ,2', 'csv.cell-empty', { line: 3, column: '이름' }],
  ['a quote that is not closed', '이름,a\nx,"1', 'csv.quote', { line: 2 }],
  ['a quote within a cell', '이름,a\nx,1\ny,a"b', 'csv.quote', { line: 3 }],
] as const) {
  test(`a table with ${what} is refused by line and column`, () => {
    expect(() => fromCsv(utf8(text), ['이름'])).toThrow(expect.objectContaining({ code, facts }))
  })
}

test('bytes that are text in no encoding are refused', () => {
  expect(() => fromCsv(Uint8Array.from([0x61, 0xff, 0xff, 0x00]))).toThrow(
    expect.objectContaining({ code: 'csv.encoding' }),
  )
})

test('what is written is read back', () => {
  const cell = fc.string().map((typed) => `x${typed.replaceAll('\r', '')}x`)
  fc.assert(
    fc.property(fc.array(fc.record({ name: cell, size: cell }), { minLength: 1 }), (rows) => {
      const read = fromCsv(utf8(toCsv(rows, columns)))
      expect(read.map(({ cells }) => cells)).toEqual(
        rows.map(({ name, size }) => ({ 이름: name, 크기: size })),
      )
    }),
  )
})
