import { wordsIn } from '#kit/words.ts'
import { en as deskEn } from './words.desk.en.ts'
import { ko as deskKo } from './words.desk.ko.ts'
import { en } from './words.en.ts'
import { sentences as importing } from './words.import.ts'
import { ko } from './words.ko.ts'

export const words = wordsIn({ en, ko })
export const deskWords = wordsIn({ en: deskEn, ko: deskKo })
export const sentences = {
  en: { ...importing.en, ...deskEn.sentences, ...en.sentences },
  ko: { ...importing.ko, ...deskKo.sentences, ...ko.sentences },
}
