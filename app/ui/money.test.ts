import { expect, test } from 'vitest'
import { money } from './money.ts'

for (const [amount, said] of [
  [0, '0원'],
  [12_345, '12,345원'],
  [99_999, '99,999원'],
  [100_000, '10만 원'],
  [123_456, '12만 3,456원'],
  [2_340_000_000, '23억 4,000만 원'],
  [100_000_001, '1억 1원'],
  [7_000_000_000_000, '7조 원'],
  [-2_340_000_000, '-23억 4,000만 원'],
] as const) {
  test(`${amount} won are written ${said}`, () => {
    expect(money(amount, 'KRW', 'ko')).toBe(said)
  })
}

test('other readers and other currencies get their own way of writing', () => {
  expect(money(2_340_000_000, 'KRW', 'en')).toBe('₩2,340,000,000')
  expect(money(48_000, 'EUR', 'en')).toBe('€48,000')
  expect(money(48_000.5, 'EUR', 'en')).toBe('€48,000.50')
})
