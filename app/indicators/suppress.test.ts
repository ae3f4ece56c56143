import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Cell, hide, isSmall, linesOf, reckonable } from './suppress.ts'

const of = (people: number | null, where: Record<string, string> = {}): Cell => ({ of: where, people })

test('what stands for too few is hidden, and one more, so that the total does not tell', () => {
  const cells = [of(100), of(3, { sex: 'other' }), of(45, { sex: 'women' }), of(52, { sex: 'men' })]
  expect(hide(cells, 5)).toEqual([null, 'small', 'complement', null])
})

test('two small ones that together stand for enough need no third', () => {
  const cells = [of(20), of(3, { sex: 'a' }), of(4, { sex: 'b' }), of(13, { sex: 'c' })]
  expect(hide(cells, 5)).toEqual([null, 'small', 'small', null])
})

test('two small ones whose sum would tell take a third with them', () => {
  const cells = [of(15), of(1, { sex: 'a' }), of(1, { sex: 'b' }), of(13, { sex: 'c' })]
  expect(hide(cells, 5)).toEqual([null, 'small', 'small', 'complement'])
})

test('nothing is hidden of nobody, of many, or where nobody knows of how many', () => {
  expect(hide([of(null), of(0, { sex: 'a' }), of(5, { sex: 'b' }), of(null, { sex: 'c' })], 5)).toEqual([
    null,
    null,
    null,
    null,
  ])
})

test('a single group is no division of the whole', () => {
  expect(hide([of(100), of(3, { origin: 'elsewhere' })], 5)).toEqual([null, 'small'])
})

/** A table of two dimensions with its sums, any of which may be left unpublished. */
const table = fc
  .record({
    rows: fc.integer({ min: 2, max: 4 }),
    columns: fc.integer({ min: 2, max: 4 }),
    people: fc.array(fc.integer({ min: 0, max: 14 }), { minLength: 16, maxLength: 16 }),
    left: fc.array(fc.boolean(), { minLength: 9, maxLength: 9 }),
  })
  .map(({ rows, columns, people, left }) => {
    const a = Array.from({ length: rows }, (_, at) => String(at))
    const b = Array.from({ length: columns }, (_, at) => String(at))
    const inner = a.flatMap((x) => b.map((y) => of(people[Number(x) * 4 + Number(y)]!, { a: x, b: y })))
    const sum = (wanted: Record<string, string>) =>
      inner
        .filter(({ of }) => Object.entries(wanted).every(([key, each]) => of[key] === each))
        .reduce((all, { people }) => all + people!, 0)
    const sums = [{}, ...a.map((x) => ({ a: x })), ...b.map((y) => ({ b: y }))] as Record<string, string>[]
    return [...sums.filter((_, at) => !left[at]).map((each) => of(sum(each), each)), ...inner]
  })

test('whoever adds up all that is published finds out no hidden figure', () => {
  fc.assert(
    fc.property(table, (cells) => {
      const hidden = hide(cells, 5)
      const found = reckonable(linesOf(cells), (at) => at >= cells.length || hidden[at] !== null)
      expect(found.filter((at) => at < cells.length)).toEqual([])
      for (const [at, { people }] of cells.entries()) if (isSmall(people, 5)) expect(hidden[at]).toBe('small')
    }),
    { numRuns: 300 },
  )
})

test('whoever tries every number finds no table that is the only one', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 2, maxLength: 4 }), (people) => {
      const total = people.reduce((all, each) => all + each, 0)
      const hidden = hide([of(total), ...people.map((each, at) => of(each, { a: String(at) }))], 5)
      const secret = people.filter((_, at) => hidden[at + 1] !== null)
      if (secret.length === 0 || hidden[0] !== null) return
      const sum = secret.reduce((all, each) => all + each, 0)
      expect(secret.length).toBeGreaterThan(1)
      expect(sum >= 5 || secret.length === people.length).toBe(true)
    }),
    { numRuns: 300 },
  )
})
