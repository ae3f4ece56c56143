import { expect, test } from 'vitest'
import { testCity } from '#testing/city.ts'
import { Daeun, Harim, Jiwoo, promise, welfare } from './promised.fixture.ts'

const title = 'Lower every kerb at the station'

test('a promise not yet due lies on no desk, and is found among all of its body’s, by how it stands', async () => {
  const { city, as, daysPass } = await testCity()
  await promise(city)
  const harim = as(Harim)
  const desk = await harim.page('/en/desk/commitments')
  expect(desk).not.toContain(title)
  expect(desk).toContain('href="/en/desk/commitments/mine"')
  const shown = async (show: string) => (await harim.page(`/en/desk/commitments/mine${show}`)).includes(title)
  expect([await shown(''), await shown('?show=all'), await shown('?show=late')]).toEqual([true, true, false])
  daysPass(301)
  expect([await shown('?show=late'), await shown('?show=under-way')]).toEqual([true, false])
  expect(await harim.page('/en/desk/commitments/mine.csv?show=late')).toContain(title)
})

test('who supports it finds it among theirs, who neither leads nor supports does not, and a checker has none', async () => {
  const { city, as } = await testCity()
  await promise(city)
  const jiwoo = as(Jiwoo)
  expect(await jiwoo.page('/en/desk/commitments/mine')).not.toContain(title)
  await promise(city, { title: 'Ramps', supporting: [welfare] })
  expect(await jiwoo.page('/en/desk/commitments/mine')).toContain('Ramps')
  expect((await as(Daeun).get('/en/desk/commitments/mine')).status).toBe(403)
})
