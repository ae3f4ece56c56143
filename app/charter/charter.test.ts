import { describe, expect, test } from 'vitest'
import { addressOf, articleRef, type Law, readProvision, renumbered, shownOn } from './charter.ts'
import { words } from './words.ts'

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

for (const [no, ko, en] of [
  ['7', '제7조', 'Article 7'],
  ['20-2', '제20조의2', 'Article 20-2'],
  ['addenda-9', '부칙 제9조', 'Addenda, article 9'],
] as const) {
  test(`${no} is called ${ko}, and ${en}`, () => {
    expect([words({ lang: 'ko' }).article(no), words({ lang: 'en' }).article(no)]).toEqual([ko, en])
  })
}

test('a provision is quoted down to its item', () => {
  const within = [{ paragraph: '2', item: '2' }]
  const cited = (lang: string) => words({ lang }).cited(words({ lang }).partOf('ordinance', '28'), within)
  expect([cited('ko'), cited('en')]).toEqual([' 제28조 제2항 제2호', ', article 28(2)2'])
  expect(words({ lang: 'ko' }).partOf('principles', '4')).toBe('제4원칙')
})
