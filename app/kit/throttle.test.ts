import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Limit, slide, type Window } from './throttle.ts'
import type { Instant } from './time.ts'

const start = Temporal.Instant.from('2026-11-21T00:00:00Z')
const limit: Limit = { most: 3, minutes: 10 }

/** Tries at each of these minutes; says which were let through. */
function tries(limit: Limit, minutes: readonly number[]): boolean[] {
  let window: Window | undefined
  return minutes.map((each) => {
    const next = slide(window, limit, start.add({ seconds: Math.round(each * 60) }))
    if ('minutes' in next) return false
    window = next
    return true
  })
}

test('three are let through and the fourth is not', () => {
  expect(tries(limit, [0, 1, 2, 3])).toEqual([true, true, true, false])
})

test('what was refused does not count, so nobody is kept out by trying', () => {
  expect(tries(limit, [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 21])).toEqual([
    true,
    true,
    true,
    ...Array(7).fill(false),
    true,
  ])
})

test('the window slides: uses just before its end still weigh just after it', () => {
  expect(tries(limit, [0, 9, 9.5, 10.1, 14])).toEqual([true, true, true, false, true])
})

test('two whole windows later everything is forgotten', () => {
  expect(tries(limit, [0, 0, 0, 20, 20, 20])).toEqual(Array(6).fill(true))
})

test('who waits as long as they were told is let through, and not long after they could have been', () => {
  const limits = fc.record({
    most: fc.integer({ min: 1, max: 30 }),
    minutes: fc.integer({ min: 1, max: 120 }),
  })
  fc.assert(
    fc.property(limits, fc.array(fc.integer({ min: 0, max: 3600 }), { maxLength: 80 }), (limit, pauses) => {
      let window: Window | undefined
      let at: Instant = start
      for (const seconds of pauses) {
        at = at.add({ seconds })
        const next = slide(window, limit, at)
        if ('minutes' in next) {
          expect(next.minutes).toBeGreaterThan(0)
          expect(next.minutes).toBeLessThanOrEqual(2 * limit.minutes)
          expect(slide(window, limit, at.add({ minutes: next.minutes }))).toHaveProperty('count')
        } else window = next
      }
    }),
  )
})
