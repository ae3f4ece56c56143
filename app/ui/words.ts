import { wordsIn } from '#kit/words.ts'
import { en } from './words.en.ts'
import { ko } from './words.ko.ts'

export const words = wordsIn({ en, ko })

/** What a component needs of the view to speak: any view fits. */
export type Seen = { lang: string }
