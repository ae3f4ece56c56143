import { expect, test } from 'vitest'
import { historyOf } from '#record/index.ts'
import { livingCity } from '#testing/city.ts'
import { freshDatabase } from '#testing/database.ts'
import { commitmentsFrom } from './index.ts'
import { Auditor, Daeun, deskOf, Harim, Jiwoo, petition, promise, transport } from './promised.fixture.ts'

const links = 'https://city.example/kerbs'

/** A city that commits, with one promise. */
async function town() {
  const city = await livingCity(await freshDatabase())
  const id = await promise(city.city)
  const told = async () => (await historyOf(city.city.reads, `commitments/${id}`)).map((each) => each.what)
  return { city, id, told, harim: deskOf(city, Harim, id) }
}

const statuses = (answers: readonly Response[]) => answers.map((each) => each.status).sort()

test('two verifiers check the same word at once and find different things: both are told, and the last counts', async () => {
  const { city, id, told, harim } = await town()
  await harim.send('completion', { links })
  const both = await Promise.all([
    deskOf(city, Daeun, id).send('checks', { finding: 'confirmed', method: 'seen' }),
    deskOf(city, Auditor, id).send('checks', { finding: 'not-confirmed', method: 'measured' }),
  ])
  const checks = (await told()).filter((each) => each.startsWith('commitments.check-'))
  expect(checks).toHaveLength(statuses(both).filter((each) => each === 303).length)
  expect(checks.at(-1)).toBe('commitments.check-not-confirmed')
  const [line] = await commitmentsFrom(city.city.reads, petition.about)
  expect(line).toMatchObject({ doneAt: null, finding: 'not-confirmed' })
  expect(city.bugs).toEqual([])
})

test('one declares it done while the other gives it up: one of them does', async () => {
  const { city, id, told, harim } = await town()
  const head = deskOf(city, { ...Jiwoo, roles: [{ role: 'head', body: transport }] } as typeof Jiwoo, id)
  const both = await Promise.all([harim.send('completion', { links }), head.send('end')])
  expect(statuses(both)).toEqual([303, 422])
  expect((await told()).slice(1)).toHaveLength(1)
  expect(city.bugs).toEqual([])
})

test('a double click on a report is one report', async () => {
  const { city, id, told, harim } = await town()
  const click = () =>
    harim.browser.post(`/en/desk/commitments/${id}/reports`, { text: 'Eight are measured.', seen: '0' })
  expect(statuses(await Promise.all([click(), click(), click()]))).toEqual([303, 303, 303])
  expect((await told()).filter((each) => each === 'commitments.reported')).toHaveLength(1)
  expect(city.bugs).toEqual([])
})

test('many promises are made of one answer at the same moment as of another', async () => {
  const { city } = await town()
  const more = Array.from({ length: 8 }, (_, at) =>
    promise(city.city, {
      title: `Kerb ${at}`,
      districts: at % 2 ? ['dong-gu', 'seo-gu'] : ['seo-gu', 'dong-gu'],
    }),
  )
  expect(new Set(await Promise.all(more)).size).toBe(8)
  expect(await commitmentsFrom(city.city.reads, petition.about)).toHaveLength(9)
})
