import type { Command } from 'commander'
import { exportTo, importPopolo, sayExported, sayImported } from '#exchange/index.ts'
import { systemClock } from '#kit/time.ts'
import { indicatorCommands } from './cli.indicators.ts'
import { readConfig } from './config.ts'
import { withSite } from './main.ts'
import { progress } from './progress.ts'
import type { Terminal } from './terminal.ts'

type ExportOptions = { from?: string; json?: boolean }
type ImportOptions = { city: string; language?: string; since?: string; dryRun?: boolean; json?: boolean }

export function exchangeCommands(madang: Command, { lang, w, say }: Terminal): void {
  const today = () => systemClock.now().toZonedDateTimeISO('UTC').toPlainDate()

  madang
    .command('export')
    .description(w.export)
    .argument('<folder>', w.exportFolder)
    .option('--from <url>', w.exportFrom)
    .option('--json', w.json)
    .action(async (folder: string, { from, json }: ExportOptions) => {
      const bar = progress()
      const options = { on: today(), onProgress: (files: number) => bar.show(w.files, files) }
      const work = from ? exportTo(folder, { ...options, url: from }) : exportOwn(folder, options)
      const exported = await work.finally(bar.clear)
      say(json ? JSON.stringify(exported, null, 2) : sayExported(lang, exported).join('\n'))
    })

  const imports = madang.command('import').description(w.import)
  indicatorCommands(imports, { lang, w, say })
  imports
    .command('popolo')
    .description(w.importPopolo)
    .argument('<file>', w.popoloFile)
    .requiredOption('--city <folder>', w.folder)
    .option('--language <tag>', w.popoloLanguage)
    .option('--since <day>', w.popoloSince)
    .option('--dry-run', w.dryRun)
    .option('--json', w.json)
    .action(async (file: string, { city, language, since, dryRun = false, json }: ImportOptions) => {
      const imported = await importPopolo(file, { cityDir: city, on: today(), language, since, lang, dryRun })
      say(json ? JSON.stringify(imported, null, 2) : sayImported(lang, imported, dryRun).join('\n'))
      if (imported.notes.some(({ what }) => what === 'dropped')) process.exitCode = 1
    })
}

type Progress = { on: Temporal.PlainDate; onProgress(files: number): void }

/** What waits to be sealed is sealed first, so that nothing public is missing from the log. */
function exportOwn(folder: string, options: Progress) {
  const config = readConfig()
  const { baseUrl: url, cityDir } = config
  return withSite(config, async ({ ask, seal }) => {
    await seal()
    return exportTo(folder, { ...options, url, ask, cityDir, pause: seal })
  })
}
