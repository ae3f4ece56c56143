import { z } from 'zod'

/** How much one form may bring, in files and in bytes. */
export const limits = { count: 5, size: 5 * 2 ** 20, together: 10 * 2 ** 20 }

const isSent = (each: unknown) => each instanceof File && (each.size > 0 || each.name !== '')

/** The field of a form for files; a browser sends an empty one where nobody chose any. */
export const filesField = z
  .preprocess((said) => [said].flat().filter(isSent), z.array(z.instanceof(File)))
  .refine((all) => all.length <= limits.count, 'files.too-many')
  .refine((all) => all.every((each) => each.size <= limits.size), 'files.one-too-large')
  .refine(
    (all) => all.reduce((sum, each) => sum + each.size, 0) <= limits.together,
    'files.together-too-large',
  )
