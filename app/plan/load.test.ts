import { expect, test } from 'vitest'
import type { CityFiles } from '#city/index.ts'
import { act, type Entries } from '#record/index.ts'
import { anonymous, type TestCity, testCity } from '#testing/city.ts'
import { changes } from './load.ts'

/** The files with the plans changed, as somebody might have written them since. */
const filesWith = (city: TestCity, change: (plans: CityFiles['plans']) => CityFiles['plans']): CityFiles => ({
  ...city.files,
  plans: change(structuredClone(city.files.plans)),
})

/** Loads what is new. @returns what the record says of it. */
async function load(city: TestCity, files: CityFiles): Promise<string[]> {
  const found = await changes(city.city.reads, files, city.at())
  if (found.length === 0) return []
  await act(city.city, { as: 'city-files' }, async (tx) => {
    for (const each of found) await each.apply(tx)
    return { entries: found.map((each) => each.entry) as unknown as Entries }
  })
  return found.map(({ entry }) => `${entry.what} ${entry.about}`)
}

test('what was loaded is not loaded again', async () => {
  const city = await testCity()
  expect(await load(city, city.files)).toEqual([])
})

test('a task that the files change stays the same task; one that they drop is gone, and comes back', async () => {
  const city = await testCity()
  const reader = city.as(anonymous)
  const path = '/en/plans/2018-2022/tasks/migrants-5'
  const renamed = filesWith(city, (plans) => {
    for (const plan of plans)
      for (const task of plan.tasks) if (task.key === 'migrants-5') task.title = { en: 'Services for all' }
    return plans
  })
  expect(await load(city, renamed)).toEqual(['plans.task-changed plans/2018-2022/tasks/migrants-5'])
  expect(await reader.page(path)).toContain('Services for all')

  const without = filesWith(city, (plans) =>
    plans.map((plan) => ({ ...plan, tasks: plan.tasks.filter(({ key }) => key !== 'migrants-5') })),
  )
  expect(await load(city, without)).toEqual(['plans.task-withdrawn plans/2018-2022/tasks/migrants-5'])
  expect((await reader.get(path)).status).toBe(404)
  expect(await load(city, city.files)).toEqual(['plans.task-added plans/2018-2022/tasks/migrants-5'])
  expect((await reader.get(path)).status).toBe(200)
})

test('a plan that the files no longer have is gone, with its tasks', async () => {
  const city = await testCity()
  const without = filesWith(city, (plans) => plans.filter(({ key }) => key !== 'inclusion'))
  const gone = await load(city, without)
  expect(gone[0]).toBe('plans.plan-withdrawn plans/inclusion')
  expect(gone).toContain('plans.task-withdrawn plans/inclusion/tasks/living-wage')
  for (const path of ['', '/tasks/living-wage'])
    expect((await city.as(anonymous).get(`/en/plans/inclusion${path}`)).status).toBe(404)
  expect(await load(city, without)).toEqual([])
})

test('the pages of a right and of an indicator name the tasks that serve it, and search finds them', async () => {
  const reader = (await testCity()).as(anonymous)
  expect(await reader.page('/en/charter/12')).toContain('/en/plans/2018-2022/tasks/migrants-1"')
  expect(await reader.page('/en/indicators/living-wage')).toContain('/en/plans/inclusion/tasks/living-wage"')
  expect(await reader.page('/ko/search?q=생활임금')).toContain('/ko/plans/inclusion/tasks/living-wage')
})
