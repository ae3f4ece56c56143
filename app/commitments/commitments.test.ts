import { createHash } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { canonical } from '#kit/canonical.ts'
import { act, follow, historyOf, integrate, notify, unreadOf } from '#record/index.ts'
import { anonymous, keys, person, testCity } from '#testing/city.ts'
import { commitmentsFrom, commitmentsHolding, latelySettled } from './index.ts'
import {
  Auditor,
  audit,
  Daeun,
  deskOf,
  Harim,
  Jiwoo,
  petition,
  promise,
  transport,
  welfare,
} from './promised.fixture.ts'
import { waiting } from './waiting.reads.ts'

const links = 'https://city.example/kerbs'

/** A city with one promise, and the hands that work on it. */
async function promised(more: Parameters<typeof promise>[1] = {}) {
  const city = await testCity()
  const id = await promise(city.city, more)
  const anybody = city.as(anonymous)
  return {
    city,
    id,
    anybody,
    harim: deskOf(city, Harim, id),
    daeun: deskOf(city, Daeun, id),
    auditor: deskOf(city, Auditor, id),
    jiwoo: deskOf(city, Jiwoo, id),
    page: () => anybody.page(`/en/commitments/${id}`),
  }
}

const done = { status: 303 }

test('a promise is kept only when somebody else has said so', async () => {
  const { city, id, anybody, harim, daeun, page } = await promised()
  expect(await page()).toContain('Under way')
  city.daysPass(50)
  expect(await harim.send('reports', { text: 'Eight are measured.', links })).toMatchObject(done)
  expect(await harim.send('milestones', { milestone: '1' })).toMatchObject(done)
  expect(await page()).toContain('Eight are measured.')
  expect(await page()).toMatch(/Milestone reached: <bdi[^>]*>All kerbs measured/)

  city.daysPass(200)
  const without = await harim.send('completion', { text: 'All are lowered.' })
  expect(without.status).toBe(422)
  const again = await without.text()
  expect(again).toContain('at least one link or file')
  expect(again).toContain('All are lowered.')
  expect(await harim.send('completion', { links })).toMatchObject(done)
  expect(await page()).toContain('Said to be done, not checked')

  expect(await daeun.send('checks', { finding: 'confirmed', method: 'seen' })).toMatchObject(done)
  expect(await page()).toContain('Checked (seen on the spot): Confirmed')
  expect(await anybody.page('/en/commitments?standing=kept')).toContain('Lower every kerb')
  expect(await anybody.page('/en/commitments?standing=late')).not.toContain('Lower every kerb')
  expect((await latelySettled(city.city.reads, 5)).map((each) => each.id)).toEqual([id])
  expect((await historyOf(city.city.reads, `commitments/${id}`)).map((each) => each.what)).toEqual([
    'commitments.adopted',
    'commitments.reported',
    'commitments.milestone-reached',
    'commitments.done',
    'commitments.check-confirmed',
  ])
  expect(city.bugs).toEqual([])
})

test('a check against the word of the lead puts it back to not done, and the lead may say it again', async () => {
  const { city, id, harim, daeun, auditor, page } = await promised()
  await harim.send('completion', { links })
  await daeun.send('checks', {
    finding: 'not-confirmed',
    method: 'measured',
    text: 'Two kerbs are 4 cm high.',
  })
  expect(await page()).toContain('Not confirmed: it was not done')
  expect(await page()).toContain('Two kerbs are 4 cm high.')
  const [line] = await commitmentsFrom(city.city.reads, petition.about)
  expect(line).toMatchObject({ id, doneAt: null, finding: 'not-confirmed' })
  expect((await auditor.send('checks', { finding: 'confirmed', method: 'seen' })).status).toBe(422)

  await harim.send('completion', { links, text: 'Now these two are lowered as well.' })
  expect(await page()).toContain('Waiting for a check')
  await auditor.send('checks', { finding: 'in-part', method: 'seen' })
  expect(await page()).toContain('Confirmed only in part')
  await harim.send('completion', { links, text: 'And the last one.' })
  await auditor.send('checks', { finding: 'confirmed', method: 'seen' })
  expect(await page()).toContain('Kept')
})

test('who works on it, reported on it or belongs to it does not check it', async () => {
  const { city, id, harim, jiwoo } = await promised({ supporting: [welfare] })
  await jiwoo.send('reports', { links })
  await harim.send('completion', { links })
  const both = deskOf(city, person('Harim', 2, ['secretary', transport]), id)
  const own = await both.send('checks', { finding: 'confirmed', method: 'seen' })
  expect([own.status, await own.text()]).toEqual([422, expect.stringContaining('your body works on it')])
  const turncoat = deskOf(city, person('Jiwoo', 3, ['auditor', audit]), id)
  const word = await turncoat.send('checks', { finding: 'confirmed', method: 'seen' })
  expect([word.status, await word.text()]).toEqual([
    422,
    expect.stringContaining('You reported on this promise'),
  ])
  expect((await harim.browser.post(`/en/desk/commitments/${id}/checks`)).status).toBe(403)
})

test('a body checks one word of the lead once, and another may check it again', async () => {
  const { harim, daeun, auditor, page } = await promised()
  await harim.send('completion', { links })
  await daeun.send('checks', { finding: 'confirmed', method: 'documents' })
  const twice = await daeun.send('checks', { finding: 'not-confirmed', method: 'seen' })
  expect(await twice.text()).toContain('checked this word of the lead already')
  expect(await auditor.send('checks', { finding: 'not-confirmed', method: 'seen' })).toMatchObject(done)
  expect(await page()).toContain('Not confirmed: it was not done')
})

test('a moved day stays beside the day first promised, and nothing moves a broken promise', async () => {
  const { city, harim, page } = await promised()
  const plan = { scope: 'Twelve kerbs.', lead: transport, startsOn: '2026-11-21', free: 'yes' }
  const moved = await harim.send('plan', {
    ...plan,
    dueOn: '2028-01-31',
    moved1: '2027-03-01',
    dropped2: 'yes',
  })
  expect(moved.status).toBe(303)
  const after = await page()
  expect(after).toContain('first promised for 17 September 2027')
  expect(after).toContain('<del>17 September 2027</del> → <ins>31 January 2028</ins>')
  expect(after).toContain('<del>KRW 350 million</del> → <ins>No extra money</ins>')
  expect(after).toContain('<del>20 May 2027</del> → <ins>Dropped</ins>')
  const same = await harim.send('plan', { ...plan, dueOn: '2028-01-31' })
  expect(await same.text()).toContain('Nothing in the plan is different')

  city.turnTo('2028-07-31T09:00:00+09:00')
  expect(await page()).toContain('Late')
  city.daysPass(1)
  expect(await page()).toContain('Broken')
  const broken = await harim.send('plan', { ...plan, dueOn: '2030-01-31' })
  expect(await broken.text()).toContain('no new day mends that')
  expect(await harim.send('completion', { links })).toMatchObject(done)
  expect(await page()).toContain('Said to be done')
})

test('a promise given up is broken, with its reason', async () => {
  const { harim, page, anybody } = await promised()
  expect(await harim.send('end', { text: 'The council cut the money.' })).toMatchObject(done)
  expect(await page()).toContain('The council cut the money.')
  expect(await anybody.page('/en/commitments?standing=broken')).toContain('Lower every kerb')
  for (const form of ['reports', 'completion', 'end', 'plan'])
    expect([form, (await harim.send(form, { links })).status]).toEqual([form, 422])
})

test('silence is shown as silence, and a report ends it', async () => {
  const { city, harim, page, anybody } = await promised()
  city.daysPass(89)
  expect(await page()).not.toContain('Nobody has heard of it since')
  city.daysPass(2)
  expect(await page()).toContain('Nobody has heard of it since 21 November 2026.')
  expect(await anybody.page('/en/commitments?standing=silent')).toContain('Lower every kerb')
  await harim.send('reports')
  expect(await page()).not.toContain('Nobody has heard of it since')
})

test('help that is wanted lies on the other body’s desk; who promises it checks no more', async () => {
  const { city, id, harim, jiwoo, page } = await promised()
  await harim.send('help', { of: welfare, text: 'Please say where wheelchairs cross most.' })
  const desk = await jiwoo.browser.page('/en/desk/commitments')
  expect(desk).toContain('Please say where wheelchairs cross most.')
  expect(await waiting(city.city, Jiwoo)).toMatchObject([
    { title: { en: 'Help wanted' }, of: { en: 'Lower every kerb at the station' } },
  ])
  expect((await harim.send('help', { of: transport })).status).toBe(422)
  expect(await jiwoo.send('help-answers', { asked: '1', accepted: 'yes', text: 'By Friday.' })).toMatchObject(
    done,
  )
  expect(await page()).toContain('By Friday.')
  expect(await jiwoo.browser.page('/en/desk/commitments')).not.toContain('/help-answers?asked=1')
  expect((await jiwoo.send('help-answers', { asked: '1', accepted: 'no' })).status).toBe(422)
  expect(await jiwoo.send('reports', { text: 'Here is the map.' })).toMatchObject(done)
  const [line] = await commitmentsFrom(city.city.reads, petition.about)
  expect(line?.supporting).toEqual([welfare])
  const stranger = deskOf(city, person('Somebody', 9, ['secretary', welfare]), id)
  await harim.send('completion', { links })
  expect((await stranger.send('checks', { finding: 'confirmed', method: 'seen' })).status).toBe(422)
})

test('only those who work on it report, and only its lead declares, moves or ends it', async () => {
  const { city, id, jiwoo } = await promised()
  expect((await jiwoo.send('reports')).status).toBe(422)
  const supporting = await promise(city.city, { supporting: [welfare] })
  const helper = deskOf(city, Jiwoo, supporting)
  expect(await helper.send('reports')).toMatchObject(done)
  expect((await helper.send('completion', { links })).status).toBe(422)
  expect((await helper.send('end')).status).toBe(422)
  const minho = city.as(person('Minho', 4))
  expect((await minho.post(`/en/desk/commitments/${id}/reports`)).status).toBe(403)
})

test('what a body owed is its successor’s to keep', async () => {
  const { city, harim, page } = await promised()
  expect(await harim.send('reports')).toMatchObject(done)
  city.turnTo('2026-06-01T09:00:00+09:00')
  const old = await promise(city.city, { lead: 'gwangju-metropolitan-city' })
  city.turnTo('2026-11-21T09:00:00+09:00')
  const answer = await city.as(anonymous).page(`/en/commitments/${old}`)
  expect(answer).toContain('took over from')
  const successor = answer.match(
    /href="\/en\/bodies\/([a-z-]+)">[^<]*<\/a> <span class="muted">\(took over/,
  )![1]!
  const heir = deskOf(city, person('Jiwoo', 3, ['officer', successor]), old)
  expect(await heir.send('reports')).toMatchObject(done)
  expect(await city.as(anonymous).page(`/en/commitments?body=${successor}`)).toContain(`/commitments/${old}"`)
  expect(await page()).not.toContain('took over from')
})

test('a form sent twice changes nothing twice, and the same words next quarter are a report of their own', async () => {
  const { city, id, harim } = await promised()
  const twice = { text: 'No change.', seen: '0', declared: '0' }
  const path = `/en/desk/commitments/${id}/reports`
  for (const _ of [1, 2]) expect((await harim.browser.post(path, twice)).status).toBe(303)
  city.daysPass(90)
  expect((await harim.browser.post(path, { ...twice, seen: '1' })).status).toBe(303)
  const told = await historyOf(city.city.reads, `commitments/${id}`)
  expect(told.filter((each) => each.what === 'commitments.reported')).toHaveLength(2)
})

test('a report brings files, which everybody can open and which its public form names', async () => {
  const { city, id, harim, page, anybody } = await promised()
  const files = new File(['place,height\nexit 2,12'], 'heights.csv', { type: 'text/csv' })
  expect(await harim.send('reports', { files })).toMatchObject(done)
  const address = (await page()).match(/href="(\/files\/\d+\/heights\.csv)"/)![1]!
  expect(await anybody.page(address)).toContain('exit 2,12')
  const published = await (await anybody.get(`/record/published/commitments/${id}`)).json()
  expect(published.form.files).toEqual([
    {
      about: `commitments/${id}/steps/1`,
      name: 'heights.csv',
      digest: expect.stringMatching(/^[0-9a-f]{64}$/),
    },
  ])
  const bad = await harim.send('reports', {
    text: 'Kept though refused.',
    files: new File(['<p>'], 'page.html'),
  })
  const shown = await bad.text()
  expect(bad.status).toBe(422)
  expect(shown).toContain('Kept though refused.')
  expect(city.bugs).toEqual([])
})

test('after every step the record commits to what is published, which names no account', async () => {
  const { city, id, harim, daeun, jiwoo, anybody } = await promised()
  const agrees = async () => {
    const { form, salt, entry } = await (await anybody.get(`/record/published/commitments/${id}`)).json()
    const [written] = await city.city.reads
      .select({ shows: sql<string>`shows` })
      .from(sql`record_entries`)
      .where(sql`number = ${entry} and about = ${`commitments/${id}`}`)
    expect(createHash('sha256').update(Buffer.from(salt, 'hex')).update(canonical(form)).digest('hex')).toBe(
      written!.shows,
    )
    expect(JSON.stringify(form)).not.toContain('"person"')
  }
  await agrees()
  const files = new File(['seen'], 'note.txt')
  for (const [hand, form, fields] of [
    [harim, 'reports', { links, files }],
    [harim, 'milestones', { milestone: '2' }],
    [harim, 'help', { of: welfare }],
    [jiwoo, 'help-answers', { asked: '3', accepted: 'yes' }],
    [jiwoo, 'help-results', { asked: '3' }],
    [harim, 'help-words', { asked: '3', word: 'confirmed' }],
    [
      harim,
      'plan',
      { scope: 'All.', lead: transport, startsOn: '2026-11-21', dueOn: '2027-12-31', cost: '5억' },
    ],
    [harim, 'completion', { links }],
    [daeun, 'checks', { finding: 'in-part', method: 'other' }],
    [harim, 'end', {}],
  ] as const) {
    expect([form, (await hand.send(form, fields)).status]).toEqual([form, 303])
    await agrees()
  }
})

test('whoever follows what a promise came from hears of every step of it', async () => {
  const { city, harim } = await promised()
  const yuna = 1
  await act(city.city, { as: 'resident', person: yuna }, async (tx, at) => {
    await follow(tx, yuna, petition.about, at)
    return { entries: [{ what: 'made-up', about: petition.about }] }
  })
  const told = async () => {
    await integrate(city.city, keys.log)
    await notify(city.city)
    return unreadOf(city.city.reads, yuna)
  }
  const before = await told()
  await harim.send('reports', { text: 'Eight are measured.' })
  expect(await told()).toBe(before + 1)
})

test('the article that a promise serves lists it, and search finds it by what was reported', async () => {
  const { id, harim, anybody } = await promised()
  await harim.send('reports', { text: 'The drain under exit nine was moved.' })
  expect(await anybody.page('/en/charter/11')).toContain(`/en/commitments/${id}"`)
  expect(await anybody.page('/en/search?q=drain')).toContain(`/en/commitments/${id}"`)
})

test('whoever leaves takes their account from what they did, and what the body said stays', async () => {
  const { city, harim, page } = await promised()
  await harim.send('reports', { text: 'Eight are measured.' })
  const { held, unlink } = commitmentsHolding
  expect(await held(city.city.reads, 2)).toMatchObject([{ kind: 'report', text: 'Eight are measured.' }])
  await act(city.city, { as: 'resident' }, async (tx) => {
    await unlink(tx, 2)
    return { entries: [{ what: 'made-up', about: petition.about }] }
  })
  expect(await held(city.city.reads, 2)).toEqual([])
  expect(await page()).toContain('Eight are measured.')
})

test('at the desk of each lies what is theirs to do', async () => {
  const { city, id, harim } = await promised()
  const titles = async (viewer: typeof Harim) =>
    (await waiting(city.city, viewer)).map((each) => each.title.en)
  expect(await titles(Harim)).toEqual([])
  city.daysPass(275)
  expect(await titles(Harim)).toEqual(['Report is due'])
  await harim.send('reports')
  expect(await titles(Harim)).toEqual(['Due soon'])
  city.daysPass(30)
  expect(await titles(Harim)).toEqual(['Late'])
  await harim.send('completion', { links })
  expect(await waiting(city.city, Harim)).toMatchObject([{ turn: 'others' }])
  expect(await titles(Daeun)).toEqual(['To be checked'])
  expect(await harim.browser.page('/en/desk/commitments')).toContain('waiting for others to check')
  expect(await city.as(Daeun).page('/en/desk/commitments')).toContain(`/desk/commitments/${id}/checks`)
})
