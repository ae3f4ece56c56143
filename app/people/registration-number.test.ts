import fc from 'fast-check'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { holdsRegistrationNumber, noRegistrationNumber } from './registration-number.ts'

// Made up: the check digits are right, the people are not.
for (const text of [
  '900101-1234568',
  '9001011234568',
  '제 번호는 850315-2345678입니다',
  '９００１０１－１２３４５６８',
  '900101 1234568',
  '900101 – 1234568',
  '900101·1234568',
  'ARC 880712-5123456',
  '211105-3000000',
  '2111053000000',
])
  test(`“${text}” is refused`, () => expect(holdsRegistrationNumber(text)).toBe(true))

for (const text of [
  'I was born on 900101.',
  '901301-1234567',
  '900132-1234567',
  '110111-0012345',
  '9001011234567',
  '1763712345678',
  '978-89-936321-1-4',
  '8801234567890',
  '8001014123456',
  '062-613-2114',
  '010-1234-5678',
  '2026-11-21 14:05',
  '900101-12345678',
])
  test(`“${text}” is let through`, () => expect(holdsRegistrationNumber(text)).toBe(false))

test('a form refuses it with a code that has its sentence, and does not repeat the number', () => {
  const read = z.string().check(noRegistrationNumber).safeParse('my number is 900101-1234568')
  expect(read.error?.issues).toMatchObject([{ code: 'custom', message: 'people.registration-number' }])
  expect(JSON.stringify(read.error)).not.toContain('1234568')
})

test('no text makes it throw', () => {
  fc.assert(fc.property(fc.string(), (text) => typeof holdsRegistrationNumber(text) === 'boolean'))
})
