import { wordsIn } from '#kit/words.ts'
import { en as deskEn } from './words.desk.en.ts'
import { ko as deskKo } from './words.desk.ko.ts'
import { en } from './words.en.ts'
import { ko } from './words.ko.ts'

export const words = wordsIn({ en, ko })
export const sentences = {
  en: { ...en.sentences, ...deskEn.sentences },
  ko: { ...ko.sentences, ...deskKo.sentences },
}
