import { z } from 'zod'
import { states, supports } from './petition.ts'

export const sorts = ['newest', 'signatures', 'due'] as const
export type Sort = (typeof sorts)[number]

/** `open` is every petition to which the city still owes an answer. */
export const standings = [...states, 'open'] as const
export type Standing = (typeof standings)[number]

const name = z
  .string()
  .max(80)
  .regex(/^[\w/-]+$/)

/** What may be asked of the list in its address. What makes no sense is as if it had not been asked. */
export const query = z.object({
  q: z.string().trim().min(1).max(100).optional().catch(undefined),
  state: z.enum(standings).optional().catch(undefined),
  support: z.enum(supports).optional().catch(undefined),
  sort: z.enum(sorts).optional().catch(undefined),
  body: name.optional().catch(undefined),
  topic: name.optional().catch(undefined),
  group: name.optional().catch(undefined),
  article: name.optional().catch(undefined),
  district: name.optional().catch(undefined),
})
export type Query = z.output<typeof query>

/** What is overdue is read by how long, the rest by what is new. */
export const sortOf = ({ sort, state }: Query): Sort => sort ?? (state === 'overdue' ? 'due' : 'newest')
