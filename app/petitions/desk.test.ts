import { expect, test } from 'vitest'
import { type Browser, testCity } from '#testing/city.ts'
import { accepted, Daeun, declined, everybody, filed, Harim, saidOf, yuna } from './desk.fixture.ts'
import { object } from './objection.actions.ts'
import { waiting } from './waiting.reads.ts'

const Yuna = { as: 'resident', person: yuna }

async function town() {
  const city = await testCity()
  return { ...city, city: city.city, ...everybody(city) }
}

/** Takes a step at the desk. @returns the page that follows, or the form with what to mend. */
async function take(who: Browser, id: number, step: string, fields: Record<string, string> = {}) {
  const sent = await who.post(`/en/desk/petitions/${id}/${step}`, fields)
  return { status: sent.status, page: sent.status === 303 ? '' : await sent.text() }
}

async function took(who: Browser, id: number, step: string, fields: Record<string, string> = {}) {
  const { status, page } = await take(who, id, step, fields)
  expect([step, status, mended(page)]).toEqual([step, 303, []])
}

const mended = (page: string) => [...page.matchAll(/class="error"[^>]*>([^<]+)/g)].map((each) => each[1])

const why = { reason: 'The author has to tell us which stop it is.', lang: 'en' }

test('Harim answers with a promise: the answer, its time and the commitment stand on the page', async () => {
  const { city, harim, daysPass, bugs } = await town()
  const id = await filed(city)
  expect(await harim.page('/en/desk/petitions')).toContain('A kerb at the stop')
  daysPass(30)
  await took(harim, id, 'answer', accepted)
  const page = await harim.page(`/en/desk/petitions/${id}`)
  for (const said of ['The kerb will be lowered', 'Lower the kerb', 'came in time', 'Accepted'])
    expect(page.includes(said)).toBe(true)
  expect(await harim.page('/en/desk/petitions')).not.toContain('A kerb at the stop')
  expect(bugs).toEqual([])
})

test('an answer that is late says for ever by how many days', async () => {
  const { city, harim, daysPass } = await town()
  const id = await filed(city)
  daysPass(120)
  expect(await harim.page('/en/desk/petitions?show=late')).toContain('A kerb at the stop')
  await took(harim, id, 'answer', accepted)
  daysPass(400)
  expect(await harim.page(`/en/desk/petitions/${id}`)).toMatch(/The answer came \d+ days late/)
})

test('a no without reason, day or promise says everything that is missing at once, and keeps what was typed', async () => {
  const { city, harim } = await town()
  const id = await filed(city)
  const { reason: _, because: __, reviewOn: ___, ...bare } = declined
  const no = await take(harim, id, 'answer', bare)
  expect(no.status).toBe(422)
  for (const says of [
    'Choose the reason.',
    'Say what exactly stands in the way.',
    'on which day you will look',
  ])
    expect(no.page.includes(says)).toBe(true)
  expect(no.page).toContain('The street belongs to the province')
  const yes = await take(harim, id, 'answer', { ...bare, outcome: 'accepted' })
  expect(yes.page).toContain('A yes needs at least one new commitment')
  const stamp = await take(harim, id, 'answer', { ...declined, text: 'No.' })
  expect(stamp.status).toBe(422)
})

test('the same answer sent twice is given once; another one is refused with what was typed', async () => {
  const { city, harim, nari } = await town()
  const id = await filed(city)
  await took(harim, id, 'answer', declined)
  await took(harim, id, 'answer', declined)
  const other = await take(nari, id, 'answer', accepted)
  expect(other.status).toBe(422)
  expect(other.page).toContain('Somebody answered in the meantime')
  expect(other.page).toContain('The kerb will be lowered before')
  const page = await harim.page(`/en/desk/petitions/${id}`)
  expect(page.match(/The street belongs to the province/g)).toHaveLength(1)
})

test('what is another body’s is closed, and open once it was handed on; both its clocks run on', async () => {
  const { city, harim, housing, jiwoo } = await town()
  const id = await filed(city)
  expect((await housing.get(`/en/desk/petitions/${id}`)).status).toBe(422)
  expect((await take(housing, id, 'answer', declined)).status).toBe(422)
  const before = await harim.page(`/en/desk/petitions/${id}`)
  const due = /<time datetime="([\d-]+)">/.exec(before.slice(before.indexOf('id="clock"')))![1]
  await took(harim, id, 'transfer', { body: 'urban-housing-department', procedure: 'grievance', ...why })
  const page = await housing.page(`/en/desk/petitions/${id}`)
  expect(page).toContain('2 time limits run at once')
  const now = /<time datetime="([\d-]+)">/.exec(page.slice(page.indexOf('id="clock"')))![1]!
  expect(now < due!).toBe(true)
  expect(await housing.page('/en/desk/petitions')).toContain('A kerb at the stop')
  expect((await harim.get(`/en/desk/petitions/${id}`)).status).toBe(422)
  expect((await jiwoo.get(`/en/desk/petitions/${id}`)).status).toBe(200)
})

test('handed on to a way without a committee, it is still signed and heard by the rules it was filed under', async () => {
  const { city, jiwoo, harim, daeun } = await town()
  const id = await filed(city, { lane: 'yes', laneReason: 'Few need it.', groups: ['disabled'] })
  await took(jiwoo, id, 'lane', { granted: 'yes', ...why })
  const before = (await (await harim.get(`/record/published/petitions/${id}`)).json()).form
  await took(harim, id, 'transfer', {
    ...{ body: 'welfare-department', procedure: 'statutory-petition' },
    ...why,
  })
  await took(jiwoo, id, 'transfer', { body: 'labour-department', procedure: 'statutory-petition', ...why })
  const { form } = await (await harim.get(`/record/published/petitions/${id}`)).json()
  expect(form).toMatchObject({ filedAs: 'civic-rights', signableUntil: before.signableUntil })
  expect(saidOf(await waiting(city, Daeun))).toContain('For the agenda: A kerb at the stop')
  expect((await daeun.get(`/en/desk/petitions/${id}/agenda`)).status).toBe(200)
})

test('the clock stands still with a reason, runs again, and is extended once', async () => {
  const { city, harim, daysPass } = await town()
  const id = await filed(city, { procedure: 'statutory-petition' })
  daysPass(10)
  for (const to of ['2026-11-30', '2027-12-02'])
    expect((await take(harim, id, 'pause', { ground: 'author', to, ...why })).status).toBe(422)
  await took(harim, id, 'pause', { ground: 'author', ...why })
  expect((await take(harim, id, 'pause', { ground: 'author', ...why })).page).toContain(
    'stands still already',
  )
  expect(await harim.page('/en/desk/petitions?show=paused')).toContain('A kerb at the stop')
  daysPass(5)
  await took(harim, id, 'resumption')
  expect((await take(harim, id, 'resumption')).status).toBe(422)
  expect(await harim.page(`/en/desk/petitions/${id}/extension`)).toContain('60 days')
  await took(harim, id, 'extension', why)
  expect((await take(harim, id, 'extension', why)).page).toContain('extended once already')
  const page = await harim.page(`/en/desk/petitions/${id}`)
  expect(page).toContain('The author has to tell us which stop it is.')
  expect(page).toContain('extended')
})

test('what is late is not made to look in time', async () => {
  const { city, harim, daysPass } = await town()
  const id = await filed(city)
  daysPass(150)
  expect((await take(harim, id, 'extension', why)).page).toContain('The time is up')
  expect((await take(harim, id, 'pause', { ground: 'author', ...why })).page).toContain('The time is up')
})

test('a hearing is announced, held and reported; a mediation may stop the clock while it runs', async () => {
  const { city, harim, daeun, daysPass, bugs } = await town()
  const id = await filed(city)
  const hearing = {
    day: '2026-12-05',
    time: '14:30',
    place: 'At the stop, in front of the school',
    access: 'Level ground, sign language on request',
    lang: 'en',
  }
  await took(daeun, id, 'hearing', hearing)
  expect((await take(harim, id, 'hearing', { ...hearing, day: '2026-11-01' })).status).toBe(422)
  expect((await take(harim, id, 'hearing', { ...hearing, time: 'noon' })).page).toContain('14:30')
  const report = 'Eleven people came. All of them had to be lifted over the kerb at least once.'
  const number = /\/cancellation\/(\d+)/.exec(await harim.page(`/en/desk/petitions/${id}`))![1]!
  expect((await take(harim, id, `report/${number}`, { text: report, lang: 'en' })).status).toBe(422)
  expect((await take(harim, id, 'pause', { ground: 'mediation', ...why })).page).toContain('No mediation')
  await took(harim, id, 'mediation', { proposal: 'The city lowers the kerb, the school waits.', lang: 'en' })
  await took(harim, id, 'pause', { ground: 'mediation', ...why })
  daysPass(20)
  expect(saidOf(await waiting(city, Daeun))).toContain('Report of a hearing: A kerb at the stop')
  await took(daeun, id, `report/${number}`, { text: report, lang: 'en' })
  await took(harim, id, 'agreement', { agreed: 'yes', result: 'Both agreed on the spring.', lang: 'en' })
  const page = await harim.page(`/en/desk/petitions/${id}`)
  for (const said of ['Eleven people came', 'Both sides agreed', 'Level ground'])
    expect(page.includes(said)).toBe(true)
  expect((await take(harim, id, 'resumption')).status).toBe(422)
  expect(bugs).toEqual([])
})

test('the rights lane: Jiwoo grants it, and Daeun puts it on the agenda of a sitting with a link back', async () => {
  const { city, jiwoo, daeun, harim, anybody } = await town()
  const id = await filed(city, {
    lane: 'yes',
    laneReason: 'Only wheelchair users need it.',
    groups: ['disabled'],
  })
  expect((await take(daeun, id, 'agenda', { sitting: '1' })).status).toBe(422)
  expect((await take(harim, id, 'lane', { granted: 'yes', ...why })).status).toBe(422)
  await took(jiwoo, id, 'lane', { granted: 'yes', ...why })
  expect(saidOf(await waiting(city, Daeun))).toContain('For the agenda: A kerb at the stop')
  const call = {
    ...{ kind: 'regular', day: '2026-12-20', time: '14:00', minutes: '60', place: 'Here', mode: 'video' },
    ...{ lang: 'en', agenda: '' },
  }
  const desk = '/en/desk/committees/civic-rights-committee/sittings'
  expect((await daeun.post(desk, call)).status).toBe(303)
  await took(daeun, id, 'agenda', { sitting: '1' })
  expect((await take(daeun, id, 'agenda', { sitting: '1' })).page).toContain('on an agenda already')
  const sitting = '/en/committees/civic-rights-committee/sittings/1'
  expect(await anybody.page(sitting)).toContain(`href="/en/petitions/${id}"`)
  expect(await harim.page(`/en/desk/petitions/${id}`)).toContain(`${sitting.slice(3)}#item-1`)
  expect(saidOf(await waiting(city, Daeun)).filter((each) => each.startsWith('For the agenda'))).toEqual([])
  const off = await daeun.post(`/en/desk/committees/civic-rights-committee/sittings/1/cancellation`, {
    reason: 'Too few can come.',
  })
  expect(off.status).toBe(303)
  expect(saidOf(await waiting(city, Daeun))).toContain('For the agenda: A kerb at the stop')
})

test('an objection is heard by somebody else; upheld, a new clock runs and the first answer stays to be read', async () => {
  const { city, harim, ombudsman, auditor, daysPass, bugs } = await town()
  const id = await filed(city)
  await took(harim, id, 'answer', declined)
  daysPass(3)
  await object(city, Yuna, id, { text: 'The city has lowered kerbs on that road before.', lang: 'en' })
  expect((await take(harim, id, 'objection/1', {})).status).toBe(422)
  const page = await ombudsman.page(`/en/desk/petitions/${id}`)
  const number = /\/objection\/(\d+)/.exec(page)![1]!
  const decision = { upheld: 'yes', decision: 'It did so in 2024. It may do so again.', lang: 'en' }
  expect((await take(auditor, id, `objection/${number}`, decision)).status).toBe(422)
  await took(ombudsman, id, `objection/${number}`, decision)
  expect((await take(ombudsman, id, `objection/${number}`, decision)).status).toBe(422)
  const again = await harim.page(`/en/desk/petitions/${id}`)
  for (const said of [
    'There is no answer yet',
    'An earlier answer',
    'The street belongs',
    'It did so in 2024',
  ])
    expect(again.includes(said)).toBe(true)
  await took(harim, id, 'answer', accepted)
  daysPass(400)
  expect(saidOf(await waiting(city, Harim))).toEqual([])
  expect(bugs).toEqual([])
})

test('a no is looked at again on its day: it stays until another, or the petition is open again', async () => {
  const { city, harim, daysPass, at } = await town()
  const id = await filed(city)
  await took(harim, id, 'answer', { ...declined, reviewOn: '2027-03-01' })
  const titles = async () => saidOf(await waiting(city, Harim))
  expect(await titles()).toEqual([])
  daysPass(95)
  expect(await titles()).toEqual(['Look again: A kerb at the stop'])
  const look = { text: 'The road is still the province’s; talks are under way.', lang: 'en' }
  expect((await take(harim, id, 'review', { ...look, stays: 'yes' })).page).toContain('Say on which day')
  const soon = at().toZonedDateTimeISO('Asia/Seoul').toPlainDate().add({ months: 6 }).toString()
  await took(harim, id, 'review', { ...look, stays: 'yes', reviewOn: soon })
  expect(await titles()).toEqual([])
  await took(harim, id, 'review', { ...look, stays: 'no' })
  expect(await titles()).toEqual(['Answer: A kerb at the stop'])
  expect((await take(harim, id, 'review', { ...look, stays: 'no' })).status).toBe(422)
})

test('forty late ones on a Monday: the longest late comes first, the rest on further pages, none twice', async () => {
  const { city, harim, daysPass, bugs } = await town()
  const ids: number[] = []
  for (let each = 0; each < 43; each++) {
    ids.push(await filed(city, { title: `Kerb number ${each}` }))
    if (each % 10 === 9) daysPass(1)
  }
  daysPass(200)
  const seen: number[] = []
  for (let address: string | undefined = '/en/desk/petitions?show=late'; address; ) {
    const page: string = await harim.page(address)
    seen.push(...[...page.matchAll(/href="\/en\/desk\/petitions\/(\d+)"/g)].map((each) => Number(each[1])))
    address = /<a href="([^"]*after=[^"]*)" rel="next"/.exec(page)?.[1]?.replaceAll('&amp;', '&')
  }
  expect(seen).toEqual(ids)
  expect(
    (await harim.page('/en/desk/petitions.csv')).split('\n').filter((each) => each.includes('Kerb')),
  ).toHaveLength(43)
  const items = await waiting(city, Harim)
  expect(items).toHaveLength(21)
  expect(saidOf(items).at(-1)).toBe('23 more petitions to answer')
  expect(bugs).toEqual([])
})
