export const en = {
  table: 'As a table',
  empty: 'There are no values yet.',
  period: 'Period',
  noData: 'no data',
  provisional: 'provisional',
  target: 'Target',
  line: (name: string, first: string, before: string, last: string, now: string) =>
    `${name}: ${before} (${first}), then ${now} (${last}).`,
  point: (name: string, period: string, value: string) => `${name}: ${value} (${period}).`,
  noLine: (name: string) => `${name}: no values.`,
  aim: (value: string, by: string) => `The target is ${value} by ${by}.`,
  notFromZero: (from: string) => `The scale begins at ${from}, not at zero.`,
  notToZero: (to: string) => `The scale ends at ${to}, not at zero.`,
  hollow: 'A hollow mark is a provisional value.',
  gaps: 'The line breaks where there is no value.',
  broken: 'New definition',
  breaks: (label: string) => `What was measured changed here, so nothing is compared across it: ${label}`,
}

export type Words = typeof en
