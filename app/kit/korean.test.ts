import { getChoseong } from 'es-hangul'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { excerpt, koreanTokens, marked, soughtIn } from './korean.ts'

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
    runs: ['인권'],
  })
})

test('text typed in parts, as some keyboards send it, is the same text', () => {
  expect(koreanTokens('인권'.normalize('NFD'))).toEqual(koreanTokens('인권'))
  expect(soughtIn('인권'.normalize('NFD'))).toEqual(soughtIn('인권'))
})

test('a query of signs alone looks for nothing', () => {
  expect(soughtIn(" .,'\\():*&|! ㄱ")).toEqual({ tokens: [], beginnings: [], words: [], runs: [] })
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
