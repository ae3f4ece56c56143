import { expect, test } from 'vitest'
import { livingCity } from '#testing/city.ts'
import { freshDatabase } from '#testing/database.ts'
import { approved, begun, cast, desk, heard, posted, whole } from './made.fixture.ts'

const statuses = (answers: readonly Response[]) => answers.map((each) => each.status).sort()

test('two of the office change an approved plan at once: each change is a version of its own', async () => {
  const city = await livingCity(await freshDatabase())
  await approved(city)
  const { jiwoo, anybody } = cast(city)
  const both = await Promise.all([
    jiwoo.post(`${desk}/tasks/new`, whole({ no: '1-3', 'title.en': 'Ramps', reason: 'One.' })),
    jiwoo.post(`${desk}/tasks/new`, whole({ no: '1-4', 'title.en': 'Doors', reason: 'Other.' })),
  ])
  expect(statuses(both)).toEqual([303, 303])
  const page = await anybody.page('/en/plans/2028-2032')
  for (const said of ['Version 2', 'Version 3', 'One.', 'Other.']) expect(page).toContain(said)
  const again = await Promise.all(
    [1, 2].map(() => jiwoo.post(`${desk}/tasks/1-3/end`, { reason: 'No money.' })),
  )
  expect(statuses(again)).toEqual([303, 422])
  expect(city.bugs).toEqual([])
})

test('a remark and the way to the committee at once: no plan goes there with a remark unanswered', async () => {
  const city = await livingCity(await freshDatabase())
  const { jiwoo, anybody } = cast(city)
  const finding = await begun(city)
  await heard(city)
  await posted(jiwoo, `${desk}/tasks/new`, whole({ no: '1-1', 'title.en': 'Kerbs', findings: finding }))
  const both = await Promise.all([
    anybody.post('/en/plans/2028-2032/remarks', { text: 'The lifts are broken.' }),
    jiwoo.post(`${desk}/submission`),
  ])
  expect(statuses(both)).toEqual([303, 422])
  expect(city.bugs).toEqual([])
})

test('two begin a plan for the same years at once: each gets an address of its own', async () => {
  const city = await livingCity(await freshDatabase())
  const { jiwoo } = cast(city)
  const about = { 'title.en': 'A plan', from: '2028', until: '2032', 'area1.en': 'Everything' }
  const both = await Promise.all([1, 2].map(() => jiwoo.post('/en/desk/plan/new', about)))
  expect(both.map((each) => each.headers.get('location')).sort()).toEqual([desk, `${desk}-2`])
  expect(city.bugs).toEqual([])
})
