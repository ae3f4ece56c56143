import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { z } from 'zod'
import { instant } from '#kit/dates.ts'
import type { Lang } from '#kit/words.ts'
import type { Finding, Known, Verdict } from './verify.ts'
import { words } from './words.ts'

/** What a check found, in plain words, a line each. */
export function verdictIn(lang: Lang, verdict: Verdict): string[] {
  const w = words({ lang }).verify
  const { outcome, log, checked, findings, found, key, history } = verdict
  return [
    w.outcome[outcome]!,
    ...findings.map((each) => sentence(w.findings, each)),
    ...(found > findings.length ? [w.more(found - findings.length)] : []),
    ...(log ? [w.log(log.origin, log.size)] : []),
    ...(log?.signedAt ? [w.signed(whenIn(lang, log.signedAt))] : []),
    ...(outcome === 'fine'
      ? [
          w.entries(checked.public, checked.hidden, checked.erased),
          w.things(checked.things),
          w.known[history]!,
        ]
      : []),
    ...(key === 'from the site' ? [w.keyFromSite] : []),
  ].map((line) => line.replace(unprintable, '�'))
}

/** Whoever checks may be anywhere, and the city need not say where it is. */
const whenIn = (lang: Lang, at: string): string => `${instant(Temporal.Instant.from(at), lang, 'UTC')} (UTC)`

function sentence(all: ReturnType<typeof words>['verify']['findings'], { code, facts }: Finding): string {
  const said = all[code] ?? code
  return typeof said === 'string' ? said : said(facts)
}

/** What is said of a city may be what it wants to be read: no sign moves the cursor or rewrites a line. */
const unprintable = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu

/** What `madang verify` leaves as its exit code. */
export const exitCodes: Record<Verdict['outcome'], number> = { fine: 0, wrong: 1, unchecked: 2 }

/** Where what was seen of a city is remembered, one file a host. */
export const knownFile = (stateDir: string, url: string): string =>
  join(stateDir, 'madang', `${new URL(url).host.replace(/[^\w.-]/g, '_')}.json`)

const stored = z.object({ vkey: z.string(), checkpoint: z.string() })

export async function readKnown(file: string): Promise<Known | undefined> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined
    throw error
  })
  return text === undefined ? undefined : stored.parse(JSON.parse(text))
}

/** Replaces the file whole, so that a crash loses nothing of what was remembered. */
export async function writeKnown(file: string, known: Known): Promise<void> {
  await mkdir(dirname(file), { recursive: true })
  const unfinished = `${file}.${process.pid}`
  await writeFile(unfinished, `${JSON.stringify(known, null, 2)}\n`)
  await rename(unfinished, file)
}
