import { createReadStream } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import type { Command } from 'commander'
import {
  importTable,
  type RowProblem,
  readMetadata,
  sayImport,
  tableOfProblems,
  tryImport,
} from '#indicators/index.ts'
import { readConfig } from './config.ts'
import { withCity } from './main.ts'
import { progress } from './progress.ts'
import type { Terminal } from './terminal.ts'

type Options = {
  indicator?: string
  metadata?: string
  create?: boolean
  second?: boolean
  skip?: boolean
  report?: string
  dryRun?: boolean
  json?: boolean
}

/** As many problems as are kept for the report; a file may have a million. */
const mostKept = 100_000

export function indicatorCommands(imports: Command, { lang, w, say }: Terminal): void {
  imports
    .command('indicators')
    .description(w.importIndicators)
    .argument('<file>', w.tableFile)
    .option('--indicator <key>', w.tableIndicator)
    .option('--metadata <file>', w.tableMetadata)
    .option('--create', w.tableCreate)
    .option('--second', w.tableSecond)
    .option('--skip', w.tableSkip)
    .option('--report <file>', w.tableReport)
    .option('--dry-run', w.dryRun)
    .option('--json', w.json)
    .action((file: string, options: Options) =>
      withCity(readConfig(), async (city) => {
        const {
          indicator,
          metadata,
          create = false,
          second,
          skip = false,
          report: to,
          dryRun,
          json,
        } = options
        const bar = progress()
        const problems: RowProblem[] = []
        const asked = {
          open: () => createReadStream(file),
          create,
          skip,
          by: second ? ('second' as const) : ('owner' as const),
          ...(indicator && { indicator }),
          ...(metadata && { metadata: readMetadata(await readFile(metadata, 'utf8')) }),
          onProgress: (lines: number) => bar.show(w.tableLines, lines),
        }
        const as = { as: city.facts.procedures?.measuring?.office ?? 'city-files' }
        const told = (each: RowProblem) => {
          if (problems.length < mostKept) problems.push(each)
        }
        const run = dryRun ? tryImport(city, as, asked, told) : importTable(city, as, asked, told)
        const report = await run.finally(bar.clear)
        if (to) await writeFile(to, tableOfProblems(lang, problems))
        say(json ? JSON.stringify(report, null, 2) : sayImport(lang, report, problems).join('\n'))
        if (problems.length > 0) process.exitCode = 1
      }),
    )
}
