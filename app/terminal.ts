import type { Words } from './words.en.ts'

/** Where commands say what they did, and in whose words. */
export type Terminal = { lang: 'en' | 'ko'; w: Words['cli']; say(line: string): void }
