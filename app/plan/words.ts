import type { Sentences } from '#kit/room.ts'
import { wordsIn } from '#kit/words.ts'
import { en as heldEn } from './held.words.en.ts'
import { ko as heldKo } from './held.words.ko.ts'
import { en } from './words.en.ts'
import { ko } from './words.ko.ts'
import { en as yearEn } from './words.year.en.ts'
import { ko as yearKo } from './words.year.ko.ts'
import { yearSentences } from './words.year.ts'

export const words = wordsIn({ en, ko })
export const sentences = {
  en: { ...en.sentences, ...yearSentences.en, ...heldEn, ...codesIn(yearEn) },
  ko: { ...ko.sentences, ...yearSentences.ko, ...heldKo, ...codesIn(yearKo) },
}

/** What its codes stand for, where somebody looks at everything held about them. */
function codesIn({ obstacles }: typeof yearEn): Sentences {
  return Object.fromEntries(Object.entries(obstacles).map(([code, said]) => [`obstacle.${code}`, said]))
}
