import { expect, test } from 'vitest'
import { asLong, type Frequency, periodAfter, periodOf } from './period.ts'

for (const [name, from, until] of [
  ['2018', '2018-01-01', '2018-12-31'],
  ['2007/08', '2007-04-01', '2008-03-31'],
  ['1999/00', '1999-04-01', '2000-03-31'],
  ['2007/2008', '2007-04-01', '2008-03-31'],
  ['2007/08 to 2008/09', '2007-04-01', '2009-03-31'],
  ['2017/18 to 2019/20', '2017-04-01', '2020-03-31'],
  ['2004-2006', '2004-01-01', '2006-12-31'],
  ['2004 to 2006', '2004-01-01', '2006-12-31'],
  ['2004–2006', '2004-01-01', '2006-12-31'],
  ['2019-Q1', '2019-01-01', '2019-03-31'],
  ['2019Q4', '2019-10-01', '2019-12-31'],
  ['2019-H2', '2019-07-01', '2019-12-31'],
  ['2019-S1', '2019-01-01', '2019-06-30'],
  ['2020-02', '2020-02-01', '2020-02-29'],
  ['2020-M02', '2020-02-01', '2020-02-29'],
] as const)
  test(`${name} is from ${from} to ${until}`, () => {
    const period = periodOf(name)
    expect([period.name, String(period.from), String(period.until)]).toEqual([name, from, until])
  })

for (const name of [
  '',
  'There is no data for this indicator yet',
  '18',
  '2018/20',
  '2019-Q5',
  '2019-H3',
  '2019-13',
  '2019-00',
  '2006 to 2004',
  '2004 to',
  '2004 to 2005 to 2006',
  '2019-03-01',
  '2019x',
])
  test(`“${name}” is no period`, () => {
    expect(() => periodOf(name)).toThrow('indicators.not-a-period')
  })

for (const [name, frequency, next] of [
  ['2018', 'year', '2019'],
  ['2007/08', 'year', '2008/09'],
  ['2007/08 to 2008/09', 'year', '2009/10'],
  ['2019-Q4', 'quarter', '2020-Q1'],
  ['2019-H1', 'half', '2019-H2'],
  ['2019-12', 'month', '2020-01'],
] as const satisfies [string, Frequency, string][])
  test(`after ${name} comes ${next}`, () => {
    const after = periodAfter(periodOf(name), frequency)
    expect(after).toEqual(periodOf(next))
  })

for (const [a, b, is] of [
  ['2019', '2020', true],
  ['2020-02', '2020-03', true],
  ['2019-Q1', '2019-Q3', true],
  ['2019-Q1', '2019-H1', false],
  ['2018', '2007/08 to 2008/09', false],
] as const)
  test(`${a} is ${is ? '' : 'not '}as long as ${b}`, () => {
    expect(asLong(periodOf(a), periodOf(b))).toBe(is)
  })
