import { expect, test, vi } from 'vitest'
import type { Reads } from './db.ts'
import { reckoned } from './reckoned.ts'

const at = Temporal.Instant.from('2026-11-21T00:00:00Z')
const database = () => ({}) as Reads

function counting() {
  const counted = { all: 0 }
  return {
    counted,
    ask: reckoned(
      async () => counted.all,
      (all) => all >= 1000,
    ),
  }
}

test('figures over little are reckoned for every reader', async () => {
  const { ask, counted } = counting()
  const reads = database()
  expect(await ask(reads, at)).toBe(0)
  counted.all = 1
  expect(await ask(reads, at)).toBe(1)
})

test('figures over much are kept for seconds, then shown while they are reckoned, and never older than a minute', async () => {
  vi.useFakeTimers({ toFake: ['performance'] })
  const { ask, counted } = counting()
  const reads = database()
  counted.all = 1000
  await ask(reads, at)
  counted.all = 1001
  vi.advanceTimersByTime(4_000)
  expect(await ask(reads, at)).toBe(1000)
  vi.advanceTimersByTime(2_000)
  expect(await ask(reads, at)).toBe(1000)
  expect(await ask(reads, at)).toBe(1001)
  counted.all = 1002
  vi.advanceTimersByTime(61_000)
  expect(await ask(reads, at)).toBe(1002)
  expect(await ask(database(), at)).toBe(1002)
  vi.useRealTimers()
})
