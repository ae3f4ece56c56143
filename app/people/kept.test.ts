import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { testCity } from '#testing/city.ts'
import { limits } from './limits.ts'
import { arrive, join, visits } from './walking.fixture.ts'

const typed = { name: 'Yuna, typed at length', lang: 'en', notices: 'daily' }

async function signedOut() {
  const city = await testCity()
  const yuna = city.browser()
  await join(city, yuna, 'yuna@example.org')
  await yuna.post('/en/sign-out')
  const answer = await yuna.post('/en/me/profile', typed)
  return { city, yuna, to: new URL(answer.headers.get('location')!, 'https://city.example') }
}

test('what Yuna typed while signed out is there when she is back', async () => {
  const { city, yuna, to } = await signedOut()
  expect(to.pathname).toBe('/en/sign-in')
  const back = await arrive(city, yuna, 'yuna@example.org', to.searchParams.get('to')!)
  expect(back.headers.get('location')).toBe('/en/me/profile')
  expect(await yuna.page('/en/me/profile')).toContain('value="Yuna, typed at length"')
  expect(await yuna.page('/en/me/profile')).toContain('value="Yuna"')
})

test('nobody else at the same computer finds it, and it is gone after a day', async () => {
  const { city, yuna } = await signedOut()
  const minho = city.browser(visits.library)
  await join(city, minho, 'minho@example.org')
  expect(await minho.page('/en/me/profile')).not.toContain('typed at length')
  city.daysPass(1)
  await arrive(city, yuna, 'yuna@example.org')
  expect(await yuna.page('/en/me/profile')).not.toContain('typed at length')
})

test('the database holds it sealed, under a key that only her cookie knows', async () => {
  const { city, yuna } = await signedOut()
  const rows = await city.city.reads
    .select({ key: sql<string>`key`, sealed: sql<string>`encode(sealed, 'escape')` })
    .from(sql`people_kept_forms`)
  expect(rows).toHaveLength(1)
  expect(JSON.stringify(rows)).not.toContain('typed at length')
  expect(JSON.stringify(rows)).not.toContain(yuna.cookies.get('__Host-kept')!)
})

test('what another site’s page sends in her name is not put before her as her own', async () => {
  const city = await testCity()
  const yuna = city.browser()
  await join(city, yuna, 'yuna@example.org')
  await yuna.post('/en/sign-out')
  expect((await yuna.post('/en/me/email', { email: 'evil@example.org', _csrf: 'theirs' })).status).toBe(303)
  await arrive(city, yuna, 'yuna@example.org')
  expect(await yuna.page('/en/me/email')).not.toContain('evil@example.org')
})

test('nobody fills the city’s memory with forms', async () => {
  const city = await testCity()
  const send = () => city.browser().post('/en/me/profile', typed)
  for (let sent = 0; sent < limits.network.most; sent++) expect((await send()).status).toBe(303)
  expect((await send()).status).toBe(422)
})
