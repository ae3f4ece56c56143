/** `23억 4,000만 원` · `₩2,340,000,000` · `€48,000` */
export function money(amount: number, currency: string, lang: string): string {
  return lang === 'ko' && currency === 'KRW'
    ? `${amount < 0 ? '-' : ''}${won(Math.abs(amount))}`
    : format(currency, lang).format(amount)
}

/** Koreans count by ten thousands; only below a hundred thousand are the figures themselves read more easily. */
function won(amount: number): string {
  if (amount < 100_000) return `${amount.toLocaleString('ko')}원`
  const said = units.map(([unit, size, next]) => [Math.floor((amount % next) / size), unit] as const)
  const parts = said.filter(([count]) => count > 0).map(([count, unit]) => count.toLocaleString('ko') + unit)
  return `${parts.join(' ')}${amount % 10_000 === 0 ? ' ' : ''}원`
}

const units = [
  ['조', 1e12, Number.POSITIVE_INFINITY],
  ['억', 1e8, 1e12],
  ['만', 1e4, 1e8],
  ['', 1, 1e4],
] as const

// Making a formatter costs a hundred times more than using it.
const made = new Map<string, Intl.NumberFormat>()

function format(currency: string, lang: string): Intl.NumberFormat {
  const key = `${currency} ${lang}`
  const known =
    made.get(key) ??
    new Intl.NumberFormat(lang === 'en' ? 'en-GB' : lang, {
      style: 'currency',
      currency,
      currencyDisplay: 'narrowSymbol',
      trailingZeroDisplay: 'stripIfInteger',
    })
  made.set(key, known)
  return known
}
