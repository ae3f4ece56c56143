import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import type { Instant } from '#kit/time.ts'

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
const seconds = 30

/** 160 bits in the base 32 of RFC 4648, as authenticator apps take them. */
export const newSecret = (): string => [...randomBytes(32)].map((each) => letters[each & 31]).join('')

/** The address that an authenticator app on the same device opens. */
export const setupAddress = (secret: string, city: string, person: string): string =>
  `otpauth://totp/${encodeURIComponent(`${city}:${person}`)}?secret=${secret}&issuer=${encodeURIComponent(city)}`

export const stepAt = (at: Instant): number => Math.floor(at.epochMilliseconds / 1000 / seconds)

/** The six digits of one step (RFC 6238, HMAC-SHA-1, which every app speaks). */
export function digitsAt(secret: string, step: number): string {
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(step))
  const mac = createHmac('sha1', decode(secret)).update(counter).digest()
  const at = mac[19]! & 15
  return String((mac.readUInt32BE(at) & 0x7fffffff) % 1_000_000).padStart(6, '0')
}

/** The step that the digits belong to: this one or a neighbour, and later than the one last used. */
export function stepOf(secret: string, digits: string, at: Instant, lastUsed: number): number | undefined {
  const typed = digits.normalize('NFKC').replace(/\s/g, '')
  if (!/^\d{6}$/.test(typed)) return undefined
  return [0, -1, 1]
    .map((away) => stepAt(at) + away)
    .find(
      (step) => step > lastUsed && timingSafeEqual(Buffer.from(digitsAt(secret, step)), Buffer.from(typed)),
    )
}

function decode(secret: string): Uint8Array {
  const bits = [...secret].map((each) => letters.indexOf(each).toString(2).padStart(5, '0')).join('')
  return Uint8Array.from(bits.match(/.{8}/g) ?? [], (each) => Number.parseInt(each, 2))
}
