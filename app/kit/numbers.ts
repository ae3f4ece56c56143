import { madeOnce } from './made-once.ts'
import type { Lang } from './words.ts'

/** `1,204`, as the reader's language groups figures. */
export const number = (value: number, lang: Lang): string => formatIn(lang).format(value)

const formatIn = madeOnce((lang: Lang) => new Intl.NumberFormat(lang))
