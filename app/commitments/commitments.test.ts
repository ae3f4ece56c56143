import { expect, test } from 'vitest'
import { historyOf } from '#record/index.ts'
import { anonymous, testCity } from '#testing/city.ts'
import { Daeun, deskOf, Harim, promise } from './promised.fixture.ts'

const report = 'https://city.example/kerbs'

test('a promise is kept only when somebody else has said so', async () => {
  const city = await testCity()
  const id = await promise(city.city)
  const anybody = city.as(anonymous)
  const page = () => anybody.page(`/en/commitments/${id}`)
  expect(await page()).toContain('Under way')
  expect(await page()).toContain('Lower every kerb at the station')

  const harim = deskOf(city, Harim, id)
  city.daysPass(50)
  expect((await harim.send('reports', { text: 'Eight are measured.', links: report })).status).toBe(303)
  expect((await harim.send('milestones', { milestone: '1' })).status).toBe(303)
  expect(await page()).toContain('Eight are measured.')
  expect(await page()).toContain('Milestone reached: All kerbs measured')

  city.daysPass(200)
  const without = await harim.send('completion')
  expect(without.status).toBe(422)
  expect(await without.text()).toContain('at least one link or file')
  expect((await harim.send('completion', { links: report })).status).toBe(303)
  expect(await page()).toContain('Said to be done, not checked')

  expect(
    (await deskOf(city, Daeun, id).send('checks', { finding: 'confirmed', method: 'seen' })).status,
  ).toBe(303)
  expect(await page()).toContain('Checked (seen on the spot): Confirmed')
  expect(await anybody.page('/en/commitments?standing=kept')).toContain('Lower every kerb')
  expect(await anybody.page('/en/commitments?standing=late')).not.toContain('Lower every kerb')
  expect((await historyOf(city.city.reads, `commitments/${id}`)).map((each) => each.what)).toEqual([
    'commitments.adopted',
    'commitments.reported',
    'commitments.milestone-reached',
    'commitments.done',
    'commitments.check-confirmed',
  ])
  expect(city.bugs).toEqual([])
})
