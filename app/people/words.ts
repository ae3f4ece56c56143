import { wordsIn } from '#kit/words.ts'
import { en } from './words.en.ts'
import { ko } from './words.ko.ts'

export const words = wordsIn({ en, ko })

/** What the house looks up by code, in each language. */
export const sentences = {
  en: { ...en.refusals, ...en.happened },
  ko: { ...ko.refusals, ...ko.happened },
}
