import { type Lang, wordsIn } from '#kit/words.ts'
import { en as heldEn } from './held.words.en.ts'
import { ko as heldKo } from './held.words.ko.ts'
import { en } from './words.en.ts'
import { ko } from './words.ko.ts'

export const words = wordsIn({ en, ko })
export const sentences = {
  en: { ...en.sentences, ...heldEn },
  ko: { ...ko.sentences, ...heldKo },
}

/** What the two axes are called, for the pages of whatever led to commitments. */
export const axisWords = (view: { lang: Lang }) => {
  const { implementations, verifications } = words(view)
  return { implementations, verifications }
}
