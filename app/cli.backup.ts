import type { Command } from 'commander'
import {
  BackupProblem,
  backUp,
  type Manifest,
  makeKeyFile,
  type Opening,
  readKeyFile,
  readPassphrase,
  restore,
  type Sealing,
  sayBackup,
  sayKey,
  sayRestored,
} from '#backup/index.ts'
import { systemClock } from '#kit/time.ts'
import { exitCodes, type Verdict, verdictIn, verify } from '#record/index.ts'
import { type Config, readConfig } from './config.ts'
import { withSite } from './main.ts'
import { progress } from './progress.ts'
import type { Terminal } from './terminal.ts'

type BackupOptions = {
  to?: string
  recipient?: string[]
  passphraseFile?: string
  newKey?: string
  json?: boolean
}
type RestoreOptions = { identity?: string; passphraseFile?: string; json?: boolean }

export function backupCommands(madang: Command, { lang, w, say }: Terminal): void {
  madang
    .command('backup')
    .description(w.backup)
    .option('--to <file>', w.backupTo)
    .option('--recipient <age1…>', w.recipient, (each: string, all: string[] = []) => [...all, each])
    .option('--passphrase-file <file>', w.passphraseFile)
    .option('--new-key <file>', w.newKey)
    .option('--json', w.json)
    .action(async (options: BackupOptions) => {
      const { to, newKey, json } = options
      if (newKey) return say(sayKey(lang, newKey, await makeKeyFile(newKey)))
      const sealing = await sealingFrom(options)
      if (!to || !sealing) throw new BackupProblem('no-recipient')
      const bar = progress()
      const at = systemClock.now()
      const onProgress = inMegabytes(bar, w.copying)
      const manifest = await backUp(readConfig(), { sealing, to, at, onProgress }).finally(bar.clear)
      say(json ? JSON.stringify(manifest, null, 2) : sayBackup(lang, to, manifest).join('\n'))
    })

  madang
    .command('restore')
    .description(w.restore)
    .argument('<file>', w.backupFile)
    .option('--identity <file>', w.identity)
    .option('--passphrase-file <file>', w.passphraseFile)
    .option('--json', w.json)
    .action(async (from: string, options: RestoreOptions) => {
      const config = readConfig()
      const opening = await openingFrom(options)
      const bar = progress()
      const onProgress = inMegabytes(bar, w.copying)
      const restored = await restore(config, { from, opening, onProgress }).finally(bar.clear)
      const verdict = await checkRecord(config, restored.manifest)
      process.exitCode = verdict ? exitCodes[verdict.outcome] : 0
      const lines = [
        ...sayRestored(lang, from, restored, config, verdict),
        ...(verdict ? verdictIn(lang, verdict) : []),
      ]
      say(options.json ? JSON.stringify({ ...restored, verdict }, null, 2) : lines.join('\n'))
    })
}

async function sealingFrom({ recipient, passphraseFile }: BackupOptions): Promise<Sealing | undefined> {
  if (passphraseFile) return readPassphrase(passphraseFile)
  return recipient && { recipients: recipient }
}

async function openingFrom({ identity, passphraseFile }: RestoreOptions): Promise<Opening> {
  if (passphraseFile) return readPassphrase(passphraseFile)
  if (!identity) throw new BackupProblem('no-identity')
  return readKeyFile(identity)
}

/** As any outsider would, who remembers what the copy says the city had signed. */
function checkRecord(config: Config, { record }: Manifest): Promise<Verdict | undefined> {
  return withSite(config, async ({ keys, ask, seal }) => {
    if (!record) return undefined
    await seal()
    const known = { vkey: record.vkey, checkpoint: record.checkpoint }
    const [url, at, key] = [config.baseUrl, systemClock.now(), keys.log.vkey]
    return verify({ url, at, fetch: ask, known, key, pause: seal })
  })
}

const inMegabytes =
  (bar: ReturnType<typeof progress>, what: string) =>
  (done: number, of: number): void =>
    bar.show(`${what}, MiB:`, Math.round(done / 2 ** 20), Math.round(of / 2 ** 20))
