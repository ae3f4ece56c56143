import { z } from 'zod'

const optional = z.string().nullish()
const id = z.union([z.string().min(1), z.number().transform(String)])
const dated = { start_date: optional, end_date: optional }

const otherName = z.looseObject({ name: z.string().min(1), lang: optional, note: optional, ...dated })
const named = { id, name: optional, other_names: z.array(otherName).nullish() }

/** What is read of each kind of record (popoloproject.com). People write Popolo in many ways, so little is demanded. */
export const shapes = {
  organizations: z.looseObject({
    ...named,
    classification: optional,
    parent_id: optional,
    founding_date: optional,
    dissolution_date: optional,
    links: z.array(z.looseObject({ url: z.string() })).nullish(),
  }),
  posts: z.looseObject({ id, label: optional, role: optional, organization_id: optional, ...dated }),
  persons: z.looseObject(named),
  memberships: z.looseObject({
    id: id.nullish(),
    person_id: optional,
    organization_id: optional,
    post_id: optional,
    ...dated,
  }),
} as const

export type Kind = keyof typeof shapes
export type Named = z.output<typeof shapes.persons>
export type Organization = z.output<typeof shapes.organizations>
export type Post = z.output<typeof shapes.posts>
export type Membership = z.output<typeof shapes.memberships>

/** Popolo as a file has it: the four lists, each of which may be missing, of records that are looked at one by one. */
export const popoloFile = z
  .looseObject(Object.fromEntries(kinds().map((kind) => [kind, z.array(z.unknown()).optional()])))
  .refine((file) => kinds().some((kind) => kind in file))

export function kinds(): Kind[] {
  return Object.keys(shapes) as Kind[]
}
