import type { Sentences } from './room.ts'

const list = new Intl.ListFormat('en-GB')
const said = (holidays: string[]) => (holidays.length ? ` (${list.format(holidays)})` : '')
const several = (one: string) => (count: number) => `${count} ${one}${count === 1 ? '' : 's'}`

/** What the kit itself says: how a deadline came about, and why a file, an amount or a table is refused. */
export const en = {
  deadline: {
    units: {
      'working-day': several('working day'),
      day: several('day'),
      week: several('week'),
      month: several('month'),
      year: several('year'),
    },
    start: (day: string, counts: boolean, provision: string) =>
      `The time runs from ${day}; that day is ${counts ? '' : 'not '}counted (${provision}).`,
    length: (length: string, lastDay: string, holidays: string[]) =>
      `Counting ${length} leads to ${lastDay}.${
        holidays.length ? ` Weekends and holidays${said(holidays)} are not counted.` : ''
      }`,
    extension: (on: string, byWhom: string, length: string, reason: string, lastDay: string) =>
      `On ${on}, ${byWhom} extended it by ${length} to ${lastDay}. Reason: ${reason}`,
    pause: (
      { dates, count }: { dates: string; count: number },
      reason: string,
      lastDay: string | undefined,
    ) =>
      `It was paused for ${several('day')(count)} (${dates})${lastDay ? `, which moves the end to ${lastDay}` : ''}. Reason: ${reason}`,
    stillPaused: (from: string, reason: string) =>
      `It has been paused since ${from} and runs on when the pause ends. Reason: ${reason}`,
    moved: (from: string, holiday: string | undefined, lastDay: string | undefined) =>
      `${from} is ${holiday ? `a holiday (${holiday})` : 'at the weekend'}, so the end moves to the next working day${lastDay ? `, ${lastDay}` : ''}.`,
    stays: (from: string, holiday: string | undefined) =>
      `${from} is ${holiday ? `a holiday (${holiday})` : 'at the weekend'}, but under this rule the end does not move.`,
    declared: (on: string, holidays: string[], otherwise: string) =>
      `On ${on}, while the time was running, a holiday was declared${said(holidays)}; otherwise the last day would have been ${otherwise}.`,
    due: (lastDay: string) => `The last day is ${lastDay}.`,
  },
  sentences: {
    'money.unreadable': ({ typed }) =>
      `“${typed}” cannot be read as an amount. Please write it like 350,000,000.`,
    'money.too-fine': ({ typed }) => `“${typed}” has parts smaller than the currency has.`,
    'files.empty': 'This file is empty.',
    'files.too-large': ({ size, most }) =>
      `This file has ${megabytes(size)}; at most ${megabytes(most)} can be taken. Please make it smaller or split it.`,
    'files.kind-not-allowed': ({ allowed }) =>
      `Files of this kind cannot be taken here. You can send: ${allowed}.`,
    'files.not-what-it-says': ({ named, found }) =>
      `By its name this is a ${named} file, but inside it is ${found === '?' ? 'something else' : found}. Please save it again and send that.`,
    'files.image-broken': 'This picture is damaged. Please save it again, or take a screenshot of it.',
    'files.image-too-large': ({ width, height }) =>
      `This picture is ${width} × ${height} pixels, which is too many. Please send a smaller one.`,
    'csv.encoding': 'The letters in this file cannot be read. Please save it as “CSV UTF-8”.',
    'csv.empty': 'This table has no heading line.',
    'csv.quote': ({ line }) => `Line ${line}: a quotation mark is missing or stands in the wrong place.`,
    'csv.cells': ({ line, found, expected }) =>
      `Line ${line} has ${found} cells; by the heading there should be ${expected}.`,
    'csv.column-missing': ({ column }) => `The table has no column “${column}”.`,
    'csv.column-twice': ({ column }) => `The table has the column “${column}” twice.`,
    'csv.cell-empty': ({ line, column }) => `Line ${line}: please fill in “${column}”.`,
  } satisfies Sentences,
}

export type Words = typeof en

function megabytes(bytes: string | number | undefined): string {
  const size = Number(bytes) / 1_000_000
  return `${new Intl.NumberFormat('en', { maximumFractionDigits: 1, roundingMode: 'ceil' }).format(size)} MB`
}
