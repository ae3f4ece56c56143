import { expect, test } from 'vitest'
import { checkOpen, stateOf } from './garden.ts'

const at = (time: string) => Temporal.Instant.from(`2026-11-21T${time}+09:00`)

for (const [closedAt, state] of [
  [null, 'open'],
  [at('09:00:01'), 'open'],
  [at('09:00:00'), 'closed'],
] as const) {
  test(`at nine, closed ${closedAt ?? 'never'}: ${state}`, () => {
    expect(stateOf({ closedAt }, at('09:00:00'))).toBe(state)
  })
}

test('what is closed cannot be closed again', () => {
  expect(() => checkOpen({ closedAt: null }, at('09:00:00'))).not.toThrow()
  expect(() => checkOpen({ closedAt: at('08:00:00') }, at('09:00:00'))).toThrow('gardens.already-closed')
})
