import { expect, test } from 'vitest'
import { anonymous, testCity } from '#testing/city.ts'
import { faultsIn } from '#ui/wellformed.ts'

for (const lang of ['ko', 'en'])
  test(`every page about the documented plans opens and is well formed (${lang})`, async () => {
    const city = await testCity()
    const reader = city.as(anonymous)
    for (const path of [
      '/plans',
      '/plans.csv',
      '/plans.json',
      '/plans/2012-2016',
      '/plans/2018-2022',
      '/plans/2018-2022/tasks',
      '/plans/2018-2022/tasks?group=migrants&unlinked=yes',
      '/plans/2018-2022/tasks.csv',
      '/plans/2018-2022/tasks.json',
      '/plans/2018-2022/tasks/migrants-5',
      '/plans/2018-2022/changes',
      '/plans/2018-2022/unlinked',
      '/plans/2023-2027',
      '/plans/inclusion',
      '/plans/inclusion/tasks/living-wage',
      '/plan/tasks',
      '/plan/tasks?article=charter/12',
    ]) {
      const answer = await reader.get(`/${lang}${path}`)
      const isPage = answer.headers.get('content-type')?.startsWith('text/html')
      const faults = isPage ? faultsIn(await answer.text()) : []
      expect([path, answer.status, faults]).toEqual([path, 200, []])
    }
    expect(city.bugs).toEqual([])
  })
