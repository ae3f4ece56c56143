import { describe, expect, test } from 'vitest'
import { addressOf, articleRef, type Law, readProvision, renumbered, shownOn } from './charter.ts'

const day = (iso: string) => Temporal.PlainDate.from(iso)

const versions = [
  { from: '2012-05-21', until: '2019-12-31', title: 'first' },
  { from: '2020-01-01', until: '2024-12-31', title: 'second' },
]

describe('which version is shown', () => {
  for (const [on, title, is] of [
    ['2012-05-20', 'first', 'not yet in force'],
    ['2012-05-21', 'first', 'in force'],
    ['2019-12-31', 'first', 'in force'],
    ['2020-01-01', 'second', 'in force'],
    ['2024-12-31', 'second', 'in force'],
    ['2025-01-01', 'second', 'no longer in force'],
  ] as const) {
    test(`on ${on}: the ${title}, ${is}`, () => {
      expect(shownOn(versions, day(on))).toMatchObject({ version: { title }, is })
    })
  }
})

test('an article of the charter has a short address, every other one that of its instrument', () => {
  expect(articleRef('the-charter', '11', true)).toBe('charter/11')
  expect(articleRef('ordinance', '20-2', false)).toBe('law/ordinance/20-2')
})

test('a provision leads to the page of its article, without its paragraph and item', () => {
  expect(addressOf('ordinance/20-2(3)1')).toBe('law/ordinance/20-2')
  expect(addressOf('ordinance')).toBe('law/ordinance')
})

test('a provision is read with its paragraph and item', () => {
  expect(readProvision('ordinance/20-2(3)1')).toEqual({
    instrument: 'ordinance',
    no: '20-2',
    within: [{ paragraph: '3', item: '1' }],
  })
  expect(readProvision('ordinance/7(2)')).toMatchObject({ no: '7', within: [{ paragraph: '2' }] })
  expect(readProvision('ordinance')).toEqual({ instrument: 'ordinance', within: [] })
})

test('an article knows its numbers before and after a rewriting', () => {
  const law = {
    numberMaps: [
      {
        from: '2012',
        to: '2020',
        rows: [
          { was: '30', now: ['20', '20-2'], matter: { en: 'Impact assessment' } },
          { now: ['31'], matter: { en: 'Ombudsman' } },
        ],
      },
    ],
  } as unknown as Law
  expect(renumbered(law, '20-2')).toEqual([{ version: '2012', had: ['30'], wentTo: [] }])
  expect(renumbered(law, '30')).toEqual([{ version: '2012', had: [], wentTo: ['20', '20-2'] }])
  expect(renumbered(law, '31')).toEqual([])
})
