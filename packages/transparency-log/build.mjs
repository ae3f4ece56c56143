// Writes the package as it is published, JavaScript with type declarations: node build.mjs [folder]
import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

const here = fileURLToPath(new URL('.', import.meta.url))
const folder = resolve(process.argv[2] ?? join(here, 'dist'))

rmSync(folder, { recursive: true, force: true })
mkdirSync(folder, { recursive: true })
execFileSync('tsc', ['-p', join(here, 'tsconfig.build.json'), '--outDir', join(folder, 'src')], {
  stdio: 'inherit',
})
for (const path of ['vectors', 'README.md', 'LICENSE'])
  cpSync(join(here, path), join(folder, path), { recursive: true })

const { scripts, ...manifest } = JSON.parse(readFileSync(join(here, 'package.json'), 'utf8'))
writeFileSync(
  join(folder, 'package.json'),
  `${JSON.stringify(manifest, null, 2).replaceAll('.ts"', '.js"')}\n`,
)
