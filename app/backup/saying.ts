import { instant } from '#kit/dates.ts'
import { type Lang, wordsIn } from '#kit/words.ts'
import type { Verdict } from '#record/index.ts'
import type { Manifest } from './manifest.ts'
import type { BackupProblem } from './problem.ts'
import type { Restored } from './restoring.ts'
import { en } from './words.en.ts'
import { ko } from './words.ko.ts'

const words = wordsIn({ en, ko })

/** Why it could not be done, and what to do about it. */
export const sayProblem = (lang: Lang, { code, facts }: BackupProblem): string =>
  words({ lang }).problems[code](facts)

export const sayKey = (lang: Lang, file: string, recipient: string): string =>
  words({ lang }).keyMade(file, recipient)

export function sayBackup(lang: Lang, file: string, { parts, record }: Manifest): string[] {
  const w = words({ lang })
  const bytes = parts.reduce((sum, { size }) => sum + size, 0)
  return [
    w.made(file, parts.length, `${(bytes / 2 ** 20).toFixed(1)} MiB`),
    record ? w.record(record.size, record.root) : w.noRecord,
  ]
}

/** What stands again, and that its record is the one the copy speaks of, if that was found so. */
export function sayRestored(
  lang: Lang,
  from: string,
  { manifest, cityFiles }: Restored,
  place: { cityDir: string; baseUrl: string },
  verdict: Verdict | undefined,
): string[] {
  const w = words({ lang })
  const { record, at, baseUrl } = manifest
  return [
    w.restored(from, `${instant(Temporal.Instant.from(at), lang, 'UTC')} (UTC)`),
    w.cityFiles[cityFiles](place.cityDir),
    ...(baseUrl === place.baseUrl ? [] : [w.otherAddress(baseUrl, place.baseUrl)]),
    ...(record && verdict?.outcome === 'fine' ? [w.sameRecord(record.size, record.root)] : []),
    ...(record ? [] : [w.noRecord]),
  ]
}
