#!/usr/bin/env node
// Plain JavaScript that an older Node understands: it starts the command with the Node that this project brings.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { bundle } from './bundle.js'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const node = join(root, 'node_modules/node/bin/node')
if (!existsSync(node)) {
  console.error(`Nothing is installed yet. Please run: npm ci --prefix ${root}`)
  process.exit(1)
}

// Where the program cannot be kept in one file, as in a folder that is only read, its sources are run as they are.
const program = await bundle(root).then(
  (file) => ['--enable-source-maps', file],
  () => ['--import', import.meta.resolve('tsx'), join(root, 'app/cli.ts')],
)
// Whoever checks a city may have a small machine: memory is given back rather than asked for.
const frugal = process.argv.includes('verify') ? ['--heap-growing-percent=20', '--max-semi-space-size=8'] : []
const command = spawn(node, [...frugal, ...program, ...process.argv.slice(2)], {
  stdio: 'inherit',
  env: { ...process.env, TSX_TSCONFIG_PATH: join(root, 'tsconfig.json') },
})

// A terminal sends Ctrl-C to both; a service manager may send only to this one.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => command.kill(signal))

command.on('exit', (code, signal) => {
  if (!signal) process.exit(code ?? 1)
  process.removeAllListeners(signal)
  process.kill(process.pid, signal)
})
