import fc from 'fast-check'
import { expect, test } from 'vitest'
import { lengths, newCode, readCode, spell } from './code.ts'

const drawn = fc.uint8Array({ minLength: lengths.long - 1, maxLength: lengths.long - 1 })
const code = drawn.map((bytes) => newCode('long', () => bytes))

test('a code for paper has seventy random bits and one letter to check them', () => {
  expect((lengths.long - 1) * 5).toBe(70)
  expect(newCode('long')).toHaveLength(15)
  expect(newCode('long')).not.toBe(newCode('long'))
})

test('a code is read however somebody types it', () => {
  fc.assert(
    fc.property(code, (code) => {
      expect(readCode(spell(code), 'long')).toBe(code)
      expect(readCode(` ${spell(code).toLowerCase().replaceAll('-', ' ')} `, 'long')).toBe(code)
      expect(readCode(code.replaceAll('0', 'o').replaceAll('1', 'l'), 'long')).toBe(code)
    }),
  )
  expect(spell(newCode('short'))).toMatch(/^.{4}-.{4}$/)
  expect(spell(newCode('long'))).toMatch(/^.{5}-.{5}-.{5}$/)
})

test('one wrong letter and two exchanged ones are always noticed', () => {
  const places = fc.tuple(fc.nat(14), fc.nat(14), fc.constantFrom(...'0123456789ABCDEFGHJKMNPQRSTVWXYZ'))
  fc.assert(
    fc.property(code, places, (code, [a, b, letter]) => {
      const letters = [...code]
      fc.pre(letters[a] !== letter)
      expect(readCode(letters.with(a, letter).join(''), 'long')).toBeUndefined()
      fc.pre(letters[a] !== letters[b])
      expect(readCode(letters.with(a, letters[b]!).with(b, letters[a]!).join(''), 'long')).toBeUndefined()
    }),
  )
})

for (const typed of ['', 'hello', '가나다라마바사아', '7K3QM-2XW9A', '🦆🦆🦆🦆🦆🦆🦆🦆'])
  test(`“${typed}” is no code`, () => {
    expect(readCode(typed, 'long')).toBeUndefined()
    expect(readCode(typed, 'short')).toBeUndefined()
  })
