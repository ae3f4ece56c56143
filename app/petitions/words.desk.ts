import { wordsIn } from '#kit/words.ts'
import { en } from './words.desk.en.ts'
import { ko } from './words.desk.ko.ts'

export const words = wordsIn({ en, ko })
