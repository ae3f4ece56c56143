import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { IsoDay, Precision } from '#city/index.ts'
import { canonical } from '#kit/canonical.ts'
import { type Lang, type Localized, say } from '#kit/words.ts'
import { type Bodies, type Body, lifeOf, type Post } from './body.ts'

const date = z.string().regex(/^[0-9]{4}(-[0-9]{2}){0,2}$/)

const otherName = z.object({
  name: z.string(),
  start_date: date.optional(),
  end_date: date.optional(),
  note: z.string().optional(),
})
const organization = z.object({
  id: z.string(),
  name: z.string(),
  other_names: z.array(otherName).optional(),
  classification: z.string(),
  parent_id: z.string().optional(),
  founding_date: date,
  dissolution_date: date.optional(),
  links: z.array(z.object({ url: z.url(), note: z.string().optional() })).optional(),
})
const post = z.object({
  id: z.string(),
  label: z.string(),
  role: z.string(),
  organization_id: z.string(),
  start_date: date.optional(),
  end_date: date.optional(),
})
const person = z.object({ id: z.string(), name: z.string(), other_names: z.array(otherName).optional() })
const membership = z.object({
  id: z.string(),
  person_id: z.string(),
  organization_id: z.string(),
  post_id: z.string(),
  start_date: date,
  end_date: date.optional(),
})

/** The part of Popolo that the city fills (popoloproject.com: organization, post, person, membership). */
export const popolo = z.object({
  organizations: z.array(organization),
  posts: z.array(post),
  persons: z.array(person),
  memberships: z.array(membership),
})

export type Popolo = z.output<typeof popolo>

type Reader = { lang: Lang; languages: readonly Lang[] }

/** Bodies, posts and their holders as Popolo has them. Popolo dates names, so each version is one. */
export function popoloOf(bodies: Bodies, reader: Reader): Popolo {
  const all = [...bodies.values()]
  const posts = all.flatMap((body) => body.posts)
  const holders = new Map(
    posts.flatMap((each) => each.terms.map(({ holder }) => [personId(holder), holder] as const)),
  )
  return {
    organizations: all.map((each) => organizationOf(each, reader)),
    posts: posts.map((each) => postOf(each, reader)),
    persons: [...holders].map(([id, holder]) => ({
      id,
      name: said(holder, reader),
      other_names: inOtherLanguages(holder, reader),
    })),
    memberships: posts.flatMap((each) =>
      each.terms.map((term) => ({
        id: `term/${term.key}`,
        person_id: personId(term.holder),
        organization_id: `bodies/${each.body}`,
        post_id: `post/${each.key}`,
        start_date: known(term.from, term.precision),
        ...(term.until && { end_date: known(term.until, term.precision) }),
      })),
    ),
  }
}

function organizationOf(body: Body, reader: Reader): Popolo['organizations'][number] {
  const { from, until } = lifeOf(body)
  const now = body.versions.at(-1)!
  return {
    id: `bodies/${body.key}`,
    name: said(now.name, reader),
    other_names: [
      ...inOtherLanguages(now.name, reader),
      ...body.versions.map((each) => ({
        name: said(each.name, reader),
        start_date: known(each.from, each.precision),
        ...(each.until && { end_date: known(each.until, each.precision) }),
      })),
    ],
    classification: body.kind,
    ...(now.parent && { parent_id: `bodies/${now.parent}` }),
    founding_date: known(from, body.versions[0]!.precision),
    ...(until && { dissolution_date: known(until, now.precision) }),
    ...(body.site && { links: [{ url: body.site }] }),
  }
}

const postOf = (each: Post, reader: Reader): Popolo['posts'][number] => ({
  id: `post/${each.key}`,
  label: said(each.name, reader),
  role: each.filledBy,
  organization_id: `bodies/${each.body}`,
  ...(each.from && { start_date: each.from }),
  ...(each.until && { end_date: each.until }),
})

const said = (text: Localized, reader: Reader): string => say(text, reader.lang, reader.languages).text

const inOtherLanguages = (text: Localized, reader: Reader) =>
  Object.entries(text)
    .filter(([, name]) => name !== said(text, reader))
    .map(([lang, name]) => ({ name, note: lang }))

/** The files know people only by their names, so one name is one person. */
const personId = (holder: Localized): string =>
  `person/${createHash('sha256').update(canonical(holder)).digest('hex').slice(0, 16)}`

const known = (day: IsoDay, precision: Precision): string =>
  day.slice(0, precision === 'year' ? 4 : precision === 'month' ? 7 : 10)
