import fc from 'fast-check'
import { expect, test } from 'vitest'
import { money, parseMoney } from './money.ts'

const plainly = (said: string) => said.replaceAll(/\s/g, ' ')

for (const [amount, ko, en] of [
  [0, '0원', 'KRW 0'],
  [5000, '5,000원', 'KRW 5,000'],
  [9999, '9,999원', 'KRW 9,999'],
  [10_000, '1만 원', 'KRW 10,000'],
  [15_000, '1만 5,000원', 'KRW 15,000'],
  [999_999, '99만 9,999원', 'KRW 999,999'],
  [1_000_000, '100만 원', 'KRW 1 million'],
  [2_340_000_000, '23억 4,000만 원', 'KRW 2.34 billion'],
  [2_340_005_000, '23억 4,000만 5,000원', 'KRW 2,340,005,000'],
  [1_205_400_000_000, '1조 2,054억 원', 'KRW 1,205,400,000,000'],
  [1_205_000_000_000, '1조 2,050억 원', 'KRW 1.205 trillion'],
  [12_345_000_000_000_000n, '12,345조 원', 'KRW 12,345 trillion'],
  [-350_000_000, '-3억 5,000만 원', '-KRW 350 million'],
] as const) {
  test(`${amount} won are ${ko} and ${en}`, () => {
    expect(money(amount, 'KRW', 'ko')).toBe(ko)
    expect(money(amount, 'KRW', 'en')).toBe(en)
  })
}

test('other currencies and languages are written as people there write them', () => {
  expect(plainly(money(123_450, 'EUR', 'pt'))).toBe('€ 1.234,50')
  expect(plainly(money(-123_450_000, 'SEK', 'sv'))).toBe('−1 234 500,00 kr')
  expect(plainly(money(5, 'EUR', 'en'))).toBe('€0.05')
  expect(plainly(money(2_340_000_000, 'KRW', 'sv'))).toBe('2 340 000 000 KRW')
})

for (const [typed, amount] of [
  ['350,000,000', 350_000_000n],
  ['350000000원', 350_000_000n],
  [' ₩ 350,000,000 ', 350_000_000n],
  ['３５０，０００，０００', 350_000_000n],
  ['3억5천만', 350_000_000n],
  ['3억 5천만 원', 350_000_000n],
  ['3.5억', 350_000_000n],
  ['3억 5,000만원정', 350_000_000n],
  ['350백만원', 350_000_000n],
  ['350,000천원', 350_000_000n],
  ['1만5천', 15_000n],
  ['1천2백만', 12_000_000n],
  ['천만', 10_000_000n],
  ['1조 2,054억 원', 1_205_400_000_000n],
  ['KRW 2.34 billion', 2_340_000_000n],
  ['-3억', -300_000_000n],
  ['△3,000', -3000n],
  ['0', 0n],
] as const) {
  test(`“${typed}” are ${amount} won`, () => expect(parseMoney(typed, 'KRW')).toBe(amount))
}

for (const [typed, cents] of [
  ['1234.5', 123_450n],
  ['€1,234.50', 123_450n],
  ['1.234,50 EUR', 123_450n],
  ["1'234.50", 123_450n],
  ['1 234,50', 123_450n],
  ['1.234', 123_400n],
  ['12,3', 1230n],
  ['1.5 million', 150_000_000n],
] as const) {
  test(`“${typed}” are ${cents} cents`, () => expect(parseMoney(typed, 'EUR')).toBe(cents))
}

for (const typed of [
  '',
  '-',
  '원',
  '만',
  '억만',
  '삼억',
  '3만5억',
  '3억3억',
  '1,23',
  '12,34,567',
  '1.234.5',
  '3.500.000',
  '1-2',
  '5달러',
]) {
  test(`“${typed}” is refused`, () => {
    expect(() => parseMoney(typed, 'KRW')).toThrow(
      expect.objectContaining({ code: 'money.unreadable', facts: { typed } }),
    )
  })
}

for (const [typed, currency] of [
  ['3.5', 'KRW'],
  ['3.000050005만', 'KRW'],
  ['0.000000001 million', 'EUR'],
] as const) {
  test(`“${typed}” in ${currency} is finer than the currency`, () => {
    expect(() => parseMoney(typed, currency)).toThrow(expect.objectContaining({ code: 'money.too-fine' }))
  })
}

test('what is written is read back as the same amount', () => {
  fc.assert(
    fc.property(
      fc.bigInt({ min: -(10n ** 18n), max: 10n ** 18n }),
      fc.integer({ min: 0, max: 12 }),
      (some, zeros) => {
        const amount = (some / 10n ** BigInt(zeros)) * 10n ** BigInt(zeros)
        for (const lang of ['ko', 'en']) expect(parseMoney(money(amount, 'KRW', lang), 'KRW')).toBe(amount)
        for (const lang of ['de', 'en']) expect(parseMoney(money(amount, 'EUR', lang), 'EUR')).toBe(amount)
      },
    ),
  )
})
