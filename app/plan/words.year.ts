import { wordsIn } from '#kit/words.ts'
import { en } from './words.year.en.ts'
import { ko } from './words.year.ko.ts'

export const yearWords = wordsIn({ en, ko })
export const yearSentences = { en: en.sentences, ko: ko.sentences }
