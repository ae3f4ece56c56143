import type { z } from 'zod'
import type { Draft, Report } from './draft.ts'
import type { FaultCode, Path } from './fault.ts'
import { collections } from './gather.ts'
import { lang as isLanguage, type Kind, localized, refersTo } from './schema.parts.ts'
import { schemas } from './schema.ts'
import { telling } from './schema.ways.ts'
import { valueAt, type Where } from './schema-faults.ts'
import { nearest } from './spelling.ts'
import { isMapping, partsUnder, walk } from './walk.ts'

/** Every key that names something else names something there is. */
export function checkReferences(draft: Draft, report: Report): void {
  for (const { schema, where, data } of everything(draft)) {
    for (const part of walk(schema, data)) {
      const meant = refersTo.get(part.schema)
      if (!meant || typeof part.value !== 'string') continue
      checkName(draft, report, where, part.path, meant.among, part.value)
      if (meant.kinds) checkKind(draft, report, where, part.path, meant.kinds, part.value)
    }
  }
  checkArticles(draft, report)
}

/** Articles that are the key of what tells of them are in the charter. */
function checkArticles(draft: Draft, report: Report): void {
  if (!draft.subjects) return
  const { record, where } = draft.subjects
  for (const { about } of record.articles)
    checkName(draft, report, where, ['articles', about], 'thing', about)
}

/** What is said to be surer or less sure than the whole is a part that the record can have. */
export function checkParts(draft: Draft, report: Report): void {
  for (const { schema, where, data } of everything(draft)) {
    const fields = new Set([...partsUnder(schema)].map(([field]) => field))
    for (const { value, path } of walk(schema, data)) {
      if (path.at(-1) !== 'except' || !isMapping(value)) continue
      for (const part of Object.keys(value)) {
        const [field = ''] = part.split('.')
        if (fields.has(field)) continue
        report(where, [...path, part], 'unknown-part', {
          found: part,
          part: 'key',
          near: nearest(field, fields),
        })
      }
    }
  }
}

/** Every text has the city's first language, and no language that the city does not have. */
export function checkLanguages(draft: Draft, report: Report): void {
  const languages = draft.profile?.record.languages
  if (!languages) return
  const [home = ''] = languages
  const missing = new Map<string, { count: number; where: Where; path: Path }>()
  for (const { schema, where, data } of everything(draft)) {
    for (const { schema: part, value, path } of walk(schema, data)) {
      if ((part !== localized && part !== telling) || typeof value !== 'object' || value === null) continue
      for (const lang of Object.keys(value)) {
        if (languages.includes(lang) || !isLanguage.safeParse(lang).success) continue
        report(where, [...path, lang], 'unknown-language', {
          found: lang,
          part: 'key',
          list: languages,
          near: nearest(lang, languages),
        })
      }
      if (!(home in value))
        report(where, path, 'home-language', { found: Object.keys(value).join(', '), name: home })
      for (const lang of languages.slice(1)) {
        if (lang in value) continue
        const before = missing.get(lang)
        missing.set(lang, { where, path, ...before, count: (before?.count ?? 0) + 1 })
      }
    }
  }
  for (const [lang, { count, where, path }] of missing) {
    report(where, path, 'translations-missing', { severity: 'warning', name: lang, count })
  }
}

/** As it was written, before parts inherit from the whole: so that one mistake is one fault. */
function* everything(draft: Draft) {
  for (const { collection, where } of draft.given) yield written(collections[collection], where)
  if (draft.profile) yield written(schemas.profile, draft.profile.where)
  if (draft.calendar) yield written(schemas.calendar, draft.calendar.where)
  if (draft.subjects) yield written(schemas.subjects, draft.subjects.where)
  if (draft.procedures) yield written(schemas.procedures, draft.procedures.where)
  for (const { where } of draft.texts) yield written(schemas.words, where)
}

const written = (schema: z.ZodType, where: Where) => ({
  schema,
  where,
  data: valueAt(where.parsed.data, where.at),
})

function checkName(draft: Draft, report: Report, where: Where, path: Path, among: Kind, name: string): void {
  const known = namesAmong(draft, among, name)
  if (known.has(name)) return
  report(where, path, `unknown-${among}` satisfies FaultCode, { found: name, near: nearest(name, known) })
}

/** A time limit where a time limit is meant, and not any other number. */
function checkKind(
  { records }: Draft,
  report: Report,
  where: Where,
  path: Path,
  kinds: readonly string[],
  name: string,
): void {
  const norm = records.norms.find(({ record }) => record.key === name)?.record
  if (norm && !kinds.includes(norm.kind))
    report(where, path, 'norm-kind', { found: `${name} (${norm.kind})`, list: kinds })
}

function namesAmong(draft: Draft, among: Kind, name: string): Set<string> {
  const { names, articles, groups } = draft
  switch (among) {
    case 'body':
      return names.bodies
    case 'post':
      return names.posts
    case 'district':
      return names.districts
    case 'territory':
      return names.territories.union(names.districts)
    case 'norm':
      return names.norms
    case 'source':
      return names.sources
    case 'provision':
      return provisions(articles, name)
    case 'thing':
      return things(names, articles, name)
    case 'group':
      return groups
    case 'indicator':
      return names.indicators
    case 'plan':
      return names.plans
  }
}

/** `ordinance/26(3)` is known with article 26; of an instrument kept without its articles, any article is. */
function provisions(articles: Draft['articles'], name: string): Set<string> {
  const [instrument = '', article] = name.split('/')
  const given = articles.get(instrument)
  if (!given) return new Set([...articles.keys()].map((key) => (article ? `${key}/${article}` : key)))
  const bare = article?.replace(/\(.*$/, '')
  if (!bare || given.size === 0 || given.has(bare)) return new Set([name])
  return new Set([...given].map((no) => `${instrument}/${no}`))
}

function things(names: Draft['names'], articles: Draft['articles'], name: string): Set<string> {
  const [room = '', ...rest] = name.split('/')
  if (rest.length === 0) return new Set([name])
  if (room === 'bodies' || room === 'committees' || room === 'indicators' || room === 'plans')
    return new Set([...names[room]].map((key) => `${room}/${key}`))
  if (room === 'charter') return provisions(articles, name)
  return new Set([...provisions(articles, rest.join('/'))].map((each) => `law/${each}`))
}
