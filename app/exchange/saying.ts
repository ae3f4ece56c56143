import { type Lang, wordsIn } from '#kit/words.ts'
import type { Exported } from './exporting.ts'
import type { Imported } from './importing.ts'
import type { ExchangeProblem } from './problem.ts'
import { en } from './words.en.ts'
import { ko } from './words.ko.ts'

const words = wordsIn({ en, ko })

/** Why it could not be done, and what to do about it. */
export const sayProblem = (lang: Lang, { code, facts }: ExchangeProblem): string =>
  words({ lang }).problems[code](facts)

/** What stands beside the data, for whoever comes upon it, in both languages. */
export const readmeFor = (name: string, url: string, on: Temporal.PlainDate): string =>
  [ko, en].map((w) => w.readme(name, url, on.toString())).join(`\n${'─'.repeat(88)}\n\n`)

export function sayExported(lang: Lang, { folder, files, bytes }: Exported): string[] {
  const w = words({ lang })
  return [w.exported(folder, files, `${(bytes / 2 ** 20).toFixed(1)} MiB`), w.checkIt(folder)]
}

/** Every record that was dropped or changed and why, then what was taken. */
export function sayImported(lang: Lang, { taken, notes, files }: Imported, dryRun: boolean): string[] {
  const w = words({ lang })
  return [
    ...notes.map(
      ({ of, id, what, code, facts }) => `${w.what[what]}  ${w.kinds[of]} ${id}: ${w.notes[code](facts)}`,
    ),
    w.taken(taken.bodies, taken.posts, taken.terms),
    dryRun ? w.wouldWrite : w.written,
    ...files.map((file) => `  ${file}`),
  ]
}
