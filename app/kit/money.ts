import { Refusal } from './refusal.ts'
import type { Lang } from './words.ts'

/** An amount is a whole number of the smallest unit of its currency: won, or cents. */
export type Amount = bigint | number

/** `23억 4,000만 원` · `KRW 2.34 billion` · `€1,234.50`: always exact, never rounded. */
export function money(amount: Amount, currency: string, lang: Lang): string {
  const whole = BigInt(amount)
  if (currency === 'KRW' && lang === 'ko') return signed(whole, inMyriads)
  if (currency === 'KRW' && lang === 'en') return signed(whole, inThousands)
  const digits = digitsOf(currency)
  return new Intl.NumberFormat(lang, { style: 'currency', currency }).format(
    decimal(whole, digits) as `${number}`,
  )
}

/** The amount that a clerk typed: `350,000,000`, `3.5억`, `3억 5천만 원`, `350백만원`, `€1.234,50`. */
export function parseMoney(typed: string, currency: string): bigint {
  const sign = /^\s*[-−△▲]/u.test(typed) ? -1n : 1n
  const bare = typed
    .normalize('NFKC')
    .replace(/^\s*[-−△▲]/u, '')
    .replace(new RegExp(`${currency}|원정?|\\p{Sc}|\\s`, 'giu'), '')
    .toLowerCase()
  const digits = digitsOf(currency)
  const said = /[천백십만억조경a-z]/u.test(bare) ? inUnits(bare, digits) : inDigits(bare, digits)
  if (said === undefined) throw new Refusal('money.unreadable', { typed })
  if (said === 'too fine') throw new Refusal('money.too-fine', { typed })
  return sign * said
}

const signed = (whole: bigint, say: (positive: bigint) => string): string =>
  whole < 0n ? `-${say(-whole)}` : say(whole)

const grouped = new Intl.NumberFormat('en')

const myriads = [
  ['조', 10n ** 12n],
  ['억', 10n ** 8n],
  ['만', 10n ** 4n],
] as const

function inMyriads(whole: bigint): string {
  let rest = whole
  const parts: string[] = []
  for (const [name, size] of myriads) {
    if (rest >= size) parts.push(`${grouped.format(rest / size)}${name}`)
    rest %= size
  }
  if (parts.length === 0 || rest > 0n) return [...parts, `${grouped.format(rest)}원`].join(' ')
  return `${parts.join(' ')} 원`
}

const thousands = [
  ['trillion', 12],
  ['billion', 9],
  ['million', 6],
] as const

/** In the largest unit that says it exactly in three decimals; in digits where none does. */
function inThousands(whole: bigint): string {
  const unit = thousands.find(([, zeros]) => whole >= 10n ** BigInt(zeros))
  if (!unit || whole % 10n ** BigInt(unit[1] - 3) !== 0n) return `KRW ${grouped.format(whole)}`
  const short = decimal(whole / 10n ** BigInt(unit[1] - 3), 3).replace(/\.?0+$/, '')
  return `KRW ${grouped.format(short as `${number}`)} ${unit[0]}`
}

const decimal = (whole: bigint, digits: number): string => {
  if (digits === 0) return String(whole)
  const figures = String(whole < 0n ? -whole : whole).padStart(digits + 1, '0')
  return `${whole < 0n ? '-' : ''}${figures.slice(0, -digits)}.${figures.slice(-digits)}`
}

const digitsOf = (currency: string): number =>
  new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 0

type Read = bigint | 'too fine' | undefined

/** A number with a point or comma for decimals and the other, an apostrophe or nothing between thousands. */
function inDigits(bare: string, digits: number): Read {
  const decimals = digits > 0 ? new RegExp(`[.,](\\d{1,${digits}})$`).exec(bare) : null
  const whole = decimals ? bare.slice(0, decimals.index) : bare
  if (!decimals && digits === 0 && /^[\d,]+\.\d+$/.test(bare)) return 'too fine'
  const separators = new Set(whole.replace(/\d/g, ''))
  if (decimals && separators.has(decimals[0][0]!)) return undefined
  if (separators.size > 1 || !/^\d+$|^\d{1,3}([.,'’]\d{3})+$/.test(whole)) return undefined
  if (digits === 0 && separators.has('.')) return undefined
  return (
    BigInt(whole.replace(/\D/g, '')) * 10n ** BigInt(digits) +
    BigInt((decimals?.[1] ?? '').padEnd(digits, '0'))
  )
}

const large: Record<string, bigint> = {
  경: 10n ** 16n,
  조: 10n ** 12n,
  억: 10n ** 8n,
  만: 10n ** 4n,
  trillion: 10n ** 12n,
  billion: 10n ** 9n,
  million: 10n ** 6n,
  thousand: 10n ** 3n,
}
const small: Record<string, bigint> = { 천: 1000n, 백: 100n, 십: 10n }
const term = /(\d[\d,]*(?:\.\d+)?)?(천|백|십|경|조|억|만|trillion|billion|million|thousand)?/uy

/** Numbers with units, the large ones each smaller than the one before: `3억 5천만`, `2.34 billion`. */
function inUnits(bare: string, digits: number): Read {
  const point = 10n ** 16n
  let total = 0n
  let upToUnit = 0n
  let last = 10n ** 20n
  term.lastIndex = 0
  while (term.lastIndex < bare.length) {
    const [found, number, unit = ''] = term.exec(bare) ?? ['']
    if (!found) return undefined
    const times = number === undefined ? undefined : scaled(number, point)
    if (number !== undefined && times === undefined) return undefined
    if (small[unit]) upToUnit += (times ?? point) * small[unit]
    else upToUnit += times ?? 0n
    const size = large[unit]
    if (size === undefined) continue
    if (size >= last || upToUnit === 0n) return undefined
    total += upToUnit * size
    upToUnit = 0n
    last = size
  }
  const sum = (total + upToUnit) * 10n ** BigInt(digits)
  return sum % point === 0n ? sum / point : 'too fine'
}

/** A number of at most sixteen decimals, as a whole number of its sixteenth. */
function scaled(number: string, point: bigint): bigint | undefined {
  const [whole = '', fraction = ''] = number.split('.')
  if (fraction.length > 16 || !/^\d+$|^\d{1,3}(,\d{3})+$/.test(whole)) return undefined
  return BigInt(whole.replaceAll(',', '')) * point + BigInt(fraction.padEnd(16, '0'))
}
