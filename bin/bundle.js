// Plain JavaScript that an older Node understands: puts the program into one file, which starts in half the time.
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs'
import { mkdir, readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'

/** Where the program is in one file, made anew when a source has changed. Throws where it cannot be kept. */
export async function bundle(root) {
  const cache = join(root, 'node_modules/.cache/madang')
  const outfile = join(cache, `madang-${fingerprint(root)}.mjs`)
  if (existsSync(outfile)) return outfile
  await mkdir(cache, { recursive: true })
  // Made aside and renamed, so that two starts at once do not read half a file.
  const aside = `${outfile}.${process.pid}`
  const { build } = await import('esbuild')
  await build({
    absWorkingDir: root,
    entryPoints: ['app/cli.ts'],
    outfile: aside,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'esnext',
    external: dependenciesOf(root).filter((name) => !taken.includes(name)),
    sourcemap: 'inline',
    sourcesContent: false,
    plugins: [whereItWas],
    logLevel: 'silent',
  })
  renameSync(aside, outfile)
  for (const name of readdirSync(cache))
    if (/^madang-.*\.mjs$/.test(name) && join(cache, name) !== outfile)
      rmSync(join(cache, name), { force: true })
  return outfile
}

/** Packages of many small files, each of which would cost every start its time and memory. */
const taken = ['drizzle-orm', 'hono', 'zod']

const dependenciesOf = (root) =>
  Object.keys(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).dependencies)

/** What a source says of its own place stays true in the one file. */
const whereItWas = {
  name: 'where-it-was',
  setup(build) {
    build.onLoad({ filter: /\/(app|packages)\/.*\.tsx?$/ }, async ({ path }) => {
      const text = await readFile(path, 'utf8')
      const contents = text
        .replaceAll('import.meta.dirname', JSON.stringify(dirname(path)))
        .replaceAll('import.meta.url', JSON.stringify(pathToFileURL(path).href))
      return { contents, loader: path.endsWith('x') ? 'tsx' : 'ts' }
    })
  },
}

/** Changes with every source and every package. */
function fingerprint(root) {
  const hash = createHash('sha256')
  const add = (path) => {
    const { mtimeMs, size } = statSync(join(root, path))
    hash.update(`${path} ${mtimeMs} ${size}\n`)
  }
  for (const folder of ['app', 'packages'])
    for (const name of readdirSync(join(root, folder), { recursive: true }).sort())
      if (/\.tsx?$/.test(name)) add(join(folder, name))
  for (const file of ['package.json', 'package-lock.json', 'tsconfig.json', 'bin/bundle.js']) add(file)
  return hash.digest('hex').slice(0, 16)
}
