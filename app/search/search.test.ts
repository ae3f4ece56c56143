import { expect, test } from 'vitest'
import { soughtIn } from '#kit/korean.ts'
import { act } from '#record/index.ts'
import { testCity } from '#testing/city.ts'
import { indexThing, unindexThing } from './actions.ts'
import { matching, search, similar } from './reads.ts'
import { tsqueryOf } from './search.ts'
import { featuresOf } from './similar.ts'

const first = { after: undefined, limit: 10 }

async function cityWith(...findables: Parameters<typeof indexThing>[1]) {
  const settled = await testCity()
  await act(settled.city, { as: 'system' }, async (tx) => {
    await indexThing(tx, findables)
    return { entries: [{ what: 'record.example', about: 'example/1', visibility: 'internal' }] }
  })
  const find = async (query: string, lang = 'ko') =>
    (await search(settled.city.reads, { query, lang, languages: ['ko', 'en'], room: 'example' }, first)).rows
  return { ...settled, find }
}

const lifts = [
  {
    about: 'example/1',
    lang: 'ko',
    title: '저상버스 승강장 개선',
    text: '휠체어 이용자가 승강장에서 탈 수 있어야 합니다.',
  },
  {
    about: 'example/1',
    lang: 'en',
    title: 'Step-free bus stops',
    text: 'Wheelchair users could not board at 41 stops.',
  },
  {
    about: 'example/2',
    lang: 'ko',
    title: '마을 도서관',
    text: '저녁에도 엽니다. 휠체어로 들어갈 수 있습니다.',
  },
]

test('a word of two syllables, its initial consonants and an English stem all find', async () => {
  const { find } = await cityWith(...lifts)
  for (const query of [
    '승강장',
    '강장',
    'ㅅㄱㅈㄱㅅ',
    'ㅈㅅㅂㅅ',
    'stopping',
    'Wheelchairs',
    '버스 승강',
    '탈',
  ])
    expect([query, (await find(query)).map((each) => each.about)]).toEqual([query, ['example/1']])
})

test('what stands in the title comes before what stands in the text', async () => {
  const { find } = await cityWith(...lifts, {
    about: 'example/3',
    lang: 'ko',
    title: '휠체어 대여',
    text: '빌려 드립니다.',
  })
  expect((await find('휠체어')).map((each) => each.about)[0]).toBe('example/3')
})

test('a thing in two languages comes once, in the reader’s where it is met there', async () => {
  const both = { about: 'example/4', title: 'Gwangju 41', text: '' }
  const { find } = await cityWith(...lifts, { ...both, lang: 'ko' }, { ...both, lang: 'en' })
  expect((await find('wheelchair', 'ko')).map((each) => each.lang)).toEqual(['en'])
  expect((await find('gwangju', 'ko')).map((each) => each.lang)).toEqual(['ko'])
  expect((await find('gwangju', 'en')).map((each) => each.lang)).toEqual(['en'])
})

test('syllables that lie apart in a text do not find', async () => {
  const { find } = await cityWith({ about: 'example/5', lang: 'ko', title: '가나 나다', text: '' })
  expect(await find('가나다')).toEqual([])
})

test('what changed is found by what it says now, and what is gone is not found', async () => {
  const { city, find } = await cityWith(...lifts)
  const entries = [{ what: 'record.example', about: 'example/1', visibility: 'internal' }] as const
  await act(city, { as: 'system' }, async (tx) => {
    await indexThing(tx, [{ about: 'example/1', lang: 'ko', title: '새 이름', text: '' }])
    await unindexThing(tx, 'example/2')
    return { entries: [...entries] }
  })
  expect(await find('승강장')).toEqual([])
  expect(await find('도서관')).toEqual([])
  expect(await find('이름')).toHaveLength(1)
})

test('a long list goes on where it stopped, and no row comes twice', async () => {
  const many = Array.from({ length: 25 }, (_, at) => ({
    about: `example/${at}`,
    lang: 'ko',
    title: `인권 ${at}`,
    text: '',
  }))
  const { city } = await cityWith(...many)
  const asked = { query: '인권', lang: 'ko', languages: ['ko'], room: 'example' }
  const seen: string[] = []
  for (let after: readonly (string | number)[] | undefined; ; ) {
    const { rows, next } = await search(city.reads, asked, { after, limit: 10 })
    seen.push(...rows.map((each) => each.about))
    if (!next) break
    after = next
  }
  expect(new Set(seen).size).toBe(25)
  expect(seen).toHaveLength(25)
})

test('of very much the newest and what stands in the city’s files is found, and that there is more', async () => {
  const many = Array.from({ length: 600 }, (_, at) => ({
    about: `example/${at}`,
    lang: 'ko',
    title: `인권 ${at}`,
    text: '',
    lasting: at === 7,
  }))
  const { city } = await cityWith(...many)
  const asked = { query: '인권', lang: 'ko', languages: ['ko'], room: 'example' }
  const { rows } = await search(city.reads, asked, { after: undefined, limit: 1000 })
  expect(rows[0]).toMatchObject({ about: 'example/7', count: 500, more: true })
  const numbers = rows.map((each) => Number(each.about.slice('example/'.length)))
  expect(numbers.toSorted((a, b) => a - b)).toEqual([7, ...Array.from({ length: 499 }, (_, at) => at + 101)])
  const fewer = await search(city.reads, { ...asked, query: '인권 599' }, first)
  expect(fewer.rows).toMatchObject([{ about: 'example/599', count: 1, more: false }])
})

test('nothing that is typed is obeyed by the database', async () => {
  const { browser, bugs } = await testCity()
  for (const query of ["인권' | 'x", '인권:*', '\\', "');--", '!인권 & (', '%', '_', '𝒳', 'ㄱ', '']) {
    const answer = await browser().get(`/en/search?${new URLSearchParams({ q: query })}`)
    expect([query, answer.status]).toEqual([query, 200])
  }
  expect(bugs).toEqual([])
  expect(tsqueryOf(soughtIn("인권'x"))).toBe("'인권'")
})

test('what is alike is found by two telling words, with whatever particles, and the most alike comes first', async () => {
  const { city } = await cityWith(
    ...lifts,
    { about: 'example/3', lang: 'ko', title: '승강장에 휠체어 경사로를', text: '버스를 탈 수가 없습니다.' },
    { about: 'example/4', lang: 'ko', title: '휠체어 대여', text: '빌려 주세요.' },
  )
  const ask = { lang: 'ko', room: 'example', limit: 5 }
  const said = { title: '휠체어로 버스에 못 탑니다', text: '승강장이 높아서 승강장에서 늘 도움을 청합니다.' }
  const found = await similar(city.reads, said, ask)
  expect(found.map((each) => each.about)).toEqual(['example/3', 'example/1'])
  expect(await similar(city.reads, { title: '있습니다', text: '' }, ask)).toEqual([])
  const english = { title: 'Stops for people in wheelchairs', text: '' }
  expect(await similar(city.reads, english, { ...ask, lang: 'en' })).toMatchObject([{ about: 'example/1' }])
})

test('a text is looked for by no more than eight words, none of which is empty talk', () => {
  const features = featuresOf('버스 정류장', '우리 동네에 정류장이 있습니다. '.repeat(50))
  expect(features).toEqual([{ korean: '정류' }, { korean: '동네' }, { korean: '버스' }])
  const words = Array.from({ length: 40 }, (_, i) => `word${i}`)
  expect(featuresOf('', words.join(' '))).toHaveLength(8)
  expect(featuresOf("it's \\ ' & | ! :*", '')).toEqual([])
})

test('a list takes from the search the numbers of what it finds', async () => {
  const { city } = await cityWith(...lifts)
  const asked = { languages: ['ko', 'en'], room: 'example' }
  expect(await matching(city.reads, { query: '도서관', ...asked })).toEqual([{ id: 2 }])
  expect(matching(city.reads, { query: ' ', ...asked })).toBeUndefined()
})
