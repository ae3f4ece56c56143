import { en, type Words } from './words.en.ts'
export const ko: Words = en
