import { createHash } from 'node:crypto'
import type { Facts } from '#kit/refusal.ts'
import type { Lang, Localized } from '#kit/words.ts'
import { firstDay, lastDay, type Since } from './popolo.dates.ts'
import { kindOf } from './popolo.kinds.ts'
import {
  type Kind,
  type Membership,
  type Named,
  type Organization,
  type Post,
  shapes,
} from './popolo.shapes.ts'
import { type Version, versionsOf } from './popolo.versions.ts'

/** Why a record, or a part of one, did not come into the city's files as it was. */
export type NoteCode =
  | 'malformed'
  | 'already-there'
  | 'key'
  | 'no-name'
  | 'no-organization'
  | 'no-post'
  | 'no-person'
  | 'no-start'
  | 'no-term'
  | 'not-accepted'
  | 'since'
  | 'kind'
  | 'parent'
  | 'date'
  | 'filled-by'
  | 'left-out'

export type Note = { of: Kind; id: string; what: 'dropped' | 'changed'; code: NoteCode; facts: Facts }

/** What must be known of the city that takes the records in. */
export type Taking = {
  /** In which of the city's languages the file's names are. */
  lang: Lang
  languages: readonly Lang[]
  bodies: ReadonlySet<string>
  /** The body of each post, and the post of each term. */
  posts: ReadonlyMap<string, string>
  terms: ReadonlyMap<string, string>
  /** Where the city's files will say that it was read. */
  source: string
  /** Since when there is what does not say since when. */
  since: string
}

export type Body = { kind: string; site?: string; versions: Version[] } & Trust
type PostRecord = { body: string; name: Localized; filledBy: string; from?: string; until?: string } & Trust
type Term = { post: string; holder: Localized } & Since & Trust
type Trust = { verification: 'imported'; source: string }

/** Records as the city's files hold them, each with the id it had. */
export type Taken = {
  bodies: Map<string, { id: string; record: Body }>
  posts: Map<string, { id: string; record: PostRecord }>
  terms: Map<string, { id: string; record: Term }>
  notes: Note[]
}

/** Popolo in the words of a city's files; of every record that did not come over as it was a note says why. */
export function translate(file: Record<string, unknown>, city: Taking): Taken {
  return new Translation(city).run(file)
}

class Translation {
  readonly #city: Taking
  readonly #taken: Taken = { bodies: new Map(), posts: new Map(), terms: new Map(), notes: [] }
  /** The key that each id of an organization or a post became. */
  readonly #keys = { organizations: new Map<string, string>(), posts: new Map<string, string>() }

  constructor(city: Taking) {
    this.#city = city
  }

  run(file: Record<string, unknown>): Taken {
    const organizations = this.#readable<Organization>(file, 'organizations')
    for (const each of organizations) this.#nameBody(each)
    for (const each of organizations) this.#takeBody(each)
    for (const each of this.#readable<Post>(file, 'posts')) this.#takePost(each)
    const persons = new Map(this.#readable<Named>(file, 'persons').map((each) => [each.id, each]))
    const holding = new Set<string>()
    for (const each of this.#readable<Membership>(file, 'memberships')) this.#takeTerm(each, persons, holding)
    for (const { id } of persons.values()) if (!holding.has(id)) this.#drop('persons', id, 'no-term')
    return this.#taken
  }

  #readable<T>(file: Record<string, unknown>, kind: Kind): T[] {
    const records = (file[kind] ?? []) as unknown[]
    return records.flatMap((record, at) => {
      const read = shapes[kind].safeParse(record)
      if (read.success) {
        this.#sayLeftOut(kind, String(read.data.id ?? at), read.data)
        return [read.data as T]
      }
      const id = (record as { id?: unknown } | null)?.id
      const [issue] = read.error.issues
      this.#drop(kind, String(id ?? at), 'malformed', { field: issue!.path.join('.') || kind })
      return []
    })
  }

  #nameBody({ id, name }: Organization): undefined {
    if (!name) return this.#drop('organizations', id, 'no-name')
    const key = keyFrom(id, new Set(this.#keys.organizations.values()))
    this.#keys.organizations.set(id, key)
  }

  #takeBody(organization: Organization): undefined {
    const { id, name, parent_id, classification, links } = organization
    const key = this.#keys.organizations.get(id)
    if (!key || !name) return undefined
    if (this.#city.bodies.has(key)) return this.#drop('organizations', id, 'already-there', { key })
    const kind = kindOf(classification)
    if (kind.changed) this.#change('organizations', id, 'kind', { from: classification ?? '', to: kind.kind })
    const versions = versionsOf({ ...organization, name }, this.#city, (code, facts) =>
      this.#change('organizations', id, code, facts),
    )
    const parent = parent_id ? this.#keys.organizations.get(parent_id) : undefined
    if (parent) versions.at(-1)!.parent = parent
    else if (parent_id) this.#change('organizations', id, 'parent', { parent: parent_id })
    const site = links?.map(({ url }) => url).find((url) => /^https?:\/\//.test(url) && URL.canParse(url))
    const record = { kind: kind.kind, ...(site && { site }), versions, ...this.#trust() }
    this.#taken.bodies.set(key, { id, record })
  }

  #takePost(post: Post): undefined {
    const { id, role, organization_id, start_date, end_date } = post
    const body = this.#keys.organizations.get(organization_id ?? '')
    const name = post.label ?? role
    if (!name) return this.#drop('posts', id, 'no-name')
    if (!body) return this.#drop('posts', id, 'no-organization', { organization: organization_id ?? '' })
    const { key, isThere } = this.#keyOf('posts', id, body)
    this.#keys.posts.set(id, key)
    if (isThere) return this.#drop('posts', id, 'already-there', { key })
    const filledBy = ways.find((each) => each === role)
    if (!filledBy) this.#change('posts', id, 'filled-by', { role: role ?? '' })
    const [from, until] = [
      this.#day('posts', id, start_date, firstDay),
      this.#day('posts', id, end_date, lastDay),
    ]
    const record = {
      body,
      name: this.#inHomeLanguage({ [this.#city.lang]: name }),
      filledBy: filledBy ?? 'appointment',
      ...(from && { from: from.from }),
      ...(until && { until }),
      ...this.#trust(),
    }
    this.#taken.posts.set(key, { id, record })
  }

  #takeTerm(membership: Membership, persons: ReadonlyMap<string, Named>, holding: Set<string>): undefined {
    const { person_id, post_id, start_date, end_date } = membership
    const id = membership.id ?? `${person_id}-${post_id}-${start_date}`
    const person = persons.get(person_id ?? '')
    const post = this.#keys.posts.get(post_id ?? '')
    if (!person?.name) return this.#drop('memberships', id, 'no-person', { person: person_id ?? '' })
    holding.add(person.id)
    if (!post) return this.#drop('memberships', id, 'no-post', { post: post_id ?? '' })
    const since = this.#day('memberships', id, start_date, firstDay)
    if (!since) return this.#drop('memberships', id, 'no-start')
    const { key, isThere } = this.#keyOf('memberships', id, post)
    if (isThere) return this.#drop('memberships', id, 'already-there', { key })
    const until = this.#day('memberships', id, end_date, lastDay)
    const holder = this.#inHomeLanguage({ [this.#city.lang]: person.name, ...this.#translations(person) })
    const record = { post, holder, ...since, ...(until && { until }), ...this.#trust() }
    this.#taken.terms.set(key, { id, record })
  }

  /** The key that its id makes; with its owner's before it, where the city has another's under that key. */
  #keyOf(of: 'posts' | 'memberships', id: string, owner: string): { key: string; isThere: boolean } {
    const [there, taken] =
      of === 'posts' ? [this.#city.posts, this.#taken.posts] : [this.#city.terms, this.#taken.terms]
    const key = keyFrom(id, new Set(taken.keys()))
    const other = there.get(key)
    if (other === undefined || other === owner) return { key, isThere: other === owner }
    const longer = keyFrom(`${owner}-${key}`, new Set([...taken.keys(), ...there.keys()]))
    this.#change(of, id, 'key', { key: longer, other: key })
    return { key: longer, isThere: false }
  }

  #translations({ other_names }: Named): Localized {
    const { lang, languages } = this.#city
    const said = (other_names ?? []).flatMap((each) => {
      const language = each.lang ?? each.note ?? ''
      return language !== lang && languages.includes(language) ? [[language, each.name] as const] : []
    })
    return Object.fromEntries(said)
  }

  /** The city's own language has every text; where the file has none it is the file's. */
  #inHomeLanguage(text: Localized): Localized {
    const home = this.#city.languages[0]!
    return { [home]: text[home] ?? text[this.#city.lang]!, ...text }
  }

  #day<T>(
    of: Kind,
    id: string,
    said: string | null | undefined,
    read: (said: string) => T | undefined,
  ): T | undefined {
    const day = said ? read(said) : undefined
    if (said && !day) this.#change(of, id, 'date', { date: said })
    return day
  }

  #sayLeftOut(kind: Kind, id: string, record: object): void {
    const read = Object.keys(shapes[kind].shape)
    const rest = Object.entries(record).filter(
      ([name, value]) => !read.includes(name) && holdsSomething(value),
    )
    if (rest.length > 0) this.#change(kind, id, 'left-out', { fields: rest.map(([name]) => name).join(', ') })
  }

  #trust(): Trust {
    return { verification: 'imported', source: this.#city.source }
  }

  #drop(of: Kind, id: string, code: NoteCode, facts: Facts = {}): undefined {
    this.#taken.notes.push({ of, id, what: 'dropped', code, facts })
  }

  #change(of: Kind, id: string, code: NoteCode, facts: Facts): void {
    this.#taken.notes.push({ of, id, what: 'changed', code, facts })
  }
}

const ways = ['election', 'appointment', 'ex-officio'] as const

const holdsSomething = (value: unknown): boolean =>
  Array.isArray(value) ? value.length > 0 : value !== null && value !== undefined && value !== ''

/** `bodies/human-rights-office` becomes `human-rights-office`; an id without a Latin letter or digit, a part of its digest. */
export function keyFrom(id: string, taken: ReadonlySet<string>): string {
  const slug = id
    .replace(/^.*[/:#]/, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
  const key = slug || `imported-${createHash('sha256').update(id).digest('hex').slice(0, 8)}`
  let free = key
  for (let number = 2; taken.has(free); number++) free = `${key}-${number}`
  return free
}
