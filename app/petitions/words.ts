import type { Sentences } from '#kit/room.ts'
import { wordsIn } from '#kit/words.ts'
import { en as heldEn } from './held.words.en.ts'
import { ko as heldKo } from './held.words.ko.ts'
import { en as deskEn } from './words.desk.en.ts'
import { ko as deskKo } from './words.desk.ko.ts'
import { en, type Words } from './words.en.ts'
import { ko } from './words.ko.ts'

export const words = wordsIn({ en, ko })
export const sentences = {
  en: { ...en.sentences, ...deskEn.sentences, ...heldEn, ...codesIn(en) },
  ko: { ...ko.sentences, ...deskKo.sentences, ...heldKo, ...codesIn(ko) },
}

/** What its codes stand for, where somebody looks at everything held about them. */
function codesIn({ page, opinions, author }: Words): Sentences {
  const said = (field: string, labels: Record<string, string>) =>
    Object.entries(labels).map(([code, label]) => [`${field}.${code}`, label])
  return Object.fromEntries([
    ...said('way', page.ways),
    ...said('stance', opinions.stances),
    ...said('kind', author.kinds),
  ])
}
