import { expect, test } from 'vitest'
import type { Facts } from './refusal.ts'
import { en } from './words.en.ts'
import { ko } from './words.ko.ts'

const said = (sentences: typeof en.sentences, code: keyof typeof en.sentences, facts: Facts) => {
  const sentence = sentences[code] as string | ((facts: Facts) => string)
  return typeof sentence === 'string' ? sentence : sentence(facts)
}

const facts: Facts = {
  typed: '삼억',
  size: 20_971_521,
  most: 20_000_000,
  allowed: 'pdf, txt',
  named: 'pdf',
  found: '?',
  expected: 3,
  width: 9000,
  height: 8000,
  line: 7,
  column: '이름',
}

for (const code of Object.keys(en.sentences) as (keyof typeof en.sentences)[]) {
  test(`${code} is a whole sentence in both languages`, () => {
    expect(said(en.sentences, code, facts)).toMatch(/^[A-Z“].*\.$/)
    expect(said(ko.sentences, code, facts)).toMatch(/^[가-힣‘\d].*(\.|txt)$/)
    for (const sentences of [en.sentences, ko.sentences]) {
      expect(said(sentences, code, facts)).not.toMatch(/undefined|NaN|\[object/)
    }
  })
}

test('a size is rounded up, so that what is said to be too large is', () => {
  expect(said(en.sentences, 'files.too-large', facts)).toContain('21 MB; at most 20 MB')
  expect(said(ko.sentences, 'files.too-large', facts)).toContain('21MB')
})
