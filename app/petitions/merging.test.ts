import { eq, inArray } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { anonymous, livingCity, person, type TestCity, testCity } from '#testing/city.ts'
import { freshDatabase } from '#testing/database.ts'
import { fileAs, minho, sora, taeyang, yuna } from './filing.fixture.ts'
import { merge } from './merging.actions.ts'
import { petitions, signatures } from './tables.ts'

const why = { reason: 'Both ask for the same kerb.', lang: 'en' }

async function rowOf({ city }: TestCity, id: number) {
  const [row] = await city.reads.select().from(petitions).where(eq(petitions.id, id))
  return row!
}

/** Yuna's petition, and Minho's of a week later, which asks for the same. */
async function two() {
  const town = await testCity()
  const first = await fileAs(town, town.as(yuna), { shownAs: 'Yuna of the hill' })
  town.daysPass(7)
  const second = await fileAs(town, town.as(minho), { shownAs: 'Minho', title: 'Kerbs, please lower them' })
  const by = { as: (await rowOf(town, first)).body }
  const join = (from: number, into: number) => merge(town.city, by, from, { into, ...why })
  const post = (who: typeof yuna, path: string, fields = {}) =>
    town.as(who).post(`/en/petitions/${path}`, fields)
  const counts = async (id: number) => {
    const { signatures, participants } = await rowOf(town, id)
    return [signatures, participants]
  }
  return { town, first, second, by, join, post, counts }
}

test('who signed both is counted once, and both authors are credited where it goes on', async () => {
  const { town, first, second, join, post, counts } = await two()
  for (const each of [first, second]) await post(sora, `${each}/signatures`)
  await post(taeyang, `${second}/sheets`, { count: '5', keptAt: 'Counter 3' })
  expect([await counts(first), await counts(second)]).toEqual([
    [2, 2],
    [7, 7],
  ])
  await join(second, first)
  expect(await counts(first)).toEqual([8, 8])
  const people = await town.city.reads.select().from(signatures).where(eq(signatures.petition, first))
  expect(people.map(({ person }) => person).sort()).toEqual(
    [yuna, minho, sora].map((each) => 'id' in each && each.id),
  )
  expect(await (await post(minho, `${first}/signatures`)).text()).toContain('You have signed it already')
  const page = await town.as(anonymous).page(`/en/petitions/${first}`)
  for (const each of ['Yuna of the hill', 'by <bdi lang="en">Minho</bdi>', 'Kerbs, please lower them'])
    expect(page).toContain(each)
  const left = await town.as(anonymous).page(`/en/petitions/${second}`)
  for (const each of [`/en/petitions/${first}"`, why.reason, 'It goes on there.'])
    expect(left).toContain(each)
  expect((await post(sora, `${second}/signatures/withdrawal`)).status).toBe(422)
  expect(town.bugs).toEqual([])
})

test('who signed one and spoke on the other took part once', async () => {
  const { first, second, join, post, counts } = await two()
  await post(taeyang, `${second}/sheets`, { count: '49', keptAt: 'Counter 3' })
  await post(sora, `${second}/opinions`, { stance: 'for', lang: 'en', text: 'Me too.' })
  await post(sora, `${first}/signatures`)
  expect([await counts(first), await counts(second)]).toEqual([
    [2, 2],
    [50, 51],
  ])
  await join(second, first)
  expect(await counts(first)).toEqual([52, 52])
})

test('what together is enough is enough: the two are discussed from then on', async () => {
  const { town, first, second, join, post } = await two()
  for (const each of [first, second])
    await post(taeyang, `${each}/sheets`, { count: '24', keptAt: 'Counter 3' })
  expect((await rowOf(town, first)).discussedFrom).toBeNull()
  await join(second, first)
  expect((await rowOf(town, first)).discussedFrom).toEqual(town.at())
})

test('nobody waits longer for it: the later one is joined to the one that is due first', async () => {
  const { first, second, join } = await two()
  await expect(join(first, second)).rejects.toMatchObject({ code: 'petitions.merge-waits-longer' })
  await expect(join(first, first)).rejects.toMatchObject({ code: 'petitions.merge-with-itself' })
  await expect(join(first, 999_999)).rejects.toMatchObject({ code: 'petitions.no-such-petition' })
})

test('a body that has neither of them joins nothing', async () => {
  const { town, first, second } = await two()
  const stranger = { as: 'audit-committee' }
  await expect(merge(town.city, stranger, second, { into: first, ...why })).rejects.toMatchObject({
    code: 'site.not-allowed',
  })
})

test('what was joined to one that is joined again goes on with it, and is not joined a second time', async () => {
  const { town, first, second, join } = await two()
  town.daysPass(1)
  const third = await fileAs(town, town.as(sora))
  await join(third, second)
  await join(second, first)
  const rows = await town.city.reads
    .select({ into: petitions.mergedInto })
    .from(petitions)
    .where(inArray(petitions.id, [second, third]))
  expect(rows).toEqual([{ into: first }, { into: first }])
  await expect(join(third, first)).rejects.toMatchObject({ code: 'petitions.was-merged' })
  expect(await town.as(anonymous).page(`/en/petitions/${first}`)).toContain(`/en/petitions/${third}"`)
})

test('the lane that was asked for on one is asked for on both', async () => {
  const { town, first, join } = await two()
  const lane = { lane: 'yes', laneReason: 'Few people use a wheelchair.' }
  const asked = await fileAs(town, town.as(sora), lane)
  await join(asked, first)
  expect(await rowOf(town, first)).toMatchObject({ laneReason: lane.laneReason, laneGranted: null })
})

test('its author may ask to be separated again, and cannot take back what carries others', async () => {
  const { town, first, second, join, post } = await two()
  const ask = { lang: 'en', text: 'Mine is about another stop.' }
  expect((await post(minho, `${second}/separation`, ask)).status).toBe(422)
  await join(second, first)
  expect((await post(minho, `${second}/separation`, ask)).status).toBe(303)
  expect(await town.as(anonymous).page(`/en/petitions/${second}`)).toContain('asked to be separated again')
  expect(await (await post(yuna, `${first}/withdrawal`)).text()).toContain(
    'Other petitions were joined to it',
  )
})

test('two officers who join the two at once, each the other way, join them once; who signs meanwhile is counted or told', async () => {
  const town = await livingCity(await freshDatabase())
  const [first, second] = [await fileAs(town, town.as(yuna)), await fileAs(town, town.as(minho))]
  const by = { as: (await rowOf(town, first)).body }
  const crowd = Array.from({ length: 6 }, (_, i) => town.as(person(`P${i}`, 100 + i)))
  const joins = [
    [second, first],
    [first, second],
  ].map(([from, into]) => merge(town.city, by, from!, { into: into!, ...why }))
  const signs = crowd.map((each) => each.post(`/en/petitions/${second}/signatures`))
  const [joined, signed] = await Promise.all([Promise.allSettled(joins), Promise.all(signs)])
  expect(joined.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  const rows = [await rowOf(town, first), await rowOf(town, second)]
  const target = rows.find(({ mergedInto }) => mergedInto === null)!
  const counted = signed.filter(({ status }) => status === 303).length
  expect(target.signatures).toBe(2 + counted)
  expect(await town.city.reads.$count(signatures, eq(signatures.petition, target.id))).toBe(2 + counted)
  expect(town.bugs).toEqual([])
})
