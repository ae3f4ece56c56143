import { expect, test } from 'vitest'
import { anonymous, testCity } from '#testing/city.ts'
import { faultsIn } from '#ui/wellformed.ts'
import { codeOn, fileAs, kerbs, newMark, openOne, sendAs, sora, taeyang, yuna } from './filing.fixture.ts'

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
