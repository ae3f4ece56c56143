import type { Day } from '#kit/time.ts'

/** A stretch of time that a value is of, by the name its source gave it: `2018`, `2018/19`, `2007/08 to 2008/09`. */
export type Period = { name: string; from: Day; until: Day }
