import { reckoned } from '#kit/reckoned.ts'
import { counted } from './list.reads.ts'

/** The counts over the list, which go over every petition there is. */
export const countsNow = reckoned(counted, ({ all }) => all > 1000)
