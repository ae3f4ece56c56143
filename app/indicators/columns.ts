import type { Column } from '#kit/list.ts'
import type { View } from '#kit/view.ts'
import { plain } from '#kit/words.ts'
import type { Value } from './indicator.ts'
import type { IndicatorLine } from './line.ts'
import { unitAfter } from './parts.tsx'
import { words } from './words.ts'

/** What a spreadsheet and a program read of an indicator. */
export const columnsOf: Column<IndicatorLine>[] = [
  { key: 'key', label: () => 'key', value: ({ key }) => key },
  { key: 'title', label: (view) => words(view).title, value: ({ doc }, view) => plain(doc.title, view) },
  { key: 'chapter', label: (view) => words(view).page.chapter, value: ({ doc }) => doc.chapter ?? null },
  {
    key: 'articles',
    label: (view) => words(view).page.articles,
    value: ({ doc }) => doc.articles.join(' '),
  },
  { key: 'owner', label: (view) => words(view).page.owner, value: ({ doc }) => doc.owner ?? null },
  { key: 'measures', label: (view) => words(view).page.kind, value: ({ doc }) => doc.measures ?? null },
  { key: 'good', label: (view) => words(view).page.good, value: ({ doc }) => doc.good ?? null },
  {
    key: 'unit',
    label: (view) => words(view).page.unit,
    value: ({ doc }, view) => unitAfter(view, doc).trim() || null,
  },
  {
    key: 'period',
    label: (view) => words(view).figures.period,
    value: ({ newest }) => newest?.period.name ?? null,
  },
  { key: 'value', label: (view) => words(view).page.newest, value: ({ newest }) => newest?.value ?? null },
  {
    key: 'status',
    label: (view) => words(view).figures.status,
    value: ({ newest }) => newest?.status ?? null,
  },
  {
    key: 'beforePeriod',
    label: (view) => `${words(view).page.before}: ${words(view).figures.period}`,
    value: ({ before }) => before?.period.name ?? null,
  },
  { key: 'before', label: (view) => words(view).page.before, value: ({ before }) => before?.value ?? null },
  {
    key: 'change',
    label: (view) => words(view).headline.counts,
    value: ({ newest, change }) => (newest ? change.is : null),
  },
  {
    key: 'standing',
    label: (view) => words(view).page.target,
    value: ({ goal }) => goal?.standing.is ?? null,
  },
  {
    key: 'missing',
    label: (view) => words(view).lateness.periods,
    value: ({ owed }) => owed?.periods.map(({ name }) => name).join(' ') ?? null,
  },
  {
    key: 'dueOn',
    label: (view) => words(view).lateness.dueOn,
    value: ({ owed }) => owed?.dueOn.toString() ?? null,
  },
  { key: 'late', label: (view) => words(view).lateness.days, value: ({ owed }) => owed?.late ?? null },
]

/** What they read of a figure; a column for each dimension would differ from indicator to indicator. */
export const figureColumns: Column<Value>[] = [
  { key: 'by', label: (view: View) => words(view).figures.side, value: ({ by }) => by },
  {
    key: 'group',
    label: (view) => words(view).figures.group,
    value: ({ of }) =>
      Object.entries(of)
        .map(([dimension, category]) => `${dimension}=${category}`)
        .join('; '),
  },
  { key: 'district', label: (view) => words(view).figures.district, value: ({ district }) => district },
  { key: 'unit', label: (view) => words(view).figures.unit, value: ({ unit }) => unit },
  { key: 'period', label: (view) => words(view).figures.period, value: ({ period }) => period.name },
  { key: 'from', label: () => 'from', value: ({ period }) => period.from.toString() },
  { key: 'until', label: () => 'until', value: ({ period }) => period.until.toString() },
  { key: 'value', label: (view) => words(view).figures.value, value: ({ value }) => value },
  { key: 'status', label: (view) => words(view).figures.status, value: ({ status }) => status },
  { key: 'hidden', label: () => 'hidden', value: ({ hidden }) => hidden },
  { key: 'definition', label: () => 'definition', value: ({ definition }) => definition },
  {
    key: 'corrections',
    label: (view) => words(view).figures.corrections,
    value: ({ corrections }) => corrections,
  },
]
