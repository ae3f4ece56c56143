import { wordsIn } from '#kit/words.ts'
import { en } from './words.mine.en.ts'
import { ko } from './words.mine.ko.ts'

export const mineWords = wordsIn({ en, ko })
