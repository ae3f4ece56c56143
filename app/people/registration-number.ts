import type { z } from 'zod'

const pattern = /(?<!\d)(\d{2})(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(\s?[-–—.·~]\s?|\s)?([1-8])(\d{6})(?!\d)/gu
const weights = [2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5]

/**
 * Whether a text holds a resident or alien registration number.
 *
 * The law forbids keeping one without a statute that asks for it (Personal Information Protection Act, art. 24-2).
 * Numbers given since October 2020 have no check digit, so a birth date, a hyphen and seven digits are enough;
 * thirteen digits in one run may be something else, and must fit the check digit or be of a child born since.
 */
export function holdsRegistrationNumber(text: string): boolean {
  for (const [whole, year, , , separator, century] of text.normalize('NFKC').matchAll(pattern))
    if (separator || fits(whole, century!, Number(year))) return true
  return false
}

function fits(number: string, century: string, year: number): boolean {
  if ('1256'.includes(century)) return fitsCheckDigit(number, century)
  return year < 50 && (year >= 20 || fitsCheckDigit(number, century))
}

function fitsCheckDigit(number: string, century: string): boolean {
  const digits = [...number].map(Number)
  const sum = weights.reduce((all, weight, place) => all + weight * digits[place]!, 0)
  return digits[12] === ((Number(century) < 5 ? 11 : 13) - (sum % 11)) % 10
}

/** For every field that takes free text: `z.string().max(2000).check(noRegistrationNumber)`. */
export const noRegistrationNumber = (payload: z.core.ParsePayload<string>): void => {
  if (holdsRegistrationNumber(payload.value))
    payload.issues.push({ code: 'custom', message: 'people.registration-number', input: '' })
}
