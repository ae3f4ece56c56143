import { expect, test } from 'vitest'
import { csvStream, toCsv } from './csv.ts'

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
  for (const typed of ['=1+1', '+82', '-3', '@sum(a1)', '\tx'])
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
