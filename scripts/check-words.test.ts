import { expect, test } from 'vitest'
import { checkCodes, differences } from './check-words.ts'

const english = {
  file: 'app/charter/words.en.ts',
  words: {
    title: 'The rights of the city',
    by: (facts: { name: string }) => facts.name,
    sentences: { 'charter.no-article': 'There is no such article.' },
  },
}
const korean = (words: typeof english.words) => ({ file: 'app/charter/words.ko.ts', words })
const translated = {
  title: '도시의 권리',
  by: english.words.by,
  sentences: { 'charter.no-article': '그런 조문이 없습니다.' },
}

test('words that are complete give no complaint', () => {
  expect(differences(english, korean(translated))).toEqual([])
})

test('what is empty, still in English, missing or more than English is said, key by key', () => {
  expect(differences(english, korean({ ...translated, title: ' ' }))).toEqual([
    'app/charter/words.ko.ts: title is empty',
  ])
  expect(differences(english, korean({ ...translated, title: english.words.title }))).toEqual([
    'app/charter/words.ko.ts: title is still in English',
  ])
  const { title: _, ...without } = translated
  expect(differences(english, { file: 'k', words: { ...without, more: '더' } })).toEqual([
    'k: title is missing',
    'k: more is not in app/charter/words.en.ts',
  ])
})

test('a refusal and an entry without a sentence are noticed, and so is a sentence that nothing says', () => {
  const says = (text: string) => checkCodes([{ file: 'app/charter/charter.ts', text }], [english])
  expect(says("throw new Refusal('charter.no-article', { no })")).toEqual([])
  expect(says("found('charter.no-article'); throw new Refusal('charter.closed')")).toEqual([
    'app/charter/charter.ts: charter.closed has no sentence',
  ])
  expect(says("{ what: 'charter.amended', about } // charter.no-article")).toEqual([
    'app/charter/charter.ts: charter.amended has no sentence',
  ])
  expect(says("entryOf('charter.no', change)")).toEqual([])
  expect(says('')).toEqual(['app/charter/words.en.ts: nothing says charter.no-article'])
})
