import { wordsIn } from '#kit/words.ts'
import { en as deskEn } from './words.desk.en.ts'
import { ko as deskKo } from './words.desk.ko.ts'
import { en } from './words.en.ts'
import { en as importEn } from './words.import.en.ts'
import { ko as importKo } from './words.import.ko.ts'
import { ko } from './words.ko.ts'

export const words = wordsIn({ en, ko })
export const deskWords = wordsIn({ en: deskEn, ko: deskKo })
export const sentences = {
  en: { ...importEn.sentences, ...deskEn.sentences, ...en.sentences },
  ko: { ...importKo.sentences, ...deskKo.sentences, ...ko.sentences },
}
