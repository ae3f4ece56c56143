import { expect, test } from 'vitest'
import { factsOf } from '#city/index.ts'
import type { Subjects } from '#kit/subjects.ts'
import { cityFiles } from '#testing/city.ts'
import { suggest, tells } from './suggesting.ts'

for (const [text, word, stands] of [
  ['버스정류장에서 넘어졌습니다', '버스', true],
  ['저상 버스가 오지 않습니다', '저상버스', true],
  ['지하철이 없습니다', '버스', false],
  ['물이 나오지 않습니다', '물', true],
  ['건물이 낡았습니다', '물', false],
  ['Two buses were late', 'bus', true],
  ['This business is loud', 'bus', false],
  ['WHEELCHAIRS cannot pass', 'wheelchair', true],
  ['a public  debate', 'public debate', true],
  ['the republic debates', 'public debate', false],
  ['Nobody teaches C++ here', 'c++', true],
] as const)
  test(`“${word}” ${stands ? 'stands' : 'does not stand'} in “${text}”`, () => {
    expect(tells(text, word)).toBe(stands)
  })

const subjects: Subjects = {
  topics: [
    {
      key: 'transport',
      label: {},
      body: 'a',
      articles: ['charter/4', 'charter/9'],
      words: { en: ['bus', 'stop', 'pavement'] },
    },
    {
      key: 'home',
      label: {},
      body: 'b',
      articles: ['charter/3'],
      words: { en: ['rent', 'flat'], ko: ['월세'] },
    },
  ],
  groups: [
    { key: 'disabled', label: {}, small: true, words: { en: ['wheelchair'] } },
    { key: 'children', label: {}, small: false, words: { en: ['child'] } },
  ],
  articles: [
    { about: 'charter/9', words: { en: ['wheelchair'] } },
    { about: 'charter/1', words: { en: ['vote'] } },
  ],
}

test('the topic with the most telling words comes first, and those in the title count twice', () => {
  const said = { title: 'The rent of my flat', text: 'I live beside a bus stop with a pavement.' }
  expect(suggest(subjects, said).topics).toEqual([
    { key: 'home', told: ['rent', 'flat'] },
    { key: 'transport', told: ['bus', 'stop', 'pavement'] },
  ])
})

test('articles are told by their own words and by the topic, each once', () => {
  const said = { title: 'Bus stop', text: 'No room for a wheelchair.' }
  expect(suggest(subjects, said)).toMatchObject({
    groups: [{ key: 'disabled', told: ['wheelchair'] }],
    articles: [
      { key: 'charter/9', told: ['wheelchair'] },
      { key: 'charter/4', told: ['bus', 'stop'] },
    ],
  })
})

test('a text about nothing that is known suggests nothing', () => {
  expect(suggest(subjects, { title: 'Hello', text: 'Good morning.' })).toEqual({
    topics: [],
    groups: [],
    articles: [],
  })
})

test('the model city knows a kerb at a bus stop in both of its languages, and who it is for', async () => {
  const { subjects } = factsOf(await cityFiles())
  for (const said of [
    { title: '버스 정류장 턱을 낮춰 주세요', text: '휠체어로는 버스를 탈 수 없습니다.' },
    { title: 'Low kerbs at the bus stop', text: 'Nobody in a wheelchair can board.' },
  ]) {
    const { topics, groups, articles } = suggest(subjects, said)
    expect(topics[0]?.key).toBe('transport')
    expect(groups.some(({ key }) => subjects.groups.find((each) => each.key === key)?.small)).toBe(true)
    expect(articles.length).toBeGreaterThan(0)
  }
})
