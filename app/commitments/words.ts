import { type Lang, wordsIn } from '#kit/words.ts'
import { en as heldEn } from './held.words.en.ts'
import { ko as heldKo } from './held.words.ko.ts'
import { en } from './words.en.ts'
import { ko } from './words.ko.ts'
import { linkSentences as linkedEn, links as linksEn } from './words.links.en.ts'
import { linkSentences as linkedKo, links as linksKo } from './words.links.ko.ts'

export const words = wordsIn({ en, ko })
export const linkWords = wordsIn({ en: linksEn, ko: linksKo })
export const sentences = {
  en: { ...en.sentences, ...heldEn, ...linkedEn },
  ko: { ...ko.sentences, ...heldKo, ...linkedKo },
}

/** What the two axes are called, for the pages of whatever led to commitments. */
export const axisWords = (view: { lang: Lang }) => {
  const { implementations, verifications } = words(view)
  return { implementations, verifications }
}
