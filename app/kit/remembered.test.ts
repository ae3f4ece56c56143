import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Reads } from './db.ts'
import { filesWereLoaded, remembered, shareMemory } from './remembered.ts'

beforeEach(() => void vi.useFakeTimers({ toFake: ['performance'] }))
afterEach(() => void vi.useRealTimers())

const handle = () => ({}) as Reads

function counting() {
  let count = 0
  return remembered(async () => ++count)
}

test('what only the city’s files can change is read once for each handle', async () => {
  const read = counting()
  const [mine, others] = [handle(), handle()]
  expect([await read(mine), await read(mine), await read(others)]).toEqual([1, 1, 2])
})

test('it is read again once this process has loaded files, and after a while because another may have', async () => {
  const read = counting()
  const reads = handle()
  await read(reads)
  filesWereLoaded()
  expect(await read(reads)).toBe(2)
  vi.advanceTimersByTime(9_000)
  expect(await read(reads)).toBe(2)
  vi.advanceTimersByTime(2_000)
  expect(await read(reads)).toBe(3)
})

test('a reading that began before files were loaded is not kept', async () => {
  let finish = () => {}
  let count = 0
  const read = remembered(async () => {
    const own = ++count
    if (own === 1) await new Promise<void>((resolve) => (finish = resolve))
    return own
  })
  const reads = handle()
  const before = read(reads)
  filesWereLoaded()
  finish()
  expect([await before, await read(reads)]).toEqual([1, 2])
})

test('a reading that failed is tried again', async () => {
  let count = 0
  const read = remembered(async () => {
    if (++count === 1) throw new Error('the database is away')
    return count
  })
  const reads = handle()
  await expect(read(reads)).rejects.toThrow('away')
  expect(await read(reads)).toBe(2)
})

test('transactions that share a memory read once between them, until files are loaded', async () => {
  const read = counting()
  const [city, one, another] = [handle(), handle(), handle()]
  for (const tx of [one, another]) shareMemory(tx, city)
  expect([await read(one), await read(another), await read(city)]).toEqual([1, 1, 1])
  filesWereLoaded()
  expect(await read(another)).toBe(2)
})
