import type { Sentences } from '#kit/room.ts'
import { limits } from './file.ts'

const megabytes = (size: number) => `${size / 2 ** 20} MB`

export const en = {
  files: 'Files',
  attach: 'Files that show it',
  hint: `Photos, PDF, documents or tables: up to ${limits.count} files of ${megabytes(limits.size)}, ${megabytes(limits.together)} together. Where a photo was taken and by which camera is removed from it. Everybody will see them.`,
  sizes: {
    megabytes: (size: string) => `${size} MB`,
    kilobytes: (size: string) => `${size} KB`,
  },
  sentences: {
    'files.too-many': `At most ${limits.count} files can be sent at once. Please send the rest with another report.`,
    'files.one-too-large': `One of the files is larger than ${megabytes(limits.size)}. Please make it smaller or split it.`,
    'files.together-too-large': `Together the files are larger than ${megabytes(limits.together)}. Please send some of them with another report.`,
  } satisfies Sentences as Sentences,
}

export type Words = typeof en
