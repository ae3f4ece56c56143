import { randomUUID } from 'node:crypto'
import decodeQR from 'qr/decode.js'
import { expect, test } from 'vitest'
import { QrCode } from './qr.tsx'

/** What a camera sees of it: four points of light for each module. */
function photographed(svg: string) {
  const size = Number(/viewBox="0 0 (\d+) /.exec(svg)![1])
  const scale = 4
  const width = size * scale
  const data = new Uint8Array(width * width * 3).fill(255)
  for (const [, x, y] of svg.matchAll(/M(\d+) (\d+)h1v1h-1z/g))
    for (let row = 0; row < scale; row++)
      for (let column = 0; column < scale; column++) {
        const at = ((Number(y) * scale + row) * width + Number(x) * scale + column) * 3
        data.fill(0, at, at + 3)
      }
  return { width, height: width, data }
}

for (const text of [
  'https://city.example/ko/record/receipts/417/7K3QM-2XW9A-PD40T',
  'otpauth://totp/%ED%95%9C%EB%B9%9B%EC%8B%9C%3A%EC%9C%A0%EB%82%98?secret=ABCDEFGHIJKLMNOPQRSTUVWXYZ234567&issuer=%ED%95%9C',
  randomUUID().repeat(8),
])
  test(`a telephone reads what the picture says: ${text.slice(0, 40)}`, () => {
    const svg = String(<QrCode text={text} label="To read" />)
    expect(decodeQR(photographed(svg))).toBe(text)
    expect(svg).toContain('aria-label="To read"')
  })
