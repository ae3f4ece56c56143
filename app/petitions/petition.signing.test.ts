import { expect, test } from 'vitest'
import { factsOf } from '#city/index.ts'
import type { CityFacts } from '#kit/city.ts'
import { cityFiles } from '#testing/city.ts'
import { advanced, closesAt, nextOf, opening, type Thresholds, thresholdsOf } from './petition.signing.ts'

const day = (text: string) => Temporal.PlainDate.from(text)
const at = Temporal.Instant.from('2026-11-21T10:00:00+09:00')

const facts = async (): Promise<CityFacts> => factsOf(await cityFiles())
const open = ({ procedures }: CityFacts) => procedures!.petitions.find((each) => each.open)!.key
const shut = ({ procedures }: CityFacts) => procedures!.petitions.find((each) => !each.open)!.key

const told = ({ discussion, review }: Thresholds) =>
  [discussion, review].map(
    (each) => each && `${each.count} ${each.unit} in ${each.window.value} ${each.window.unit}`,
  )

for (const [on, discussion, review] of [
  ['2019-03-19', undefined, undefined],
  ['2019-03-20', '100 supporter in 30 day', '1000 participant in 30 day'],
  ['2021-06-30', '100 supporter in 30 day', '1000 participant in 30 day'],
  ['2021-07-01', '50 supporter in 30 day', '100 supporter in 30 day'],
] as const)
  test(`filed on ${on}, it takes ${discussion ?? 'nothing'}, then ${review ?? 'nothing'}`, async () => {
    const city = await facts()
    expect(told(thresholdsOf(city, open(city), day(on)))).toEqual([discussion, review])
  })

test('where a procedure asks for no signatures there is no threshold and no window', async () => {
  const city = await facts()
  const none = thresholdsOf(city, shut(city), day('2026-11-21'))
  expect(told(none)).toEqual([undefined, undefined])
  expect(opening(none, at, city).signableUntil).toBeNull()
})

test('a window of thirty days is open to the end of the thirtieth day after it opened', async () => {
  const until = closesAt({ value: 30, unit: 'day' }, at, await facts())
  expect(until).toEqual(Temporal.Instant.from('2026-12-22T00:00:00+09:00'))
})

const before = { signableUntil: at, discussedFrom: null, reviewedFrom: null }
for (const [on, signatures, participants, stage] of [
  ['2019-06-01', 99, 5000, 'gathering'],
  ['2019-06-01', 100, 999, 'discussion'],
  ['2019-06-01', 100, 1000, 'committee'],
  ['2019-06-01', 99, 1000, 'gathering'],
  ['2022-01-01', 49, 49, 'gathering'],
  ['2022-01-01', 50, 50, 'discussion'],
  ['2022-01-01', 99, 500, 'discussion'],
  ['2022-01-01', 100, 100, 'committee'],
] as const)
  test(`filed on ${on}, ${signatures} signatures of ${participants} who took part bring it to: ${stage}`, async () => {
    const city = await facts()
    const thresholds = thresholdsOf(city, open(city), day(on))
    const now = advanced({ ...before, signatures, participants }, thresholds, at, city)
    expect([now.discussedFrom !== null, now.reviewedFrom !== null]).toEqual([
      stage !== 'gathering',
      stage === 'committee',
    ])
    const window = stage === 'gathering' ? at : closesAt(thresholds.review!.window, at, city)
    expect(now.signableUntil).toEqual(window)
  })

test('a stage that was reached stays, however many take their signatures back', async () => {
  const city = await facts()
  const thresholds = thresholdsOf(city, open(city), day('2022-01-01'))
  const reached = advanced({ ...before, signatures: 50, participants: 50 }, thresholds, at, city)
  const later = at.add({ hours: 24 })
  expect(advanced({ ...reached, signatures: 49, participants: 49 }, thresholds, later, city)).toEqual(reached)
  expect(nextOf(reached, thresholds)).toBe(thresholds.review)
  expect(nextOf({ ...reached, reviewedFrom: at }, thresholds)).toBeUndefined()
})
