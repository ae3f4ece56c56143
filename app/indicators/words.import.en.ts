import type { Facts } from '#kit/refusal.ts'
import type { Format, ProblemCode, Role } from './import.ts'

/** Bringing in a table. */
export const en = {
  title: 'Bring in a table',
  lead: 'A CSV file with a line for each figure. You say what the columns are, try it, and see what is the matter with which line, before anything is kept.',
  file: 'The table',
  fileHint:
    'CSV in UTF-8. Open SDG and SDMX-CSV are known by themselves. A larger file is brought in by the command “madang import indicators”.',
  indicator: 'Which indicator is it of?',
  inFile: 'The file has a column that says so',
  side: 'Whose figures are they?',
  sides: {
    owner: 'Those of the body that answers for the indicator',
    second: 'Those of somebody else who observed the same',
  },
  next: 'Next: the columns',
  about: { name: 'File', format: 'Format', indicator: 'Indicator', sides: 'Whose figures' },
  formats: {
    'open-sdg': 'Open SDG',
    sdmx: 'SDMX-CSV',
    long: 'A long table',
  } satisfies Record<Format, string>,
  columns: 'What is in the columns?',
  columnsLead: 'We have guessed. Please look whether it is right.',
  first: (values: string) => (values ? `First lines: ${values}` : 'Empty in the first lines'),
  roles: {
    indicator: 'the indicator',
    period: 'the period',
    value: 'the figure',
    numerator: 'the numerator',
    denominator: 'the denominator',
    people: 'how many people it stands for',
    status: 'how sure it is (provisional, missing …)',
    district: 'the district',
    unit: 'the unit',
    dimension: 'a group that it is broken down by',
    mark: 'something to be kept with it',
    ignored: 'nothing to be taken',
  } satisfies Record<Role, string>,
  try: 'Try it, and keep nothing',
  report: 'What would come of it',
  lines: 'Lines',
  values: 'Figures',
  series: 'Groups and districts',
  indicators: 'Indicators',
  empty: 'Lines without a figure yet',
  line: 'Line',
  column: 'Column',
  what: 'What is the matter',
  problemsTitle: 'Lines to look at',
  problemsMore: (shown: number, all: number) => `The first ${shown} of ${all} are shown.`,
  allProblems: 'All of them as a table',
  fine: 'Every line can be read.',
  problems: {
    period: (found: string) => `“${found}” is no period. Please write 2025, 2025-Q1, 2025-03 or 2024/25.`,
    number: (found: string) =>
      `“${found}” is no number. Please write digits and a point, and leave the cell empty where there is none.`,
    people: (found: string) => `“${found}” is no count of people. Please write a whole number.`,
    'indicator-missing': () => 'The line does not say which indicator it is of.',
    'indicator-unknown': (found: string) => `There is no indicator “${found}”.`,
    'not-yours': (found: string) => `Another body answers for “${found}”.`,
    cells: (found: string) => `The line has ${found} cells, not as many as the heading.`,
    twice: (found: string) => `The same figure for ${found} stands there before. It is taken once.`,
    contradicts: (found: string) =>
      `Another figure for ${found} stands there before. Both are kept and shown as a contradiction.`,
  } satisfies Record<ProblemCode, (found: string) => string>,
  take: 'Bring it in',
  takeLead: 'The figures then wait for somebody else to check them. Nothing is public before that.',
  skip: (count: number) =>
    count === 1
      ? 'Leave out the line that cannot be read'
      : `Leave out the ${count} lines that cannot be read`,
  discard: 'Throw the file away',
  done: 'The figures have been brought in and wait to be checked.',
  sentences: {
    'indicators.import-problems':
      'Some lines cannot be read. Please mend the file, or say that they may be left out.',
    'indicators.import-empty': 'The file has no figure that could be brought in.',
    'indicators.column-missing': ({ role }: Facts): string =>
      role === 'period'
        ? 'Please say which column has the period.'
        : 'Please say which column has the figure, or which have the numerator and the denominator.',
    'indicators.no-file': 'Please choose a file.',
  },
}

export type Words = typeof en
