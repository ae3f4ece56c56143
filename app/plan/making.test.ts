import { expect, test } from 'vitest'
import { integrate, notify, verify } from '#record/index.ts'
import { keys, type TestCity, testCity } from '#testing/city.ts'
import { faultsIn } from '#ui/wellformed.ts'
import {
  approved,
  begun,
  called,
  cast,
  desk,
  division,
  heard,
  held,
  posted,
  transport,
  whole,
} from './made.fixture.ts'

/** Everybody hears of what they follow. */
async function tell(city: TestCity): Promise<void> {
  await integrate(city.city, keys.log)
  await notify(city.city)
}

test('Jiwoo begins a plan; only the planning office may', async () => {
  const city = await testCity()
  const { harim, yuna, anybody } = cast(city)
  for (const stranger of [harim, yuna]) expect((await stranger.get('/en/desk/plan/new')).status).not.toBe(200)
  await begun(city)
  for (const lang of ['en', 'ko']) {
    const page = await anybody.page(`/${lang}/plans/2028-2032`)
    expect(page).toContain(lang === 'en' ? 'Fourth master plan' : '네 번째 인권 기본계획')
    expect(page).toContain(lang === 'en' ? 'Getting around' : '이동')
    expect(page).toContain('Half of the stops have kerbs.')
  }
  expect(city.bugs).toEqual([])
})

test('anybody says what they think, is answered in the open, and who has an account is told', async () => {
  const city = await testCity()
  const { jiwoo, yuna, anybody } = cast(city)
  const finding = await begun(city)
  await posted(jiwoo, `${desk}/tasks/new`, whole({ no: '1-1', 'title.en': 'Kerbs', findings: finding }))

  expect(await posted(anybody, '/en/plans/2028-2032/remarks', { text: ' ' }, 422)).toContain('#text')
  await posted(anybody, '/en/plans/2028-2032/remarks', { text: 'The lifts are broken.', who: 'Minho' })
  await posted(yuna, '/en/plans/2028-2032/remarks', { text: 'What of the buses?' })
  expect(await anybody.page('/en/plans/2028-2032')).toContain('2 remarks wait for an answer')

  const ids = [...(await jiwoo.page(desk)).matchAll(/remarks\/(\d+)/g)].map((each) => each[1])
  const [first, second] = ids
  await posted(jiwoo, `${desk}/remarks/${first}`, { outcome: 'taken', reason: 'Yes.' }, 422)
  await posted(jiwoo, `${desk}/remarks/${first}`, { outcome: 'taken', reason: 'Yes, here.', task: '1-1' })
  await posted(jiwoo, `${desk}/remarks/${first}`, { outcome: 'not-taken', reason: 'No.' }, 422)
  await posted(jiwoo, `${desk}/remarks/${second}`, { outcome: 'not-taken', reason: 'The law forbids it.' })

  const page = await anybody.page('/en/plans/2028-2032')
  for (const said of [
    'Minho',
    'The lifts are broken.',
    'Yes, here.',
    'The law forbids it.',
    'Every remark was answered.',
  ])
    expect(page).toContain(said)
  expect(await anybody.page('/en/plans/2028-2032/tasks/1-1')).toContain('The lifts are broken.')
  await tell(city)
  expect(await yuna.page('/en/notices')).toContain('A remark was answered: not taken.')
  expect(city.bugs).toEqual([])
})

test('a draft goes to the committee only when nothing is missing, and says what is', async () => {
  const city = await testCity()
  const { jiwoo, anybody } = cast(city)
  const finding = await begun(city)
  await posted(jiwoo, `${desk}/submission`, {}, 422)
  expect(await jiwoo.page(desk)).toContain('No hearing was held')

  await posted(jiwoo, `${desk}/tasks/new`, { no: '1-1', 'title.en': 'Kerbs', area: 'area-1' })
  const lacking = await jiwoo.page(desk)
  for (const part of ['article', 'group', 'lead', 'last year', 'money', 'indicator', 'finding'])
    expect(lacking).toContain(`>${part}`)
  await posted(jiwoo, `${desk}/tasks/1-1`, whole({ 'title.en': 'Kerbs', findings: finding }))
  await heard(city)
  await posted(anybody, '/en/plans/2028-2032/remarks', { text: 'The lifts are broken.' })
  await posted(jiwoo, `${desk}/submission`, {}, 422)
  const id = /remarks\/(\d+)/.exec(await jiwoo.page(desk))![1]
  await posted(jiwoo, `${desk}/remarks/${id}`, { outcome: 'in-part', reason: 'Some of them.' })
  await posted(jiwoo, `${desk}/submission`, {})

  expect(await anybody.page('/en/plans/2028-2032')).toContain('before the committee')
  await posted(jiwoo, `${desk}/tasks/new`, whole({ no: '1-2', 'title.en': 'Lifts' }), 422)
  await posted(anybody, '/en/plans/2028-2032/remarks', { text: 'And now?' }, 422)
  expect(city.bugs).toEqual([])
})

test('what the committee gives back waits for an answer like every remark', async () => {
  const city = await testCity()
  const { jiwoo, daeun, anybody } = cast(city)
  const finding = await begun(city)
  await heard(city)
  await posted(jiwoo, `${desk}/tasks/new`, whole({ no: '1-1', 'title.en': 'Kerbs', findings: finding }))
  const no = await called(city, '2027-05-01')
  await posted(jiwoo, `${desk}/submission`, { sitting: String(no) })
  await posted(daeun, `${desk}/decision`, { sitting: String(no), what: 'approved' }, 422)
  await held(city, '2027-05-01', no)
  await posted(daeun, `${desk}/decision`, { sitting: String(no), what: 'given-back' }, 422)
  await posted(daeun, `${desk}/decision`, { sitting: String(no), what: 'given-back', text: 'Too few tasks.' })
  expect(await anybody.page('/en/plans/2028-2032')).toContain('Too few tasks.')
  await posted(jiwoo, `${desk}/submission`, {}, 422)
  expect(city.bugs).toEqual([])
})

test('what may not stand in public is hidden with its reason, and needs no answer', async () => {
  const city = await testCity()
  const { jiwoo, harim, anybody } = cast(city)
  await begun(city)
  await posted(anybody, '/en/plans/2028-2032/remarks', { text: 'Call Sora at home.', who: 'Somebody' })
  const path = /\/en\/desk\/plan\/[^"]*\/hiding/.exec(await jiwoo.page('/en/plans/2028-2032'))![0]
  expect(await harim.page('/en/plans/2028-2032')).not.toContain('/hiding')
  await posted(harim, path, { text: 'I do not like it.' }, 422)
  await posted(jiwoo, path, { text: 'It says where somebody lives.' })
  await posted(jiwoo, path, { text: 'Again.' }, 422)
  const page = await anybody.page('/en/plans/2028-2032')
  expect(page).not.toContain('Call Sora')
  expect(page).toContain('It says where somebody lives.')
  expect(page).toContain('Every remark was answered.')
  expect(city.bugs).toEqual([])
})

test('a right counts a task only once its plan is approved', async () => {
  const city = await testCity()
  const { jiwoo, anybody } = cast(city)
  const finding = await begun(city)
  await posted(jiwoo, `${desk}/tasks/new`, whole({ no: '1-1', 'title.en': 'Kerbs', findings: finding }))
  expect(await anybody.page('/en/charter/11')).not.toContain('/plans/2028-2032/')
  expect(await anybody.page('/en/plan/tasks')).not.toContain('/plans/2028-2032/')
  expect(city.bugs).toEqual([])
})

test('no plan is approved before the one it comes after has its closing report', async () => {
  const city = await testCity()
  const { jiwoo, daeun, anybody } = cast(city)
  const finding = await begun(city)
  await heard(city)
  await posted(jiwoo, `${desk}/tasks/new`, whole({ no: '1-1', 'title.en': 'Kerbs', findings: finding }))
  const no = await called(city, '2027-05-01')
  await posted(jiwoo, `${desk}/submission`, {})
  await held(city, '2027-05-01', no)
  const refused = await posted(daeun, `${desk}/decision`, { sitting: String(no), what: 'approved' }, 422)
  expect(refused).toContain('The plan before it has no closing report yet.')
  await posted(jiwoo, '/en/desk/plan/2023-2027/closing', { text: 'What became of it.' })
  await posted(daeun, `${desk}/decision`, { sitting: String(no), what: 'approved' })
  expect(await anybody.page('/en/plans/2028-2032')).toContain('approved, not begun')
  expect(await anybody.page('/en/plans/2023-2027')).toContain('What became of it.')
  expect(city.bugs).toEqual([])
})

test('an approved plan is changed only with a reason, and each size can be explained', async () => {
  const city = await testCity()
  const { jiwoo, anybody } = cast(city)
  await approved(city)
  city.turnTo('2028-05-01T09:00:00+09:00')
  const { yuna } = cast(city)
  await posted(yuna, '/en/follow', { about: 'plans/2028-2032/tasks/1-2' })
  expect((await anybody.get('/en/plan')).headers.get('location')).toBe('/en/plans/2028-2032')
  expect(await anybody.page('/en/charter/11')).toContain('/plans/2028-2032/tasks/1-1"')

  const lifts = whole({ 'title.en': 'Lifts at stations', lead1: division })
  await posted(jiwoo, `${desk}/tasks/1-2`, lifts, 422)
  await posted(jiwoo, `${desk}/tasks/1-2`, { ...lifts, reason: 'Transport has nobody for it.' })
  city.daysPass(10)
  const ramps = whole({ no: '1-3', 'title.en': 'Ramps', reason: 'Kerbs alone do not do.' })
  await posted(jiwoo, `${desk}/tasks/1-1/successor`, ramps)
  city.daysPass(10)
  await posted(jiwoo, `${desk}/tasks/1-2/end`, { reason: 'There is no money.' })
  await posted(jiwoo, `${desk}/tasks/1-2/end`, { reason: 'Again.' }, 422)

  const changes = await anybody.page('/en/plans/2028-2032/changes?from=2028-04-01&to=2028-06-01')
  expect(changes).toContain('2 + 1 added − 2 gone = 1')
  for (const said of ['replaced by 1-3', 'There is no money.', 'Kerbs alone do not do.'])
    expect(changes).toContain(said)
  const lead = await anybody.page('/en/plans/2028-2032/changes?from=2028-04-01&to=2028-05-05')
  expect(lead).toMatch(/Lead: .* → /)
  const plan = await anybody.page('/en/plans/2028-2032')
  expect(plan).toContain('Version 4')
  expect(await anybody.page('/en/plans/2028-2032/tasks/1-2')).toContain('Dropped with version 4.')
  await tell(city)
  expect(await yuna.page('/en/notices')).toContain('The task was dropped.')
  expect(city.bugs).toEqual([])
})

test('a plan is reviewed once half way, and closed with the figures of that day', async () => {
  const city = await testCity()
  const { jiwoo, anybody } = cast(city)
  await approved(city)
  await posted(jiwoo, `${desk}/review`, { text: 'Not begun.' }, 422)
  city.turnTo('2030-08-01T09:00:00+09:00')
  expect(await anybody.page('/en/plans/2028-2032')).toContain('the review is still missing')
  expect(await jiwoo.page('/en/desk')).toContain('/desk/plan/2028-2032/review')
  await posted(jiwoo, `${desk}/review`, { text: 'Lifts are late.' })
  await posted(jiwoo, `${desk}/review`, { text: 'Again.' }, 422)
  await posted(jiwoo, `${desk}/closing`, { text: 'Too early.' }, 422)
  city.turnTo('2033-02-01T09:00:00+09:00')
  expect(await anybody.page('/en/plans/2028-2032')).toContain('there is no closing report')
  await posted(jiwoo, `${desk}/closing`, { text: 'Half of it was done.' })
  const page = await anybody.page('/en/plans/2028-2032')
  for (const said of ['closed with a report', 'Lifts are late.', 'Half of it was done.'])
    expect(page).toContain(said)
  expect(city.bugs).toEqual([])
})

test('many tasks come in as a table, looked at first, and none unless all are right', async () => {
  const city = await testCity()
  const { jiwoo, anybody } = cast(city)
  await begun(city)
  const table = [
    'Number,Title,Area,Articles,For whom,Lead,Last year,Cost',
    '1-1,Kerbs,Getting around,11,disabled,교통국,2030,350000000',
    '1-2,Lifts,Flying,99,disabled,transport-department,2050,none',
  ].join('\n')
  const file = new Blob([table], { type: 'text/csv' })
  const looked = await jiwoo.post(`${desk}/tasks/import`, { file })
  const report = await looked.text()
  expect(report).toContain('There is no “Flying” to choose.')
  expect(report).toContain('There is no “99” to choose.')
  expect(report).toContain('outside the period')

  const columns = {
    'column.no': 'Number',
    'column.title.en': 'Title',
    'column.area': 'Area',
    'column.articles': 'Articles',
    'column.groups': 'For whom',
    'column.leads': 'Lead',
    'column.until': 'Last year',
    'column.cost': 'Cost',
  }
  const saved = await jiwoo.post(`${desk}/tasks/import`, { table, step: 'save', ...columns })
  expect(await saved.text()).toContain('have to be mended')
  expect(await anybody.page('/en/plans/2028-2032/tasks.csv')).not.toContain('Kerbs')

  const right = table
    .replace('Flying,99', 'area-2,charter/12')
    .replace('2050', '2031년')
    .replace('교통국', transport)
  await posted(jiwoo, `${desk}/tasks/import`, { table: right, step: 'save', ...columns })
  const csv = await anybody.page('/en/plans/2028-2032/tasks.csv')
  expect(csv).toContain('Kerbs')
  expect(csv).toMatch(/Lifts.*area-2.*2031-12-31.*0/)
  expect(city.bugs).toEqual([])
})

test('every page of the desk is well formed, in both languages', async () => {
  const city = await testCity()
  const { jiwoo, daeun, anybody } = cast(city)
  const finding = await begun(city)
  await posted(jiwoo, `${desk}/hearings/new`, { on: '2027-03-10', place: 'City hall' })
  await posted(jiwoo, `${desk}/tasks/new`, whole({ no: '1-1', 'title.en': 'Kerbs', findings: finding }))
  await posted(anybody, '/en/plans/2028-2032/remarks', { text: 'The lifts are broken.' })
  const ids = await jiwoo.page(desk)
  const id = (kind: string) => new RegExp(`${kind}/(\\d+)`).exec(ids)![1]
  for (const lang of ['en', 'ko'])
    for (const path of [
      '/desk/plan',
      '/desk/plan/new',
      ...[
        ...['', '/about', '/submission', '/tasks/new', '/tasks/import', '/findings/new', '/hearings/new'],
        ...['/remarks/new', '/tasks/1-1', '/tasks/1-1/end', '/tasks/1-1/successor'],
        ...[`/hearings/${id('hearings')}`, `/remarks/${id('remarks')}`],
      ].map((part) => `/desk/plan/2028-2032${part}`),
    ]) {
      const answer = await jiwoo.get(`/${lang}${path}`)
      expect([path, answer.status, faultsIn(await answer.text())]).toEqual([path, 200, []])
    }
  for (const page of [await daeun.page(`${desk}/decision`), await anybody.page('/ko/plans/2028-2032')])
    expect(faultsIn(page)).toEqual([])
  const looked = await jiwoo.post(`${desk}/tasks/import`, { table: 'Number,Title\n1-2,Lifts' })
  expect(faultsIn(await looked.text())).toEqual([])
  expect(city.bugs).toEqual([])
})

test('an outsider finds plans and tasks as the record committed to them', async () => {
  const city = await testCity()
  const { jiwoo } = cast(city)
  await approved(city)
  city.turnTo('2028-05-01T09:00:00+09:00')
  await posted(jiwoo, `${desk}/tasks/1-2/end`, { reason: 'There is no money.' })
  await integrate(city.city, keys.log)
  const { baseUrl } = city.city
  const { request } = city.browser()
  const verdict = await verify({
    url: baseUrl,
    at: city.at(),
    fetch: (address) => request(address.slice(baseUrl.length)),
    pause: async () => void (await integrate(city.city, keys.log)),
  })
  expect(verdict).toMatchObject({ outcome: 'fine', findings: [] })
})
