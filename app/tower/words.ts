import { wordsIn } from '#kit/words.ts'
import { en } from './words.en.ts'
import { ko } from './words.ko.ts'

export const words = wordsIn({ en, ko })
export const sentences = { en: en.sentences, ko: ko.sentences }
