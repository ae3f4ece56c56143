import { eq } from 'drizzle-orm'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { act, follow, historyOf, integrate, notify, unreadOf } from '#record/index.ts'
import { anonymous, keys, person, testCity } from '#testing/city.ts'
import { openRequests } from './index.ts'
import { deskOf, Harim, Jiwoo, petition, promise, transport, welfare } from './promised.fixture.ts'
import { requestStateOf, requestStates } from './request.ts'
import { tellLifted } from './requesting.actions.ts'
import { requests, requestsFor } from './requests.reads.ts'
import { helpWords } from './step.ts'
import { commitments, helps, steps } from './tables.ts'
import { waiting } from './waiting.reads.ts'

const viceMayor = 'vice-mayor-office'
const Sunhee = person('Sunhee', 8, ['head', viceMayor])

/** A promise for which Transport asked Welfare for help. */
async function asked() {
  const city = await testCity()
  const id = await promise(city.city)
  const harim = deskOf(city, Harim, id)
  const jiwoo = deskOf(city, Jiwoo, id)
  await harim.send('help', { of: welfare, text: 'Please say where wheelchairs cross most.' })
  const state = async () => {
    const [request] = await requestsFor(city.city.reads, id)
    return requestStateOf(request!, city.at())
  }
  const anybody = city.as(anonymous)
  const titles = async (viewer: typeof Harim) =>
    (await waiting(city.city, viewer)).map((each) => each.title.en)
  return { city, id, harim, jiwoo, sunhee: deskOf(city, Sunhee, id), state, anybody, titles }
}

const done = { status: 303 }

test('help that was given counts when whoever asked says so', async () => {
  const { id, harim, jiwoo, state, anybody, titles } = await asked()
  expect([await state(), await titles(Jiwoo)]).toEqual(['sent', ['Help wanted']])
  expect((await harim.send('help-answers', { asked: '1', accepted: 'yes' })).status).toBe(422)
  await jiwoo.send('help-answers', { asked: '1', accepted: 'yes', text: 'By Friday.' })
  expect([await state(), await titles(Jiwoo)]).toEqual(['accepted', ['Help we promised']])
  expect(await jiwoo.send('help-results', { asked: '1', text: 'Here is the map.' })).toMatchObject(done)
  expect([await state(), await titles(Harim)]).toEqual(['done', ['Say whether help came']])
  expect((await jiwoo.send('help-words', { asked: '1', word: 'confirmed' })).status).toBe(422)
  expect(await harim.send('help-words', { asked: '1', word: 'disputed', text: 'Half.' })).toMatchObject(done)
  expect([await state(), await titles(Jiwoo)]).toEqual(['disputed', ['Help we promised']])
  await jiwoo.send('help-results', { asked: '1', text: 'And the other half.' })
  expect(await harim.send('help-words', { asked: '1', word: 'confirmed' })).toMatchObject(done)
  expect(await state()).toBe('confirmed')
  const page = await anybody.page(`/en/commitments/${id}`)
  for (const said of ['Help came', 'By Friday.', 'The help did not come as promised'])
    expect(page).toContain(said)
})

test('what is not answered is lifted after the norm, told once, and decided with a day', async () => {
  const { city, id, jiwoo, harim, sunhee, state, anybody, titles } = await asked()
  const news = async () => {
    await integrate(city.city, keys.log)
    await notify(city.city)
    return unreadOf(city.city.reads, 1)
  }
  await act(city.city, { as: 'resident', person: 1 }, async (tx, at) => {
    await follow(tx, 1, petition.about, at)
    return { entries: [{ what: 'made-up', about: petition.about }] }
  })
  const before = await news()
  expect(await anybody.page(`/en/commitments/${id}`)).toContain('If it is not settled in time')
  city.daysPass(14)
  expect(await state()).toBe('sent')
  const early = await sunhee.send('help-decisions', { asked: '1', decides: 'closes' })
  expect(early.status).toBe(422)
  city.daysPass(3)
  expect([await state(), await titles(Sunhee)]).toEqual(['lifted', ['Decide between bodies']])
  for (const _ of [1, 2]) await tellLifted(city.city)
  expect(await news()).toBe(before + 1)
  const told = await historyOf(city.city.reads, `commitments/${id}`)
  expect(told.filter(({ what }) => what === 'commitments.help-lifted')).toHaveLength(1)
  expect(await anybody.page('/en/commitments/requests?state=lifted')).toContain('Lower every kerb')
  expect(await city.as(Sunhee).page('/en/desk/requests')).toContain('Lifted to us: we decide')

  const decide = (fields: Record<string, string>) =>
    sunhee.send('help-decisions', { asked: '1', decides: 'helps', ...fields })
  expect(await (await decide({ of: welfare })).text()).toContain('id="dueOn"')
  expect((await decide({ of: transport, dueOn: '2026-12-31' })).status).toBe(422)
  expect((await decide({ of: welfare, dueOn: '2020-01-01' })).status).toBe(422)
  expect(await decide({ of: welfare, dueOn: '2026-12-31', text: 'Both need the map.' })).toMatchObject(done)
  expect([await state(), await titles(Sunhee)]).toEqual(['accepted', []])
  expect((await jiwoo.send('help-answers', { asked: '1', accepted: 'no' })).status).toBe(422)
  expect(await jiwoo.send('reports')).toMatchObject(done)
  expect(await titles(Jiwoo)).toEqual(['Help we promised'])
  expect(await anybody.page(`/en/commitments/${id}`)).toContain('helps, by 31 December 2026')
  await jiwoo.send('help-results', { asked: '1' })
  expect(await harim.send('help-words', { asked: '1', word: 'confirmed' })).toMatchObject(done)
  expect(city.bugs).toEqual([])
})

test('a no that is insisted on is lifted from that day on, and may be closed for good', async () => {
  const { city, harim, jiwoo, sunhee, state } = await asked()
  city.daysPass(10)
  await jiwoo.send('help-answers', { asked: '1', accepted: 'no', text: 'We have no such figures.' })
  city.daysPass(30)
  expect(await state()).toBe('declined')
  await harim.send('help-words', { asked: '1', word: 'insisted' })
  city.daysPass(14)
  expect(await state()).toBe('insisted')
  city.daysPass(3)
  expect(await state()).toBe('lifted')
  await jiwoo.send('help-answers', { asked: '1', accepted: 'no', text: 'Still none.' })
  expect(await state()).toBe('lifted')
  expect(await sunhee.send('help-decisions', { asked: '1', decides: 'closes' })).toMatchObject(done)
  expect(await state()).toBe('closed')
  expect(await openRequests(city.city.reads, city.at())).toEqual([])
  expect((await harim.send('help-words', { asked: '1', word: 'insisted' })).status).toBe(422)
})

test('a double click on a decision decides once, and a stranger decides nothing', async () => {
  const { city, id, harim, sunhee } = await asked()
  city.daysPass(20)
  const fields = { asked: '1', decides: 'closes', text: 'Not needed.', seen: '1' }
  const path = `/en/desk/commitments/${id}/help-decisions`
  expect((await harim.browser.post(path, fields)).status).toBe(422)
  for (const _ of [1, 2]) expect((await sunhee.browser.post(path, fields)).status).toBe(303)
  const told = await historyOf(city.city.reads, `commitments/${id}`)
  expect(told.filter(({ what }) => what === 'commitments.help-closed')).toHaveLength(1)
})

test('a request ends with its promise', async () => {
  const { city, id, harim, state } = await asked()
  await harim.send('end', { text: 'The council cut the money.' })
  city.daysPass(30)
  expect(await state()).toBe('lapsed')
  expect(await openRequests(city.city.reads, city.at(), [id])).toEqual([])
  expect(await waiting(city.city, Sunhee)).toEqual([])
})

test('what was asked before requests could be lifted is read as it was', async () => {
  const { city, id } = await asked()
  await act(city.city, { as: 'test' }, async (tx) => {
    await tx.update(helps).set({ last: null, waitsFrom: null, liftAt: null })
    return { entries: [{ what: 'made-up', about: 'commitments/1' }] }
  })
  city.daysPass(900)
  const [request] = await requestsFor(city.city.reads, id)
  expect(requestStateOf(request!, city.at())).toBe('sent')
})

const moments = [0, 1, 2, 3].map((day) =>
  Temporal.Instant.from('2026-01-01T00:00:00Z').add({ hours: 24 * day }),
)
const maybe = fc.option(fc.constantFrom(...moments), { nil: null })
const turn = fc.oneof(
  fc.constant({ kind: 'help', doc: { of: welfare } } as const),
  fc.boolean().map((accepted) => ({ kind: 'help-answer', doc: { asked: 1, accepted } }) as const),
  fc.constant({ kind: 'help-done', doc: { asked: 1 } } as const),
  fc.constantFrom(...helpWords).map((word) => ({ kind: 'help-word', doc: { asked: 1, word } }) as const),
  fc
    .constantFrom(welfare, null)
    .map((of) => ({ kind: 'help-decision', doc: { asked: 1, of, dueOn: null } }) as const),
)

test('the database and the rule say the same of every request at every moment', async () => {
  const { city } = await testCity()
  const rows = fc.sample(fc.record({ turn, liftAt: maybe, doneAt: maybe, stoppedAt: maybe }), 120)
  const all: number[] = []
  for (const _ of rows) all.push(await promise(city))
  await act(city, { as: 'test' }, async (tx, at) => {
    const step = { at, body: transport, text: '', lang: 'en', links: [] }
    for (const [index, { turn: last, liftAt, doneAt, stoppedAt }] of rows.entries()) {
      const commitment = all[index]!
      await tx.insert(steps).values([
        { ...step, commitment, no: 1, kind: 'help', doc: { of: welfare } },
        { ...step, commitment, no: 2, ...last },
      ])
      await tx.insert(helps).values({ commitment, asked: 1, of: welfare, last: 2, liftAt })
      await tx.update(commitments).set({ doneAt, stoppedAt }).where(eq(commitments.id, commitment))
    }
    return { entries: [{ what: 'made-up', about: 'commitments/1' }] }
  })
  const whole = { after: undefined, limit: 1000 }
  for (const at of moments) {
    const { rows: read } = await requests(city.reads, {}, at, whole)
    expect(read).toHaveLength(rows.length)
    for (const state of requestStates) {
      const found = await requests(city.reads, { state }, at, whole)
      expect([String(at), state, found.rows.map((each) => each.commitment)]).toEqual([
        String(at),
        state,
        read.filter((each) => requestStateOf(each, at) === state).map((each) => each.commitment),
      ])
    }
  }
})
