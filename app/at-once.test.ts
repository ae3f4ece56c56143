import { expect, test } from 'vitest'
import { livingCity } from '#testing/city.ts'
import { freshDatabase } from '#testing/database.ts'
import { send, stateOf, takeAll, thread, told, verdictOn, wholeThread } from './thread.fixture.ts'

type Sent = Parameters<typeof send>

async function town() {
  const database = await freshDatabase()
  return { database, city: await livingCity(database) }
}

test('somebody who clicks three times at every step takes each of them once', async () => {
  const { database, city } = await town()
  await takeAll(city, async (...sent) => {
    const answers = await Promise.all([1, 2, 3].map(() => send(...sent)))
    const statuses = answers.map(({ status }) => status)
    expect(statuses).toContain(303)
    expect(statuses.filter((status) => status !== 303 && status !== 422)).toEqual([])
  })
  expect(await told(database)).toEqual(wholeThread)
  expect(await verdictOn(city)).toMatchObject({ outcome: 'fine', findings: [] })
  expect(city.bugs).toEqual([])
}, 120_000)

test('old forms, sent when all of it is over, change nothing', async () => {
  const { database, city } = await town()
  const old: Sent[] = []
  await takeAll(city, async (...sent) => {
    old.push(sent)
    expect((await send(...sent)).status).toBe(303)
  })
  const whole = await stateOf(city)
  for (const sent of old) expect([303, 422]).toContain((await send(...sent)).status)
  expect(await stateOf(city)).toEqual(whole)
  expect(await told(database)).toEqual(wholeThread)
  expect(city.bugs).toEqual([])
}, 120_000)

test('who says something else in an old form is told that it is over, and reads again what they wrote', async () => {
  const { database, city } = await town()
  await takeAll(city)
  const whole = await stateOf(city)
  const text = 'Something else, which took somebody a whole afternoon to write.'
  for (const step of thread.filter(({ name }) => ['answer', 'milestone', 'done', 'check'].includes(name))) {
    const answer = await send(city, { ...step, says: (state) => ({ ...step.says(state), text }) }, whole)
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain(text)
  }
  expect(await told(database)).toEqual(wholeThread)
  expect(city.bugs).toEqual([])
}, 120_000)
