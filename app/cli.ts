import { basename, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { Command } from 'commander'
import { BackupProblem, sayProblem as sayBackupProblem } from '#backup/index.ts'
import { checkCity, FolderInUse, initCity } from '#city/index.ts'
import { storyFaults } from '#demonstration/index.ts'
import { askFolder, ExchangeProblem, sayProblem } from '#exchange/index.ts'
import { sayRefused } from '#indicators/index.ts'
import { Refusal } from '#kit/refusal.ts'
import { systemClock } from '#kit/time.ts'
import { appointFirst } from '#people/index.ts'
import { knownFile, makeKeys, readKnown, verdictIn, verify, writeKnown } from '#record/index.ts'
import { CannotStart } from './cannot-start.ts'
import { backupCommands } from './cli.backup.ts'
import { exchangeCommands } from './cli.exchange.ts'
import { languageOfTerminal, Misconfigured, readConfig, stateDir } from './config.ts'
import { startCity, withCity } from './main.ts'
import { progress } from './progress.ts'
import { en } from './words.en.ts'
import { ko } from './words.ko.ts'

const asked = process.argv.find((each) => each.startsWith('--lang='))?.slice(7) ?? languageOfTerminal()
const lang = asked === 'ko' ? 'ko' : 'en'
const w = (lang === 'ko' ? ko : en).cli

const say = (line: string) => process.stdout.write(`${line}\n`)
const complain = (line: string) => process.stderr.write(`${line}\n`)

const madang = new Command('madang')
  .description(w.about)
  .option('--lang <lang>', w.lang, lang)
  .addHelpText('after', `\n${w.codes}`)
  .configureOutput({ outputError: (text, write) => write(text) })
  .exitOverride((error) => process.exit(error.exitCode === 0 ? 0 : 2))

madang.command('serve').description(w.serve).action(serve)

type InitOptions = { name: string; languages: string; country: string; timeZone: string; currency: string }

madang
  .command('init')
  .description(w.init)
  .argument('<folder>', w.folder)
  .requiredOption('--name <name>', w.name)
  .option('--languages <tags>', w.languages, lang)
  .requiredOption('--country <code>', w.country)
  .requiredOption('--time-zone <name>', w.timeZone)
  .requiredOption('--currency <code>', w.currency)
  .action(async (folder: string, { name, languages, ...facts }: InitOptions) => {
    const [own = lang, ...others] = languages.split(',')
    const key = basename(folder)
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-|-$/g, '')
    await initCity(folder, {
      key: key || 'city',
      name: { [own]: name },
      languages: [own, ...others],
      ...facts,
    })
    say(w.begun(folder))
  })

madang
  .command('check-city')
  .description(w.checkCity)
  .argument('<folder>', w.folder)
  .option('--json', w.json)
  .action(async (folder: string, { json = false }: { json?: boolean }) => {
    const { out, code } = await checkCity(folder, { lang, json, beside: storyFaults })
    say(out)
    process.exitCode = code
  })

madang
  .command('keys')
  .description(w.keys)
  .action(async () => {
    const { dataDir, baseUrl } = readConfig()
    const keys = await makeKeys(dataDir, baseUrl)
    say(w.keysMade(keys.log.vkey))
  })

madang
  .command('appoint')
  .description(w.appoint)
  .argument('<email>', w.email)
  .action((email: string) =>
    withCity(readConfig(), async (city) => {
      await appointFirst(city, email)
      say(w.appointed(email))
    }),
  )

type VerifyOptions = { key?: string; known?: string; maxAge?: string; json?: boolean }

madang
  .command('verify')
  .description(w.verify)
  .argument('<url>', w.address)
  .option('--key <vkey>', w.key)
  .option('--known <file>', w.known)
  .option('--max-age <hours>', w.maxAge)
  .option('--json', w.json)
  .action(async (at: string, { key, known, maxAge, json }: VerifyOptions) => {
    const url = URL.canParse(at) ? at : pathToFileURL(resolve(at)).href
    const isCopy = url.startsWith('file:')
    const file = known ?? (isCopy ? undefined : knownFile(stateDir(), url))
    const before = file && (await readKnown(file))
    const bar = progress()
    const verdict = await verify({
      url,
      at: systemClock.now(),
      // A copy is as old as it is.
      ...(isCopy && { fetch: askFolder, maxAge: Number.POSITIVE_INFINITY }),
      ...(maxAge && { maxAge: Number(maxAge) * 3600 }),
      onProgress: (step, done, of) => bar.show(w.steps[step], done, of),
      ...(key && { key }),
      ...(before && { known: before }),
    })
    bar.clear()
    if (file && verdict.known) await writeKnown(file, verdict.known)
    say(json ? JSON.stringify(verdict, null, 2) : verdictIn(lang, verdict).join('\n'))
    process.exitCode = { fine: 0, wrong: 1, unchecked: 2 }[verdict.outcome]
  })

backupCommands(madang, { lang, w, say })
exchangeCommands(madang, { lang, w, say })

async function serve() {
  const config = readConfig()
  const city = await startCity(config, () => say(w.living))
  if (city.loaded > 0) say(w.loaded(city.loaded))
  say(w.running(city.url))
  if (config.demo) say(w.signInAs(`${city.url}/${lang}/demo`))
  if (config.demo && !config.smtpUrl) say(w.mailIn(`${config.dataDir}/mail`))
  let isEnding = false
  // One signal may come twice: from the terminal or service manager, and from the program that started this one.
  const end = () => {
    if (!isEnding) void city.stop().then(() => process.exit(0))
    isEnding = true
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, end)
}

/** What stops a command with a sentence; anything else is a bug and shows where. */
function answerFor(error: unknown): string {
  if (error instanceof Misconfigured) return error.sentences.join('\n')
  if (error instanceof CannotStart) return w.cannot[error.code](readConfig().cityDir)
  if (error instanceof FolderInUse) return w.folderInUse
  if (error instanceof BackupProblem) return sayBackupProblem(lang, error)
  if (error instanceof ExchangeProblem) return sayProblem(lang, error)
  if (error instanceof Refusal) return sayRefused(lang, error)
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}

try {
  await madang.parseAsync()
} catch (error) {
  complain(answerFor(error))
  process.exitCode = 2
}
