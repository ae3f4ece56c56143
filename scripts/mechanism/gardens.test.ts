import { expect, test } from 'vitest'
import { anonymous, person, testCity } from '#testing/city.ts'

test('Yuna begins one, Harim closes it, and everybody reads what happened', async () => {
  const city = await testCity()
  const [yuna, harim] = [city.as(person('Yuna', 1)), city.as(person('Harim', 2, ['officer', 'transport']))]

  const begun = await yuna.post('/en/gardens/new', { title: 'A bench by the stop' })
  expect(begun.status).toBe(303)
  const address = begun.headers.get('location')!
  expect(await yuna.page(address)).not.toContain('/closure')

  city.daysPass(1)
  expect((await harim.post(`${address}/closure`)).status).toBe(303)
  const page = await city.as(anonymous).page(address)
  expect(page).toContain('A bench by the stop')
  expect(page).toContain('Closed.')
  expect(city.bugs).toEqual([])
})

test('what is closed cannot be closed again, and only an officer may', async () => {
  const city = await testCity()
  const [yuna, harim] = [city.as(person('Yuna', 1)), city.as(person('Harim', 2, ['officer', 'transport']))]
  const address = (await yuna.post('/ko/gardens/new', { title: '정류장 옆 의자' })).headers.get('location')!

  expect((await yuna.post(`${address}/closure`)).status).toBe(403)
  await harim.post(`${address}/closure`)
  const again = await harim.post(`${address}/closure`)
  expect(again.status).toBe(422)
  expect(await again.text()).toContain('이미 마친 것입니다.')
})

test('a title of four letters is refused, with what was typed still there', async () => {
  const city = await testCity()
  const answer = await city.as(person('Minho', 3)).post('/en/gardens/new', { title: 'Seat' })
  expect(answer.status).toBe(422)
  expect(await answer.text()).toContain('value="Seat"')
})

test('the list is there as a page, for a spreadsheet and for a program', async () => {
  const city = await testCity()
  await city.as(person('Sora', 4)).post('/en/gardens/new', { title: 'A bench by the stop' })
  const reader = city.as(anonymous)
  for (const path of ['/en/gardens', '/en/gardens.csv', '/en/gardens.json'])
    expect(await reader.page(path)).toContain('A bench by the stop')
})
