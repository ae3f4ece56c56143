import type { CsvLine } from '#kit/csv.ts'
import { type Problem, problemOf } from '#kit/form.ts'
import type { Ref } from '#kit/ref.ts'
import { Refusal } from '#kit/refusal.ts'
import type { Lang, Localized } from '#kit/words.ts'
import { costOf } from './cost.ts'
import { type Known, keyOf, namings } from './known.ts'
import type { TaskDraft } from './plan.ts'

const plainFields = [
  'no',
  'area',
  'goal',
  'articles',
  'groups',
  'leads',
  'supporting',
  'indicators',
  'findings',
  'from',
  'until',
  'cost',
] as const

/** Where a table has each part of a task; a title and a text in each language of the city. */
export type Field = (typeof plainFields)[number] | `title.${Lang}` | `text.${Lang}`

export const fieldsFor = (languages: readonly Lang[]): Field[] => [
  'no',
  ...languages.map((lang) => `title.${lang}` as const),
  ...plainFields.slice(1),
  ...languages.map((lang) => `text.${lang}` as const),
]

/** The heading under which each part stands; nothing where the table has none. */
export type Mapping = Partial<Record<Field, string>>

/** Which heading says which part, as far as it can be guessed; people look at it before anything is read. */
export function guess(
  headings: readonly string[],
  names: (field: Field) => readonly string[],
  all: Field[],
): Mapping {
  const folded = (text: string) => text.toLowerCase().replaceAll(/[\s()·.]/g, '')
  const pairs = all.flatMap((field): [Field, string][] => {
    const ways = [field, ...names(field)].map(folded)
    const heading = headings.find((each) => ways.includes(folded(each)))
    return heading === undefined ? [] : [[field, heading]]
  })
  return Object.fromEntries(pairs)
}

/** What a row of the table would become, or what has to be mended in it. */
export type Row = { line: number; no: string; title: Localized; draft: TaskDraft; problems: Problem[] }

export type Reading = {
  known: Known
  languages: readonly Lang[]
  currency: string
  /** How people write that something costs nothing. */
  free: readonly string[]
  /** The numbers that tasks of the plan have already. */
  taken: readonly string[]
  /** First and last year of the plan. */
  years: { from: number; until: number }
}

/** Reads every row of a table as a task. Nothing is saved unless all of them are right. */
export function readRows(lines: readonly CsvLine[], mapping: Mapping, reading: Reading): Row[] {
  const rows = lines.map((line) => readRow(line, mapping, reading))
  const count = Map.groupBy(rows, (row) => row.no)
  for (const row of rows) {
    if (reading.taken.includes(row.no)) row.problems.push(problem('no', 'plans.no-taken', { no: row.no }))
    else if (row.no !== '' && (count.get(row.no)?.length ?? 0) > 1)
      row.problems.push(problem('no', 'plans.no-twice', { no: row.no }))
  }
  return rows
}

/** A task's number as it stands in its address, where some words have another meaning. */
export const taskNo = /^(?!(new|import)$)[0-9A-Za-z]+(-[0-9A-Za-z]+)*$/

function readRow({ line, cells }: CsvLine, mapping: Mapping, reading: Reading): Row {
  const problems: Problem[] = []
  const cell = (field: Field) => (cells[mapping[field] ?? ''] ?? '').trim()
  const text = (kind: 'title' | 'text'): Localized =>
    Object.fromEntries(
      reading.languages.flatMap((lang) => (cell(`${kind}.${lang}`) ? [[lang, cell(`${kind}.${lang}`)]] : [])),
    )
  const many = (field: keyof typeof namings): string[] =>
    cell(field)
      .split(/[;|\n]/)
      .map((each) => each.trim())
      .filter((each) => each !== '')
      .flatMap((said) => {
        const key = keyOf(reading.known[namings[field]], said)
        if (key === undefined) problems.push(problem(field, 'plans.unknown', { said }))
        return key ?? []
      })
  const [no, title] = [cell('no'), text('title')]
  if (!taskNo.test(no)) problems.push(problem('no', no === '' ? 'form.missing' : 'plans.bad-no', { no }))
  if (Object.keys(title).length === 0) problems.push(problem('title', 'plans.title-missing'))
  const [area] = many('area')
  if (area === undefined && cell('area') === '' && reading.known.areas.length > 0)
    problems.push(problem('area', 'form.missing'))
  const said = text('text')
  const draft: TaskDraft = {
    no,
    title,
    text: Object.keys(said).length > 0 ? said : null,
    area: area ?? '',
    goal: many('goal')[0] ?? null,
    articles: many('articles') as Ref[],
    groups: many('groups'),
    leads: many('leads'),
    supporting: many('supporting'),
    indicators: many('indicators'),
    findings: many('findings').map(Number),
    ...yearsOf(cell('from'), cell('until'), reading, problems),
    cost: costIn(cell('cost'), reading, problems),
  }
  return { line, no, title, draft, problems }
}

const problem = (field: string, code: string, facts: Problem['facts'] = {}): Problem => ({
  field,
  code,
  facts,
})

function yearsOf(first: string, last: string, { years }: Reading, problems: Problem[]) {
  const year = (field: 'from' | 'until', said: string): number | null => {
    if (said === '') return null
    const number = /^\d{4}\D?$/.test(said) ? Number(said.slice(0, 4)) : Number.NaN
    if (number >= years.from && number <= years.until) return number
    problems.push(problem(field, 'plans.outside-period', years))
    return null
  }
  const [from, until] = [year('from', first), year('until', last)]
  if (from !== null && until !== null && until < from)
    problems.push(problem('until', 'plans.ends-before-it-begins'))
  return { from, until }
}

function costIn(said: string, { currency, free }: Reading, problems: Problem[]): number | null {
  if (free.some((each) => each.toLowerCase() === said.toLowerCase())) return 0
  try {
    return costOf(said, currency)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    problems.push(problemOf(error))
    return null
  }
}
