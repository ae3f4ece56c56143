import { expect, test } from 'vitest'
import { type Browser, testCity } from '#testing/city.ts'
import { accepted, Civil, declined, everybody, filed, Ombudsman, saidOf, yuna } from './desk.fixture.ts'
import { objectToLane } from './lane.deciding.actions.ts'
import { appeal } from './moderation.actions.ts'
import { waiting } from './waiting.reads.ts'

const Yuna = { as: 'resident', person: yuna }

async function town() {
  const city = await testCity()
  return { ...city, ...everybody(city) }
}

async function took(who: Browser, id: number, step: string, fields: Record<string, string> = {}) {
  const sent = await who.post(`/en/desk/petitions/${id}/${step}`, { lang: 'en', ...fields })
  expect([step, sent.status]).toEqual([step, 303])
}

const hiding = { ground: 'names-somebody', statement: 'The text names a child and its school.' }
const titlesOf = async (city: Parameters<typeof waiting>[0], who: Parameters<typeof waiting>[1]) =>
  saidOf(await waiting(city, who))

test('hidden words leave the page, the search and the data; the reason stays, and somebody else brings them back', async () => {
  const { city, jiwoo, harim, civil, anybody, bugs } = await town()
  const id = await filed(city, {
    title: 'Kerb at the school of Minseo',
    text: 'Minseo of class four cannot board the bus.',
  })
  const published = async () =>
    JSON.stringify(await (await anybody.get(`/record/published/petitions/${id}`)).json())
  expect(await published()).toContain('Minseo')
  expect((await harim.post(`/en/desk/petitions/${id}/hiding`, { ...hiding, lang: 'en' })).status).toBe(422)
  await took(jiwoo, id, 'hiding', hiding)
  expect((await jiwoo.post(`/en/desk/petitions/${id}/hiding`, { ...hiding, lang: 'en' })).status).toBe(422)
  expect(await published()).not.toContain('Minseo')
  expect(await anybody.page('/en/search?q=Minseo')).not.toContain(`/petitions/${id}"`)
  expect(await anybody.page('/en/petitions/moderation')).toMatch(/names a private person[\s\S]*?>1</)

  const moderation = Number(/moderation-(\d+)/.exec(await jiwoo.page(`/en/desk/petitions/${id}`))![1])
  await appeal(city, Yuna, id, moderation, { text: 'Minseo is my own child.', lang: 'en' })
  expect(await titlesOf(city, Civil)).toEqual([
    `Appeal against hiding: Petition ${id} (its words are hidden)`,
  ])
  const decision = { decision: 'Its parent may name it, and wishes to.', restored: 'yes' }
  const own = await jiwoo.post(`/en/desk/petitions/${id}/appeal/${moderation}`, { ...decision, lang: 'en' })
  expect(own.status).toBe(422)
  expect(await civil.page(`/en/desk/petitions/${id}/appeal/${moderation}`)).toContain('Minseo of class four')
  await took(civil, id, `appeal/${moderation}`, decision)
  expect(await published()).toContain('Minseo')
  expect(await anybody.page('/en/search?q=Minseo')).toContain(`/petitions/${id}"`)
  const page = await jiwoo.page(`/en/desk/petitions/${id}`)
  for (const said of ['The text names a child', 'The words are shown again', 'Its parent may name it'])
    expect([said, page.includes(said)]).toEqual([said, true])
  expect(bugs).toEqual([])
})

test('an answer is owed for hidden words too, and tells nobody what they were', async () => {
  const { city, jiwoo, harim, anybody } = await town()
  const id = await filed(city, { title: 'Kerb at the school of Minseo' })
  await took(jiwoo, id, 'hiding', hiding)
  await took(harim, id, 'answer', accepted)
  const published = await (await anybody.get(`/record/published/petitions/${id}`)).json()
  const [promise] = published.form.answers[0].commitments
  expect(await anybody.page(`/en/${promise}`)).not.toContain('Minseo')
})

test('whoever is refused the rights lane asks somebody else, while its clock and its signatures go on', async () => {
  const { city, jiwoo, ombudsman, daysPass, bugs } = await town()
  const id = await filed(city, { lane: 'yes', laneReason: 'Few need it.', groups: ['disabled'] })
  expect((await jiwoo.page('/en/desk/petitions')).includes('Rights lane: A kerb at the stop')).toBe(true)
  await took(jiwoo, id, 'lane', { granted: 'no', reason: 'Parents with prams need it too.' })
  await objectToLane(city, Yuna, id, { text: 'Not as we do.', lang: 'en' })
  await expect(objectToLane(city, Yuna, id, { text: 'Again.', lang: 'en' })).rejects.toThrow(
    'objected-already',
  )
  expect(await titlesOf(city, Ombudsman)).toEqual(['Objection: A kerb at the stop'])
  const page = await ombudsman.page(`/en/desk/petitions/${id}`)
  const number = /\/objection\/(\d+)/.exec(page)![1]!
  daysPass(1)
  await took(ombudsman, id, `objection/${number}`, { upheld: 'yes', decision: 'It is their right first.' })
  const after = await jiwoo.page(`/en/desk/petitions/${id}`)
  expect(after).toContain('Upheld: it is in the rights lane')
  expect(after).toContain('It waits to be put on the agenda')
  expect(bugs).toEqual([])
})

test('how bodies answer is shown from enough answers on, and silence as silence', async () => {
  const { city, harim, housing, anybody, daysPass } = await town()
  for (let each = 0; each < 3; each++)
    await filed(city, { topic: 'housing', title: 'A damp wall in my flat' })
  const ids = [await filed(city), await filed(city)]
  daysPass(10)
  await took(harim, ids[0]!, 'answer', declined)
  daysPass(150)
  await took(harim, ids[1]!, 'answer', declined)
  const { items } = await (await anybody.get('/en/petitions/bodies.json')).json()
  const of = (body: string) => items.find((each: { body: string }) => each.body === body)
  expect(of('transport-department')).toMatchObject({
    answered: 2,
    medianDays: null,
    inTime: null,
    open: 0,
    late: 0,
  })
  expect(of('urban-housing-department')).toMatchObject({ answered: 0, open: 3, late: 3, oldestDays: 160 })
  expect(await anybody.page('/en/petitions/bodies')).toContain('Has not answered any')
  for (let each = 0; each < 10; each++) {
    const id = await filed(city, { topic: 'housing', title: 'A damp wall' })
    daysPass(2)
    await took(housing, id, 'answer', declined)
  }
  const { items: later } = await (await anybody.get('/en/petitions/bodies.json')).json()
  expect(later.find((each: { body: string }) => each.body === 'urban-housing-department')).toMatchObject({
    answered: 10,
    medianDays: 2,
    inTime: 10,
  })
})
