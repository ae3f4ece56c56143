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
  points: ' points',
  gap: 'Difference',
  verdicts: {
    'over-time': { worse: 'worse', same: 'unchanged', better: 'better' },
    'with-whole': { worse: 'worse off', same: 'the same', better: 'better off' },
  },
  change: (first: string, last: string) => `${first} to ${last}`,
  notCompared: 'nothing to compare',
  ownScales:
    'Each picture has a scale of its own; where the ground line begins with a zigzag, it does not begin at zero.',
  newest: 'Newest',
  before: 'Before',
  indicator: 'What is measured',
  loads: { late: 'Late', red: 'Red', amber: 'Amber', due: 'Due now', open: 'Under way', all: 'All' },
  due: 'Due',
  standing: 'How it stands',
  dueInDays: 'Due (days)',
  lateness: {
    'in-time': (days: number) =>
      days === 0
        ? 'in time, on the last day'
        : days === 1
          ? 'in time, 1 day early'
          : `in time, ${days} days early`,
    'not-yet': (days: number) =>
      days === 0 ? 'not yet, due today' : days === 1 ? 'not yet, 1 day left' : `not yet, ${days} days left`,
    late: (days: number) => (days === 1 ? 'came 1 day late' : `came ${days} days late`),
    'still-late': (days: number) => (days === 1 ? 'missing for 1 day' : `missing for ${days} days`),
  },
  since: (from: string) => `since ${from}`,
  span: (from: string, until: string) => `${from} – ${until}`,
  today: (day: string) => `Today, ${day}`,
  states: {
    planned: 'planned',
    running: 'under way',
    amber: 'amber: needs attention',
    red: 'red: in danger',
    done: 'done',
    dropped: 'dropped',
  },
}

export type Words = typeof en
