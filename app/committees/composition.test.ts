import fc from 'fast-check'
import { expect, test } from 'vitest'
import { atLeast, atMost } from '#kit/share.ts'
import {
  connected,
  countsOf,
  genderKept,
  groupsOf,
  isTimeToCount,
  least,
  type Sex,
  suppressed,
  toldOf,
  youthKept,
} from './composition.ts'

const counts = (women: number, men: number, unsaid = 0, young = 0) => ({
  ...countsOf([]),
  members: women + men + unsaid,
  women,
  men,
  sexUnsaid: unsaid,
  young,
  notYoung: women + men + unsaid - young,
})

for (const [women, men, unsaid, room, state] of [
  [6, 4, 0, 0, 'kept'],
  [7, 3, 0, 0, 'breached'],
  [4, 6, 0, 0, 'kept'],
  [3, 7, 0, 0, 'breached'],
  [7, 3, 0, 1, 'breached'],
  [7, 3, 0, 2, 'open'],
  [6, 3, 1, 0, 'open'],
  [5, 4, 1, 0, 'kept'],
  [1, 0, 0, 9, 'open'],
  [0, 0, 0, 10, 'kept'],
] as const) {
  test(`${women} women, ${men} men, ${unsaid} who did not say and ${room} empty seats: at most 6 of 10 is ${state}`, () => {
    expect(genderKept(counts(women, men, unsaid), room, '6/10')).toBe(state)
    expect(genderKept(counts(women, men, unsaid), room, 0.6)).toBe(state)
  })
}

for (const [young, members, room, state] of [
  [2, 10, 0, 'kept'],
  [1, 10, 0, 'breached'],
  [1, 9, 1, 'open'],
  [0, 9, 1, 'breached'],
  [3, 11, 0, 'kept'],
  [2, 11, 0, 'breached'],
] as const) {
  test(`${young} young of ${members} with ${room} empty seats: at least 2 of 10 is ${state}`, () => {
    expect(youthKept(counts(members, 0, 0, young), room, '2/10')).toBe(state)
  })
}

test('a young person who may be among those who did not say leaves the rule open', () => {
  expect(youthKept({ ...counts(10, 0, 0, 1), notYoung: 8, youthUnsaid: 1 }, 0, '2/10')).toBe('open')
})

test('shares are exact where binary fractions are not', () => {
  expect(atMost(0.6, 5)).toBe(3)
  expect(atMost('2/3', 9)).toBe(6)
  expect(atLeast({ value: 0.2, above: false }, 15)).toBe(3)
  expect(atLeast({ value: '1/2', above: true }, 10)).toBe(6)
  expect(atLeast({ value: '1/2', above: true }, 11)).toBe(6)
  expect(atLeast({ value: '1/3', above: false }, 10)).toBe(4)
})

for (const [cells, shown] of [
  [
    { woman: 6, man: 4, unsaid: 0 },
    { woman: 6, man: 4, unsaid: 0 },
  ],
  [
    { woman: 6, man: 4, unsaid: 1 },
    { woman: 6, man: null, unsaid: null },
  ],
  [{ woman: 6, man: 2, unsaid: 1 }, null],
  [{ woman: 9, man: 1, unsaid: 0 }, null],
] as const) {
  test(`of ${JSON.stringify(cells)} ${shown ? JSON.stringify(shown) : 'nothing'} is shown`, () => {
    expect(suppressed(cells)).toEqual(shown)
  })
}

test('nobody is counted apart in a group that is too small', () => {
  const set = (...people: number[]) => new Set(people)
  expect(isTimeToCount([], set(1, 2))).toBe(false)
  expect(isTimeToCount([], set(1, 2, 3))).toBe(true)
  expect(isTimeToCount([set(1, 2, 3)], set(1, 2, 3))).toBe(false)
  expect(isTimeToCount([set(1, 2, 3)], set(1, 2, 3, 4))).toBe(false)
  expect(isTimeToCount([set(1, 2, 3)], set(1, 2, 3, 4, 5, 6))).toBe(true)
  expect(isTimeToCount([set(1, 2, 3, 4, 5, 6)], set(1, 2, 3, 4, 5))).toBe(false)
})

test('people who were always counted together and said the same keep every count hidden', () => {
  const cell = (person: number) => (person <= 3 || person % 2 ? 'woman' : 'man')
  const all = new Set([1, 2, 3, 4, 5, 6, 7, 8, 9])
  const told = (...counts: Set<number>[]) => toldOf(counts, ['woman', 'man'], cell, true).shown
  expect(told(all)).toEqual({ woman: 6, man: 3 })
  expect(told(new Set([1, 2, 3]), all)).toBe(null)
  expect(told(all, new Set([4, 5, 6, 7, 8, 9]))).toBe(null)
  expect(told(all, new Set([1, 2, 3, 5, 7, 9]))).toBe(null)
})

test('counts that share nobody with the people of now, over no number of steps, are left out', () => {
  const rows = [
    [1, 2],
    [2, 3],
    [7, 8],
    [3, 4],
  ].map((counted) => ({ counted }))
  expect(connected(rows, [4, 5]).map((each) => each.counted)).toEqual([
    [1, 2],
    [2, 3],
    [3, 4],
  ])
  expect(connected(rows, [9])).toEqual([])
})

/** Everything the public would see of counts as people come and go. */
function published(steps: readonly ReadonlySet<number>[], cellOf: (person: number) => string) {
  const counted: ReadonlySet<number>[] = []
  let leftMixed = true
  const shown = steps.map((now) => {
    if (!isTimeToCount(counted, now)) return 'not counted'
    counted.push(now)
    const told = toldOf(counted, ['woman', 'man', 'unsaid'], cellOf, leftMixed)
    leftMixed = told.leftMixed
    return told.shown
  })
  return { counted, shown }
}

const people = Array.from({ length: 24 }, (_, at) => at)
const blocks = [0, 1, 2, 3].map((block) => people.slice(block * 6, block * 6 + 6))
const someSteps = fc.array(
  fc
    .record({ whole: fc.subarray(blocks), others: fc.subarray(people, { maxLength: 4 }) })
    .map(({ whole, others }) => new Set([...whole.flat(), ...others])),
  { minLength: 1, maxLength: 5 },
)
const someAnswers = fc.array(fc.constantFrom<Sex | 'unsaid'>('woman', 'man', 'unsaid'), {
  minLength: people.length,
  maxLength: people.length,
})

test('whoever is in a count that is shown could change places with somebody, and nobody would see it', () => {
  let checked = 0
  fc.assert(
    fc.property(someSteps, someAnswers, (steps, said) => {
      const { counted, shown } = published(steps, (each) => said[each]!)
      const last = shown.findLast((each) => each !== 'not counted')
      if (!last) return
      checked += counted.length > 1 ? 1 : 0
      for (const group of groupsOf(counted)) {
        expect(group.length).toBeGreaterThanOrEqual(least)
        for (const one of group) {
          const other = group.find((each) => said[each] !== said[one])!
          const swapped = said.with(one, said[other]!).with(other, said[one]!)
          expect(published(steps, (each) => swapped[each]!).shown).toEqual(shown)
        }
      }
    }),
    { numRuns: 400 },
  )
  expect(checked).toBeGreaterThan(20)
})
