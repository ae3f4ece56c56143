import { expect, test } from 'vitest'
import { factsOf } from './index.ts'
import { cityNamed, copyOf, faultsIn } from './spoilt.fixture.ts'

const facts = factsOf(await cityNamed('trilesje'))

test('a city says how it takes up petitions, in the order it wishes', async () => {
  const gwangju = factsOf(await cityNamed('gwangju'))
  expect(gwangju.procedures?.petitions.map(({ key }) => key)).toEqual([
    'civic-rights',
    'statutory-petition',
    'grievance',
  ])
  expect(facts.procedures?.petitions).toMatchObject([
    { key: 'pobuda', anonymous: false, norms: { answer: 'pobude.odgovor' } },
  ])
})

test('a city says what people speak of, and whose right is never put to a count of heads', () => {
  expect(facts.subjects.topics.map(({ key }) => key)).toEqual(['promet', 'dom', 'okolje', 'sola'])
  expect(facts.subjects.groups.filter(({ small }) => small).map(({ key }) => key)).toEqual([
    'invalidi',
    'priseljenci',
  ])
  expect(facts.subjects.articles.map(({ about }) => about)).toEqual(['charter/1', 'charter/2', 'charter/6'])
})

test('without these files a city has no petitions, indicators or plans, and is right all the same', async () => {
  await using city = await copyOf('trilesje')
  for (const file of ['procedures', 'subjects', 'indicators', 'evaluations', 'plans'])
    await city.remove(`${file}.yaml`)
  expect(await faultsIn(city.dir)).toEqual([])
})
