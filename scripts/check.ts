import { spawnSync } from 'node:child_process'
import { checkClean } from './check-clean.ts'
import { checkDocs } from './check-docs.ts'
import { checkLevels } from './check-levels.ts'
import { checkSizes, sizes } from './check-sizes.ts'
import { checkWords } from './check-words.ts'
import { drift } from './migrations.ts'

/** Everything that must hold besides the tests; `npm run check -- lint words` asks for some. */
const checks: Record<string, () => string[] | Promise<string[]>> = {
  types: () => run('tsc', '--noEmit', '--project', '.'),
  lint: () => run('biome', 'check', '--max-diagnostics=50'),
  'dead-code': () => run('knip'),
  arrows: () => checkLevels(),
  words: () => checkWords(),
  sizes: () => checkSizes(),
  docs: () => checkDocs(),
  migrations: () => drift(),
  clean: () => checkClean(),
}

function run(program: string, ...args: string[]): string[] {
  const { status, stdout, stderr } = spawnSync(program, args, { encoding: 'utf8' })
  return status === 0 ? [] : `${stdout}${stderr}`.trimEnd().split('\n')
}

async function passes(name: string): Promise<boolean> {
  const start = performance.now()
  const complaints = await checks[name]!()
  const seconds = ((performance.now() - start) / 1000).toFixed(1)
  console.log(`${complaints.length === 0 ? '✓' : '✗'} ${name} (${seconds} s)`)
  for (const each of complaints) console.log(`    ${each}`)
  return complaints.length === 0
}

const wanted = process.argv.slice(2)
const unknown = wanted.filter((each) => !(each in checks))
if (unknown.length > 0) {
  console.error(`No check is called ${unknown.join(', ')}. There are: ${Object.keys(checks).join(', ')}`)
  process.exit(2)
}

const results: boolean[] = []
for (const name of wanted.length > 0 ? wanted : Object.keys(checks)) results.push(await passes(name))
console.log(sizes())
const failed = results.filter((passed) => !passed).length
console.log(`${results.length - failed} passed, ${failed} failed`)
process.exitCode = failed > 0 ? 1 : 0
