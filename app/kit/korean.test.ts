import { getChoseong } from 'es-hangul'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { excerpt, koreanTokens, marked, matches, soughtIn } from './korean.ts'

test('a word of two syllables is found inside a longer one, with or without a particle', () => {
  const tokens = koreanTokens('광주인권헌장은 2012년에 선포되었다')
  for (const word of ['광주', '인권', '헌장', '선포']) expect(tokens).toContain(word)
})

test('initial consonants find what they begin', () => {
  expect(koreanTokens('인권헌장')).toEqual(['인권', '권헌', '헌장', 'ㅇㄱ', 'ㄱㅎ', 'ㅎㅈ'])
  expect(soughtIn('ㅇㄱㅎㅈ').tokens).toEqual(['ㅇㄱ', 'ㄱㅎ', 'ㅎㅈ'])
})

test('a query in two scripts is taken apart', () => {
  expect(soughtIn('인권 Charter 2012 시')).toEqual({
    tokens: ['인권'],
    beginnings: ['시'],
    words: ['charter', '2012'],
    patterns: ['인권'],
  })
})

test('text typed in parts, as some keyboards send it, is the same text', () => {
  expect(koreanTokens('인권'.normalize('NFD'))).toEqual(koreanTokens('인권'))
  expect(soughtIn('인권'.normalize('NFD'))).toEqual(soughtIn('인권'))
})

test('a query of signs alone looks for nothing', () => {
  expect(soughtIn(" .,'\\():*&|! ㄱ")).toEqual({
    tokens: [],
    beginnings: [],
    words: [],
    patterns: [],
  })
})

const syllable = fc.integer({ min: 0xac00, max: 0xd7a3 }).map((code) => String.fromCharCode(code))
const word = fc.array(syllable, { minLength: 2, maxLength: 12 }).map((all) => all.join(''))

test('any two or more syllables that stand together in a text are found, and so are their initials', () => {
  fc.assert(
    fc.property(word, fc.nat(), fc.nat(), (text, a, b) => {
      const start = a % (text.length - 1)
      const part = text.slice(start, start + 2 + (b % (text.length - start - 1)))
      const tokens = koreanTokens(text)
      expect(tokens).toEqual(expect.arrayContaining(soughtIn(part).tokens))
      expect(tokens).toEqual(expect.arrayContaining(soughtIn(getChoseong(part)).tokens))
    }),
  )
})

for (const [text, query, found] of [
  ['광주 인권 헌장', '광주인권헌장', true],
  ['광주인권헌장', '인권 헌장', true],
  ['사회적\n약자', '사회적약자', true],
  ['아버지가 방에', '가방', false],
  ['인권과 권력과 헌장', '인권헌장', false],
  ['인권헌장', 'ㅇㄱㅎㅈ', true],
  ['인권 헌장', 'ㅇㄱㅎㅈ', true],
  ['인권과 가훈과 화장', 'ㅇㄱㅎㅈ', false],
  ['기소와 가산', 'ㄳ', true],
  ['인권헌장', '인ㄱ헌', true],
  ['신고', '인ㄱ', false],
  ['법률', '법', true],
  ['5·18민주화운동', '518', true],
  ['5ㆍ18민주화운동', '5·18 민주', true],
  ['5·18민주화운동', '1980', false],
  ['Rights of the child', 'child right', true],
  ['Brights', 'rights', false],
  ['ＡＢＣ 인권', 'abc', true],
] as const) {
  test(`“${query}” ${found ? 'finds' : 'does not find'} “${text.replace('\n', ' ')}”`, () => {
    expect(matches(text, query)).toBe(found)
    if (found) expect(koreanTokens(text)).toEqual(expect.arrayContaining(soughtIn(query).tokens))
  })
}

test('figures with a dot between them are also kept as one', () => {
  expect(koreanTokens('5·18과 4·19')).toEqual(expect.arrayContaining(['518', '419']))
})

test('whatever matches has the tokens that the index is asked for', () => {
  const words = fc.array(word, { minLength: 1, maxLength: 4 }).map((all) => all.join(' '))
  fc.assert(
    fc.property(words, fc.nat(), fc.nat(), (text, a, b) => {
      const start = a % (text.length - 1)
      const query = text.slice(start, start + 2 + (b % 6))
      const initials = getChoseong(query.replaceAll(' ', ''))
      for (const each of initials.length > 2 ? [query, initials] : [query]) {
        expect(matches(text, each)).toBe(true)
        expect(koreanTokens(text)).toEqual(expect.arrayContaining(soughtIn(each).tokens))
      }
    }),
  )
})

test('initials are marked where they begin the syllables of a text', () => {
  expect(marked('광주 인권헌장', 'ㅇㄱ').filter((part) => part.hit)).toEqual([{ text: '인권', hit: true }])
  expect(marked('5·18민주화운동', '518 민주')[0]).toEqual({ text: '5·18', hit: true })
})

test('marking changes no letter of a text', () => {
  fc.assert(
    fc.property(fc.string(), fc.string({ maxLength: 10 }), (text, query) => {
      expect(
        marked(text, query)
          .map((part) => part.text)
          .join(''),
      ).toBe(text)
    }),
  )
})

test('an excerpt shows the place where the query is met', () => {
  const text = `${'앞글 '.repeat(100)}인권옴부즈맨은 여기 있다 ${'뒷글 '.repeat(100)}`
  expect(excerpt(text, '옴부즈맨')).toContain('옴부즈맨')
  expect(excerpt('짧은 글', '없는')).toBe('짧은 글')
})
