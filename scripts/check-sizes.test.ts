import { expect, test } from 'vitest'
import { checkSizes, functionsIn, summary } from './check-sizes.ts'

const long = (lines: number) => `export function tell() {\n${'  say()\n'.repeat(lines)}}\n`

test('functions are measured by their bodies, one within another too', () => {
  const text =
    'const one = <T,>(x: T) => <b>{x}</b>\n\nfunction outer() {\n  const inner = () => {\n    return 1\n  }\n}\n'
  expect(functionsIn({ file: 'app/ui/a.tsx', text })).toEqual([
    { at: 'app/ui/a.tsx:1', lines: 1 },
    { at: 'app/ui/a.tsx:3', lines: 3 },
    { at: 'app/ui/a.tsx:4', lines: 1 },
  ])
})

test('a function of 60 lines passes, one of 61 does not', () => {
  expect(checkSizes([{ file: 'app/a.ts', text: long(60) }])).toEqual([])
  expect(checkSizes([{ file: 'app/a.ts', text: long(61) }])).toEqual([
    'app/a.ts:1: 61 lines, the limit is 60',
  ])
})

test('a file of 301 lines does not pass', () => {
  expect(checkSizes([{ file: 'app/a.ts', text: 'say()\n'.repeat(301) }])).toEqual([
    'app/a.ts: 301 lines, the limit is 300',
  ])
})

test('the summary names median, ninth tenth and longest', () => {
  expect(summary([5, 1, 3, 9].map((lines) => ({ at: '', lines })))).toBe(
    '4, median 5, p90 9, longest 9 lines',
  )
})
