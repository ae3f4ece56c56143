import { expect, test } from 'vitest'
import { livingCity } from '#testing/city.ts'
import { freshDatabase } from '#testing/database.ts'
import { declined, everybody, filed, yuna } from './desk.fixture.ts'
import { appeal } from './moderation.actions.ts'
import { object } from './objection.actions.ts'
import { wholePetition } from './reads.ts'

const Yuna = { as: 'resident', person: yuna }

/** A city that commits, with one petition; what is sent at the same moment, and how often it was done. */
async function town() {
  const city = await livingCity(await freshDatabase())
  const id = await filed(city.city)
  const everyone = everybody(city)
  type Sent = [who: keyof typeof everyone, step: string, fields: Record<string, string>]
  return {
    ...city,
    id,
    ...everyone,
    whole: async () => (await wholePetition(city.city.reads, id))!,
    together: async (...all: Sent[]) => {
      const answers = await Promise.all(
        all.map(([who, step, fields]) =>
          everyone[who].post(`/en/desk/petitions/${id}/${step}`, { lang: 'en', ...fields }),
        ),
      )
      return answers.map(({ status }) => status).sort()
    },
  }
}

const hearing = { day: '2026-12-05', time: '14:30', place: 'At the stop', access: 'Level ground' }

test('a hearing that two announce for the same time is announced once, and reported once', async () => {
  const { together, whole, turnTo, bugs } = await town()
  expect(await together(['harim', 'hearing', hearing], ['daeun', 'hearing', hearing])).toEqual([303, 422])
  const [{ id: part } = { id: 0 }, ...others] = (await whole()).hearings
  expect(others).toEqual([])
  turnTo('2026-12-06T09:00:00+09:00')
  const text = 'Eleven people came, and all had to be lifted.'
  const step = `report/${part}`
  expect(await together(['harim', step, { text }], ['daeun', step, { text }])).toEqual([303, 422])
  expect(bugs).toEqual([])
})

test('a mediation is opened once and closed once, though each side’s officer does both at once', async () => {
  const { together, whole, bugs } = await town()
  const proposal = { proposal: 'The kerb is lowered, the school waits.' }
  expect(await together(['harim', 'mediation', proposal], ['daeun', 'mediation', proposal])).toEqual([
    303, 422,
  ])
  const ends = { result: 'Said so at the table.' }
  expect(
    await together(
      ['harim', 'agreement', { ...ends, agreed: 'yes' }],
      ['daeun', 'agreement', { ...ends, agreed: 'no' }],
    ),
  ).toEqual([303, 422])
  expect((await whole()).mediations).toHaveLength(1)
  expect(bugs).toEqual([])
})

test('words are hidden once by a double click, and the appeal is decided once, one way or the other', async () => {
  const { city, id, together, whole, bugs } = await town()
  const hiding = { ground: 'names-somebody', statement: 'The text names a child.' }
  expect(await together(['jiwoo', 'hiding', hiding], ['jiwoo', 'hiding', hiding])).toEqual([303, 422])
  const [{ id: part } = { id: 0 }] = (await whole()).moderations
  await appeal(city, Yuna, id, part, { text: 'It is my own child.', lang: 'en' })
  const step = `appeal/${part}`
  const decided = await together(
    ['civil', step, { restored: 'yes', decision: 'Its parent may name it.' }],
    ['civil', step, { restored: 'no', decision: 'The child may not want it.' }],
  )
  expect(decided[0]).toBe(303)
  expect(decided[1]).toBeGreaterThanOrEqual(400)
  const { petition, moderations } = await whole()
  expect(moderations).toHaveLength(1)
  expect(petition.hiddenAt === null).toBe(moderations[0]!.restored)
  expect(bugs).toEqual([])
})

test('an objection is decided once: the petition is open again, or its answer stands, never both', async () => {
  const { city, id, harim, together, whole, bugs } = await town()
  await harim.post(`/en/desk/petitions/${id}/answer`, declined)
  await object(city, Yuna, id, { text: 'Other kerbs on that road were lowered.', lang: 'en' })
  const step = `objection/${(await whole()).objections[0]!.id}`
  const decision = 'As the ombudsman sees it.'
  expect(
    await together(
      ['ombudsman', step, { upheld: 'yes', decision }],
      ['ombudsman', step, { upheld: 'no', decision }],
    ),
  ).toEqual([303, 422])
  const { petition, objections } = await whole()
  expect(objections).toHaveLength(1)
  expect(petition.answeredAt === null).toBe(objections[0]!.upheld)
  expect(bugs).toEqual([])
})
