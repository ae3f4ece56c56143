/** Where and how a file differs from what it should say. `code` and `facts` become sentences in words.*.ts. */
export type Fault = {
  severity: 'fault' | 'warning'
  code: FaultCode
  file: string
  line: number
  column: number
  /** The way to it inside the file: `human-rights-office.versions.0.from`. */
  path: string
  found: string
  facts: Facts
}

export type Facts = {
  field?: string
  near?: string | undefined
  day?: string
  list?: readonly string[]
  name?: string
  count?: number
}
export type Path = readonly (string | number)[]

/** What each code expects is said in words.*.ts, which the type of `faultCodes` keeps complete. */
export const faultCodes = [
  'text',
  'key',
  'normKey',
  'versionKey',
  'number',
  'articleNo',
  'lang',
  'localized',
  'telling',
  'comma-in-text',
  'day',
  'monthDay',
  'country',
  'currency',
  'colour',
  'address',
  'email',
  'timeZone',
  'provision',
  'thing',
  'source',
  'normValue',
  'renewals',
  'period',
  'figure',
  'weekday',
  'whole',
  'versions',
  'mapping',
  'list',
  'yes-or-no',
  'one-of',
  'at-least-one',
  'missing',
  'unknown-field',
  'missing-file',
  'unknown-file',
  'unreadable',
  'syntax',
  'duplicate-key',
  'row-length',
  'front-matter',
  'unknown-body',
  'unknown-post',
  'unknown-territory',
  'unknown-district',
  'unknown-norm',
  'unknown-source',
  'unknown-provision',
  'unknown-thing',
  'unknown-group',
  'unknown-indicator',
  'unknown-plan',
  'unknown-area',
  'unknown-goal',
  'unknown-category',
  'unknown-language',
  'unknown-chapter',
  'unknown-version',
  'unknown-country',
  'unknown-holiday',
  'unknown-part',
  'unknown-currency',
  'home-language',
  'translations-missing',
  'text-missing',
  'until-before-from',
  'overlap',
  'norm-kind',
  'window-missing',
  'before-today',
  'norm-gap',
  'later-than-force',
  'not-in-turn',
  'value-twice',
  'more-than-measured',
  'holiday-rule',
  'value-missing',
  'value-and-unit',
  'no-charter',
  'committee-without-body',
  'not-a-committee',
  'circle',
  'parent-ended',
  'succession-shape',
  'lives-on',
  'not-yet-there',
  'shape-missing',
  'shape-unknown',
  'shape-kind',
  'ring-open',
  'ring-short',
  'position',
] as const
export type FaultCode = (typeof faultCodes)[number]

/** What was found, short enough to print on one line. */
export function shown(value: unknown): string {
  if (value === undefined) return ''
  const said = typeof value === 'string' ? value : JSON.stringify(value)
  return said.length > 60 ? `${said.slice(0, 59)}…` : said
}

export const inFileOrder = (a: Fault, b: Fault): number =>
  (a.file < b.file ? -1 : a.file > b.file ? 1 : 0) ||
  a.line - b.line ||
  a.column - b.column ||
  (a.code < b.code ? -1 : 1)
