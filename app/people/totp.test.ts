import { expect, test } from 'vitest'
import { digitsAt, newSecret, setupAddress, stepAt, stepOf } from './totp.ts'

// The vectors of RFC 6238, appendix B, for SHA-1, in the six digits that apps show.
const secret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ'

for (const [seconds, digits] of [
  [59, '287082'],
  [1111111109, '081804'],
  [1111111111, '050471'],
  [1234567890, '005924'],
  [2000000000, '279037'],
  [20000000000, '353130'],
] as const)
  test(`${seconds} seconds after 1970 the digits are ${digits}`, () => {
    const at = Temporal.Instant.fromEpochMilliseconds(seconds * 1000)
    expect(digitsAt(secret, stepAt(at))).toBe(digits)
    expect(stepOf(secret, digits, at, 0)).toBe(stepAt(at))
  })

const at = Temporal.Instant.from('2026-11-21T00:00:10Z')
const now = stepAt(at)

for (const [away, good] of [
  [-2, false],
  [-1, true],
  [0, true],
  [1, true],
  [2, false],
] as const)
  test(`digits of ${away} half minutes away are ${good ? 'taken' : 'refused'}`, () => {
    expect(stepOf(secret, digitsAt(secret, now + away), at, 0)).toBe(good ? now + away : undefined)
  })

test('digits are good once, and none before them afterwards', () => {
  expect(stepOf(secret, digitsAt(secret, now), at, now)).toBeUndefined()
  expect(stepOf(secret, digitsAt(secret, now - 1), at, now)).toBeUndefined()
  expect(stepOf(secret, digitsAt(secret, now + 1), at, now)).toBe(now + 1)
})

test('full-width digits and spaces are read, letters are not', () => {
  const wide = [...digitsAt(secret, now)].map((each) => String.fromCodePoint(0xff10 + Number(each))).join('')
  expect(stepOf(secret, wide, at, 0)).toBe(now)
  expect(stepOf(secret, 'abcdef', at, 0)).toBeUndefined()
})

test('a secret has 160 bits, and its address says whose it is', () => {
  expect(newSecret()).toMatch(/^[A-Z2-7]{32}$/)
  expect(setupAddress('ABC', '한빛시', '유나')).toBe(
    'otpauth://totp/%ED%95%9C%EB%B9%9B%EC%8B%9C%3A%EC%9C%A0%EB%82%98?secret=ABC&issuer=%ED%95%9C%EB%B9%9B%EC%8B%9C',
  )
})
