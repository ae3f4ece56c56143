import { expect, test } from 'vitest'
import { anonymous, testCity } from '#testing/city.ts'
import { faultsIn } from '#ui/wellformed.ts'
import { accepted, yuna as author, declined, everybody, filed } from './desk.fixture.ts'
import { codeOn, fileAs, kerbs, newMark, openOne, sendAs, sora, taeyang, yuna } from './filing.fixture.ts'
import { object } from './objection.actions.ts'

test('every page of petitions is well-formed in both languages, for whoever may see it', async () => {
  const town = await testCity()
  const id = await fileAs(town, town.as(yuna))
  await town.as(taeyang).post(`/en/petitions/${id}/sheets`, { count: '55', keptAt: 'Counter 3' })
  await town.as(sora).post(`/en/petitions/${id}/opinions`, { stance: 'for', lang: 'en', text: 'Yes.' })
  const code = codeOn(await (await sendAs(town, town.as(anonymous), {}, '/no-account')).text())
  const write = `/petitions/new/${openOne(town)}`
  const pages = [
    '/petitions',
    '/petitions?q=bus&state=open&sort=due',
    '/petitions/search?state=overdue',
    '/petitions/new',
    write,
    `${write}/no-account`,
    `${write}/anonymous`,
    '/petitions/return',
    '/petitions/mine',
    `/petitions/${id}`,
    `/petitions/${id}/opinions`,
  ]
  for (const lang of ['/en', '/ko']) {
    for (const path of pages)
      for (const who of [anonymous, yuna, taeyang]) {
        const answer = await town.as(who).get(lang + path)
        if (answer.status === 303) continue
        expect([path, answer.status, faultsIn(await answer.text())]).toEqual([path, 200, []])
      }
    const check = await town.as(yuna).post(lang + write, { ...kerbs, form: newMark() })
    expect(faultsIn(await check.text())).toEqual([])
    const back = await town.as(anonymous).post(`${lang}/petitions/return`, { code })
    expect(faultsIn(await back.text())).toEqual([])
    const wrong = await town.as(anonymous).post(`${lang}${write}/no-account`, { title: '' })
    expect(faultsIn(await wrong.text())).toEqual([])
  }
  expect((await town.as(anonymous).get('/en/record/feeds/petitions.atom')).status).toBe(200)
  expect(town.bugs).toEqual([])
})

const reopening = (body: string) => ({
  upheld: 'yes',
  decision: 'The reason does not hold: look again.',
  lang: 'en',
  body,
})

for (const [to, says] of [
  ['transport-department', /Opened again by [^<,]+<\/p>/],
  ['welfare-department', /Opened again by [^<,]+, to be answered by another body/],
] as const)
  test(`after an objection was upheld for ${to}, its page says that it was opened again and not passed on`, async () => {
    const town = await testCity()
    const { harim, ombudsman, anybody } = everybody(town)
    const id = await filed(town.city)
    await harim.post(`/en/desk/petitions/${id}/answer`, declined)
    await object(town.city, { as: 'resident', person: author }, id, { text: 'It is yours.', lang: 'en' })
    const number = /\/objection\/(\d+)/.exec(await ombudsman.page(`/en/desk/petitions/${id}`))![1]!
    await ombudsman.post(`/en/desk/petitions/${id}/objection/${number}`, reopening(to))
    const page = await anybody.page(`/en/petitions/${id}`)
    expect(page).toMatch(says)
    expect(page).not.toContain('Passed on by')
  })

test('a reason in Korean stays Korean on an English page, and the answer stands before the signatures', async () => {
  const town = await testCity()
  const { harim, anybody } = everybody(town)
  const id = await filed(town.city, { shownAs: '유나', lang: 'ko' })
  const reason = '어느 정류장인지 더 알려 주셔야 합니다.'
  await harim.post(`/en/desk/petitions/${id}/pause`, { ground: 'author', to: '', reason, lang: 'ko' })
  const waiting = await anybody.page(`/en/petitions/${id}`)
  expect(waiting).toContain('by <bdi lang="ko">유나</bdi>')
  expect(waiting).toContain(`Reason: <bdi lang="ko">${reason}</bdi>`)
  await harim.post(`/en/desk/petitions/${id}/answer`, accepted)
  const answered = await anybody.page(`/en/petitions/${id}`)
  expect(answered).toContain('Who answered')
  expect(answered.indexOf('id="answer"')).toBeLessThan(answered.indexOf('id="support"'))
  expect(town.bugs).toEqual([])
})
