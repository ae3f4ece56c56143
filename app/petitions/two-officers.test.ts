import { expect, test } from 'vitest'
import { type Browser, livingCity } from '#testing/city.ts'
import { freshDatabase } from '#testing/database.ts'
import { accepted, declined, everybody, filed, yuna } from './desk.fixture.ts'
import { object } from './objection.actions.ts'
import { rate } from './satisfaction.actions.ts'

/** A city that commits, in which officers work at the same moment. */
async function town() {
  const city = await livingCity(await freshDatabase())
  return { ...city, ...everybody(city) }
}

const answerOf = (who: Browser, id: number, fields: Record<string, string>) =>
  who.post(`/en/desk/petitions/${id}/answer`, fields)

const statuses = (answers: readonly Response[]) => answers.map((each) => each.status).sort()

test('two officers answer at once: one does, the other is told and keeps what was typed', async () => {
  const { city, harim, nari, bugs } = await town()
  const id = await filed(city)
  const both = await Promise.all([answerOf(harim, id, accepted), answerOf(nari, id, declined)])
  expect(statuses(both)).toEqual([303, 422])
  const index = both.findIndex((each) => each.status === 422)
  const refused = await both[index]!.text()
  expect(refused).toContain('Somebody answered in the meantime')
  expect(refused).toContain([accepted, declined][index]!.text.slice(0, 30))
  const { form } = await (await harim.get(`/record/published/petitions/${id}`)).json()
  expect(form.answers).toHaveLength(1)
  expect(form.answers[0].commitments).toHaveLength(index === 0 ? 0 : 1)
  expect(bugs).toEqual([])
})

test('a double click answers once, with one commitment', async () => {
  const { city, harim, bugs } = await town()
  const id = await filed(city)
  const clicks = await Promise.all([1, 2, 3].map(() => answerOf(harim, id, accepted)))
  expect(statuses(clicks)).toEqual([303, 303, 303])
  const { form } = await (await harim.get(`/record/published/petitions/${id}`)).json()
  expect(form.answers).toHaveLength(1)
  expect(form.answers[0].commitments).toHaveLength(1)
  expect(bugs).toEqual([])
})

test('one hands it on while another answers: it is answered once, by whoever had it', async () => {
  const { city, harim, nari, bugs } = await town()
  for (let round = 0; round < 4; round++) {
    const id = await filed(city)
    const [answered, passed] = await Promise.all([
      answerOf(harim, id, declined),
      nari.post(`/en/desk/petitions/${id}/transfer`, {
        ...{ body: 'welfare-department', procedure: 'civic-rights', lang: 'en' },
        reason: 'It is about the care home.',
      }),
    ])
    expect(statuses([answered, passed])).toEqual([303, 422])
    const { form } = await (await harim.get(`/record/published/petitions/${id}`)).json()
    expect(form.answers).toHaveLength(answered.status === 303 ? 1 : 0)
    expect(form.body).toBe(answered.status === 303 ? 'transport-department' : 'welfare-department')
  }
  expect(bugs).toEqual([])
})

test('an author who objects twice at once objects once, and says once whether the answer helped', async () => {
  const { city, harim } = await town()
  const id = await filed(city)
  await answerOf(harim, id, declined)
  const by = { as: 'resident', person: yuna }
  const objections = [1, 2].map(() => object(city, by, id, { text: 'It can be done.', lang: 'en' }))
  const settled = await Promise.allSettled(objections)
  expect(settled.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  const said = await Promise.allSettled([1, 2].map(() => rate(city, by, id, { verdict: 'no', lang: 'en' })))
  expect(said.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
})
