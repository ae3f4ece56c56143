import { wordsIn } from '#kit/words.ts'
import { en } from './words.en.ts'
import { ko } from './words.ko.ts'
import { yearSentences } from './words.year.ts'

export const words = wordsIn({ en, ko })
export const sentences = {
  en: { ...en.sentences, ...yearSentences.en },
  ko: { ...ko.sentences, ...yearSentences.ko },
}
