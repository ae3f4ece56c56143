import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sha256 as native } from '../src/sha256.node.ts'
import { sha256 as portable } from '../src/sha256.ts'

test('what browsers hash with and what Node hashes with agree at every length around a block', () => {
  for (let length = 0; length < 300; length++) {
    const bytes = Uint8Array.from({ length }, (_, i) => (i * 7 + length) % 256)
    expect(portable(bytes), `${length} bytes`).toEqual(native(bytes))
  }
})

test('they agree on any bytes', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 5000 }), (bytes) => {
      expect(portable(bytes)).toEqual(native(bytes))
    }),
  )
})
