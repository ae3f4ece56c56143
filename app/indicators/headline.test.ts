import fc from 'fast-check'
import { expect, test } from 'vitest'
import { act } from '#record/index.ts'
import { type TestCity, testCity } from '#testing/city.ts'
import { changeOf, newestOf, previous } from './change.ts'
import { headlineOf, leftBehind } from './headline.reads.ts'
import type { Definition, Indicator } from './indicator.ts'
import { periodOf } from './period.ts'
import { makeCurrent, seriesFor, writeDown } from './storing.actions.ts'
import { indicators, releases } from './tables.ts'
import { definitionAt } from './target.ts'

const definition = (from: string, breaks: boolean): Definition => ({
  from,
  breaks,
  text: { en: 'Whatever is counted' },
  missing: 'none',
  verification: 'working',
  source: [],
  except: {},
})

const docOf = (
  key: string,
  said: Pick<Indicator, 'good' | 'decimals'>,
  breaksIn: number | null,
): Indicator => ({
  key,
  title: { en: key },
  articles: [],
  groups: [],
  frequency: 'year',
  dimensions: [],
  definitions: [
    definition('2015', false),
    ...(breaksIn === null ? [] : [definition(String(breaksIn), true)]),
  ],
  targets: [],
  verification: 'working',
  source: [],
  except: {},
  ...said,
})

type Figure = { of: Record<string, string>; period: string; value: number | null }

/** An indicator with figures that everybody sees. */
async function published({ city }: TestCity, doc: Indicator, figures: readonly Figure[]) {
  await act(city, { as: 'human-rights-division' }, async (tx, at) => {
    const { key } = doc
    await tx.insert(indicators).values({ key, position: 0, doc, inFiles: false })
    const [release] = await tx
      .insert(releases)
      .values({
        indicator: key,
        by: 'owner',
        way: 'desk',
        rows: figures.length,
        enteredAt: at,
        publishedAt: at,
      })
      .returning({ id: releases.id })
    const ids = await seriesFor(tx, key, 'owner', figures)
    await writeDown(
      tx,
      release!.id,
      figures.map((each) => {
        const period = periodOf(each.period)
        return {
          ...each,
          period,
          series: ids.get(JSON.stringify(each.of))!,
          status: each.value === null ? 'missing' : 'normal',
          definition: definitionAt(doc.definitions, period),
        }
      }),
    )
    await makeCurrent(tx, release!.id, undefined)
    return { entries: [{ what: 'indicators.values-published', about: `indicators/${key}` }] }
  })
}

const groups = ['a', 'b']
const periods = ['2017', '2018', '2018-H1', '2019', '2020']

const random = fc.record({
  good: fc.constantFrom('up' as const, 'down' as const, 'neither' as const, undefined),
  decimals: fc.constantFrom(undefined, 0, 1),
  breaksIn: fc.constantFrom(null, 2018, 2020),
  values: fc.array(fc.option(fc.constantFrom(0, 1, 1.04, 1.06, 1.5, 2.5, -3, 1e6)), {
    minLength: groups.length * periods.length,
    maxLength: groups.length * periods.length,
  }),
})

test('the database finds the same groups left behind as the rule', async () => {
  const city = await testCity()
  let no = 0
  await fc.assert(
    fc.asyncProperty(random, async ({ good, decimals, breaksIn, values }) => {
      const key = `random-${no++}`
      const doc = docOf(key, { ...(good && { good }), ...(decimals !== undefined && { decimals }) }, breaksIn)
      const figures = groups.flatMap((group, at) =>
        periods.map((period, i) => ({ of: { group }, period, value: values[at * periods.length + i]! })),
      )
      await published(city, doc, figures)
      const found = (await leftBehind(city.city.reads)).filter(({ indicator }) => indicator === key)
      const worse = groups.filter((group) => {
        const own = figures
          .filter(({ of }) => of.group === group)
          .map(({ period, value }) => ({
            value,
            period: periodOf(period),
            definition: definitionAt(doc.definitions, periodOf(period)),
          }))
        const newest = newestOf(own)
        return newest && changeOf(doc, newest, previous(own, newest)).is === 'worsened'
      })
      expect(found.map(({ of }) => of.group).sort()).toEqual(worse)
    }),
    { numRuns: 40 },
  )
})

test('who is left behind though all together are better off stands among what became worse', async () => {
  const city = await testCity()
  await published(city, docOf('wages', { good: 'up' }, null), [
    { of: {}, period: '2019', value: 10 },
    { of: {}, period: '2020', value: 12 },
    { of: { origin: 'elsewhere' }, period: '2019', value: 9 },
    { of: { origin: 'elsewhere' }, period: '2020', value: 8 },
  ])
  const { worsened, improved } = await headlineOf(city.city.reads, city.city.facts, city.at())
  const wages = worsened.find(({ line }) => line.key === 'wages')
  expect(wages?.forWhom).toMatchObject([{ of: { origin: 'elsewhere' }, before: 9, now: 8, period: '2020' }])
  expect(improved.map(({ key }) => key)).toContain('wages')
})

test('the headline of a year has what changed into that year', async () => {
  const { city, at } = await testCity()
  const { worsened } = await headlineOf(city.reads, city.facts, at(), 2022)
  expect(worsened.map(({ line }) => line.key)).toContain('interpretation')
  const before = await headlineOf(city.reads, city.facts, at(), 2019)
  expect(before.worsened.map(({ line }) => line.key)).not.toContain('interpretation')
})

test('what can be read either way is never counted as better', async () => {
  const { city, at } = await testCity()
  const { improved, counts } = await headlineOf(city.reads, city.facts, at())
  expect(improved.map(({ doc }) => doc.good)).not.toContain('neither')
  expect(counts.context).toBeGreaterThan(0)
})
