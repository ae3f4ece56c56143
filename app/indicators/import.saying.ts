import { toCsv } from '#kit/csv.ts'
import { number } from '#kit/numbers.ts'
import type { Refusal } from '#kit/refusal.ts'
import type { Sentences } from '#kit/room.ts'
import { en as kitEn } from '#kit/words.en.ts'
import { ko as kitKo } from '#kit/words.ko.ts'
import { type ImportReport, problemCodes, type RowProblem } from './import.ts'
import { en } from './words.import.en.ts'
import { ko } from './words.import.ko.ts'
import { words } from './words.import.ts'

type Lang = 'en' | 'ko'

/** As many problems as a terminal shows of each kind. */
const examples = 3

/** What became of a file, for a terminal. */
export function sayImport(lang: Lang, report: ImportReport, problems: readonly RowProblem[]): string[] {
  const w = words({ lang })
  const count = (label: string, n: number) => `${label}: ${number(n, lang)}`
  return [
    `${w.about.format}: ${w.formats[report.format]}`,
    count(w.lines, report.lines),
    count(w.values, report.values),
    count(w.indicators, report.indicators.length),
    count(w.series, report.series),
    ...(report.empty > 0 ? [count(w.empty, report.empty)] : []),
    ...problemCodes.flatMap((code) => {
      const some = problems.filter((each) => each.code === code).slice(0, examples)
      return some.map((each) => `${w.line} ${each.line}: ${w.problems[code](each.found)}`)
    }),
    ...(problems.length === 0 ? [w.fine] : []),
  ]
}

/** Every problem as a table that a spreadsheet opens. */
export function tableOfProblems(lang: Lang, problems: readonly RowProblem[]): string {
  const w = words({ lang })
  const rows = problems.map(({ line, column, code, found }) => ({
    line,
    column,
    what: w.problems[code](found),
  }))
  return toCsv(
    rows,
    (['line', 'column', 'what'] as const).map((key) => ({ key, label: w[key] })),
  )
}

/** Why nothing was brought in. */
export function sayRefused(lang: Lang, { code, facts }: Refusal): string {
  const sentences: Sentences =
    lang === 'ko' ? { ...kitKo.sentences, ...ko.sentences } : { ...kitEn.sentences, ...en.sentences }
  const said = sentences[code] ?? code
  return typeof said === 'string' ? said : said(facts)
}
