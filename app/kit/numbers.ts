import { keptLately, madeOnce } from './made-once.ts'
import type { Lang } from './words.ts'

/** `1,204`, as the reader's language groups figures. */
export const number = (value: number, lang: Lang): string => numbersSaid(lang)(value)

const numbersSaid = madeOnce((lang: Lang) => {
  const format = new Intl.NumberFormat(lang)
  return keptLately((value: number) => format.format(value))
})
