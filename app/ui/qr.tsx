import encodeQR from 'qr'
import type { Examples } from './example.ts'

/** A picture that a telephone reads; black on white in every theme, for that is what cameras look for. */
export const QrCode = ({ text, label }: { text: string; label: string }) => {
  const modules = encodeQR(text, 'raw', { border: 4 })
  const size = modules.length
  const dark = modules.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])))
  return (
    <svg
      class="qr"
      viewBox={`0 0 ${size} ${size}`}
      role="img"
      aria-label={label}
      shape-rendering="crispEdges"
    >
      <path d={`M0 0h${size}v${size}H0z`} fill="#fff" />
      <path d={dark.join('')} fill="#000" />
    </svg>
  )
}

export const examples: Examples = {
  'qr code': (_, s) => (
    <QrCode text="https://city.example/ko/record" label={s('기록의 주소', 'Address of the record')} />
  ),
}
