import { expect, test } from 'vitest'
import { adopt } from '#commitments/index.ts'
import type { City } from '#kit/city.ts'
import { dayAt } from '#kit/time.ts'
import { settleDemo } from '#people/index.ts'
import { act } from '#record/index.ts'
import { person, type TestCity, testCity } from '#testing/city.ts'

const transport = 'transport-department'
const welfare = 'welfare-department'
const office = 'human-rights-division'

const Jiwoo = person('Jiwoo', 3, ['editor', office])
const Harim = person('Harim', 2, ['officer', transport], ['hr-officer', transport])
const Doyun = person('Doyun', 4, ['officer', welfare])
const Daeun = person('Daeun', 5, ['secretary', 'human-rights-civil-committee'])
const Head = person('Gaon', 7, ['officer', 'vice-mayor-office'])

const kerbs = 'Lower every kerb at the station'

/** A promise of the transport department, due in ten days, that serves no article. */
async function promise(city: City): Promise<number> {
  const today = dayAt(city.clock.now(), city.facts.timeZone)
  return act(city, { as: transport }, async (tx, at) => {
    const about = { about: 'petitions/7', title: { en: 'A kerb' } } as const
    const { refs, entries } = await adopt(city, tx, at, about, [
      {
        ...{ kind: 'new', title: kerbs, text: 'Twelve of them.', lang: 'en' },
        ...{ lead: transport, supporting: [], cost: 'none', milestones: [] },
        ...{ startsOn: today, dueOn: today.add({ days: 10 }), articles: [], groups: [], districts: [] },
      },
    ])
    const [first, ...others] = entries
    return { result: Number(refs[0]!.split('/')[1]), entries: [first!, ...others] }
  })
}

async function town() {
  const whole = await testCity()
  return { ...whole, id: await promise(whole.city) }
}

const statusOf = async (town: TestCity, viewer: ReturnType<typeof person>, path: string) =>
  (await town.as(viewer).get(`/en/desk/tower${path}`)).status

test('nobody sees a desk of the tower without an office; everybody sees how the city keeps its word', async () => {
  const { browser } = await town()
  const anybody = browser()
  for (const path of ['', '/mayor', '/committee', '/mine', `/departments/${transport}`, '/late/promise'])
    expect((await anybody.get(`/en/desk/tower${path}`)).status, path).toBe(303)
  for (const path of ['/tower', '/tower/unlinked', '/departments/officers'])
    expect((await anybody.get(`/ko${path}`)).status, path).toBe(200)
})

test('a department sees its own desk and not another’s; the office and the vice mayor see all', async () => {
  const whole = await town()
  expect(await statusOf(whole, Harim, `/departments/${transport}`)).toBe(200)
  expect(await statusOf(whole, Doyun, `/departments/${transport}`)).toBe(404)
  expect(await statusOf(whole, Doyun, '/mayor')).toBe(404)
  expect(await statusOf(whole, Doyun, '/late/promise')).toBe(404)
  expect(await statusOf(whole, Daeun, '/mayor')).toBe(404)
  expect(await statusOf(whole, Daeun, '/committee')).toBe(200)
  for (const viewer of [Jiwoo, Head])
    for (const path of ['', '/mayor', '/committee', '/late/promise', `/departments/${transport}`])
      expect(await statusOf(whole, viewer, path), path).toBe(200)
  expect(await statusOf(whole, Jiwoo, '/departments/nothing')).toBe(404)
})

test('everybody comes from the tool to the page that is theirs', async () => {
  const { as } = await town()
  const at = async (viewer: ReturnType<typeof person>, path: string) =>
    (await as(viewer).get(`/en/desk/tower${path}`)).headers.get('location')
  expect(await at(Harim, '')).toBe('/en/desk/tower/mine')
  expect(await at(Harim, '/mine')).toBe(`/en/desk/tower/departments/${transport}`)
  expect(await at(Daeun, '')).toBe('/en/desk/tower/committee')
})

test('what is due soon stands at its body’s desk, and what is late in public, with a way to the form only for whoever owes it', async () => {
  const { as, browser, daysPass, id } = await town()
  const form = `href="/en/desk/commitments/${id}"`
  const soon = await as(Harim).page(`/en/desk/tower/departments/${transport}`)
  expect(soon).toContain(kerbs)
  expect(soon).toContain(form)
  expect(await browser().page('/en/tower')).not.toContain(kerbs)
  daysPass(11)
  const open = await browser().page('/en/tower')
  expect(open).toContain(kerbs)
  expect(open).toContain('1 day late')
  expect(open).not.toContain('/desk/')
  const looking = await as(Jiwoo).page(`/en/desk/tower/departments/${transport}`)
  expect(looking).toContain(kerbs)
  expect(looking).not.toContain(form)
})

test('the office reminds a body once a week, on the record; nobody else does, and not of what is not late', async () => {
  const { as, browser, daysPass, id } = await town()
  const asked = { kind: 'promise', about: `commitments/${id}`, body: transport }
  const remind = (viewer: ReturnType<typeof person>) => as(viewer).post('/en/desk/tower/reminders', asked)
  const early = await remind(Jiwoo)
  expect(early.status).toBe(422)
  expect(await early.text()).toContain('This is not late any more.')
  daysPass(11)
  expect((await remind(Head)).status).toBe(422)
  expect((await remind(Doyun)).status).not.toBe(303)
  expect((await remind(Jiwoo)).status).toBe(303)
  expect(await browser().page(`/en/commitments/${id}`)).toContain('was reminded that it is late')
  expect(await as(Harim).page(`/en/desk/tower/departments/${transport}`)).toContain('reminded you on')
  daysPass(6)
  expect(await (await remind(Jiwoo)).text()).toContain('within the last 7 days')
  daysPass(1)
  expect((await remind(Jiwoo)).status).toBe(303)
})

test('whoever leads a promise says what it serves: both pages show it, and it can be taken back', async () => {
  const { as, browser, id } = await town()
  const harim = as(Harim)
  const page = await harim.page(`/en/desk/tower/links/${id}`)
  const indicator = page.match(/<option value="(indicators\/[^"]+)"/)?.[1] ?? ''
  expect((await as(Doyun).get(`/en/desk/tower/links/${id}`)).status).toBe(404)
  const send = (viewer: ReturnType<typeof person>) =>
    as(viewer).post(`/en/desk/tower/links/${id}`, { indicator, thing: '' })
  expect((await send(Doyun)).status).not.toBe(303)
  expect((await harim.post(`/en/desk/tower/links/${id}`, { indicator: '', thing: '' })).status).toBe(422)
  expect((await send(Harim)).status).toBe(303)
  expect(await (await send(Harim)).text()).toContain('This has been said of the promise already.')
  expect(await browser().page(`/en/commitments/${id}`)).toContain(`href="/en/${indicator}"`)
  expect(await browser().page(`/en/${indicator}`)).toContain(kerbs)
  expect((await harim.post(`/en/desk/tower/links/${id}/taken`, { thing: indicator })).status).toBe(303)
  expect(await browser().page(`/en/${indicator}`)).not.toContain(`href="/en/commitments/${id}"`)
})

test('a promise cannot be said to serve what does not exist', async () => {
  const { as, id } = await town()
  const post = (thing: string) =>
    as(Harim).post(`/en/desk/tower/links/${id}`, { indicator: thing, thing: '' })
  expect((await post('indicators/nothing')).status).toBe(404)
  expect((await post('petitions/1')).status).toBe(404)
  expect((await post('../x')).status).toBe(422)
})

test('what is linked to nothing is public, by kind, as a page, a spreadsheet and for programs', async () => {
  const { browser, id } = await town()
  const page = await browser().page('/en/tower/unlinked?gap=promise-without-article')
  expect(page).toContain(kerbs)
  const csv = await browser().page('/en/tower/unlinked.csv?gap=promise-without-article')
  expect(csv).toContain(`commitments/${id}`)
  expect(csv).not.toContain('indicators/')
  const { items } = JSON.parse(await browser().page('/en/tower/unlinked.json?gap=article-without-anything'))
  expect(items.every((each: { about: string }) => each.about.startsWith('charter/'))).toBe(true)
})

test('a human rights officer leaves a note to whoever comes after; the office does not read it', async () => {
  const { as } = await town()
  const path = `/en/desk/tower/departments/${transport}`
  const text = 'The kerbs of 2027 are measured in spring.'
  expect((await as(Doyun).post(`${path}/handovers`, { text })).status).toBe(403)
  expect((await as(Harim).post(`${path}/handovers`, { text: '' })).status).toBe(422)
  expect((await as(Harim).post(`${path}/handovers`, { text })).status).toBe(303)
  expect(await as(Harim).page(path)).toContain(text)
  expect(await as(Jiwoo).page(path)).not.toContain(text)
  const other = person('Doyun', 4, ['hr-officer', welfare])
  expect((await as(other).post(`${path}/handovers`, { text })).status).toBe(404)
})

test('vacancies of human rights officers are public by body, and nobody’s name is', async () => {
  const { city, files, browser } = await testCity({ demo: true })
  const seats = async () => {
    const { items } = JSON.parse(await browser().page('/en/departments/officers.json'))
    return (items as { body: string; state: string }[]).filter(({ state }) => state === 'vacant')
  }
  const before = await seats()
  expect(before.map(({ body }) => body)).toContain(transport)
  await settleDemo(city, files)
  const after = await seats()
  expect(after.length).toBeLessThan(before.length)
  expect(after.map(({ body }) => body)).not.toContain(transport)
  const page = await browser().page('/en/departments/officers')
  expect(page).not.toContain('Harim')
  expect(page).toContain('/en/law/human-rights-ordinance/11')
})

test('the story of a right has what was promised for it, in counts that lead to their lists', async () => {
  const { city, browser } = await testCity()
  const today = dayAt(city.clock.now(), city.facts.timeZone)
  await act(city, { as: transport }, async (tx, at) => {
    const about = { about: 'petitions/7', title: { en: 'A kerb' } } as const
    const { entries } = await adopt(city, tx, at, about, [
      {
        ...{ kind: 'new', title: kerbs, text: 'Twelve of them.', lang: 'en' },
        ...{ lead: transport, supporting: [], cost: 'none', milestones: [], articles: ['charter/16'] },
        ...{ startsOn: today, dueOn: today.add({ days: 10 }), groups: [], districts: [] },
      },
    ])
    const [first, ...others] = entries
    return { entries: [first!, ...others] }
  })
  const page = await browser().page('/en/charter/16')
  expect(page).toContain('What was promised')
  expect(page).toContain(kerbs)
  expect(page).toContain('/en/commitments?kind=new&amp;standing=under-way&amp;article=charter/16')
  expect(await browser().page('/en/charter/17')).not.toContain('What was promised')
})
