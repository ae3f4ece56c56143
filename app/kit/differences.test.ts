import fc from 'fast-check'
import { expect, test } from 'vitest'
import { differences } from './differences.ts'

const stored = (key: string, doc: object, withdrawn = false) => ({ key, doc, withdrawn })

test('what is new, changed or gone is told apart, with the parts that changed', () => {
  const before = [stored('a', { name: 'A', size: 1 }), stored('b', { name: 'B' }), stored('c', { name: 'C' })]
  const files = [
    { key: 'a', doc: { size: 2, name: 'A' } },
    { key: 'c', doc: { name: 'C' } },
    { key: 'd', doc: { name: 'D' } },
  ]
  expect(differences<object>(before, files).map(({ key, is, fields }) => [key, is, fields])).toEqual([
    ['a', 'changed', ['size']],
    ['d', 'added', []],
    ['b', 'withdrawn', []],
  ])
})

test('what was withdrawn comes back as added, and stays withdrawn in silence', () => {
  const before = [stored('a', { name: 'A' }, true), stored('b', { name: 'B' }, true)]
  expect(
    differences<object>(before, [{ key: 'a', doc: { name: 'A' } }]).map(({ key, is }) => [key, is]),
  ).toEqual([['a', 'added']])
})

test('loading what is stored changes nothing, whatever it is', () => {
  const docs = fc.uniqueArray(
    fc.record({ key: fc.string(), doc: fc.dictionary(fc.string(), fc.jsonValue()) }),
    {
      selector: (each) => each.key,
    },
  )
  fc.assert(
    fc.property(docs, (all) => {
      const kept = all.map(({ key, doc }) => stored(key, JSON.parse(JSON.stringify(doc))))
      expect(differences<object>(kept, all.toReversed())).toEqual([])
    }),
  )
})
