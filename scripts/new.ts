import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, globSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'

const root = join(import.meta.dirname, '..')
const [plural = '', singular = '', korean = ''] = process.argv.slice(2)

if (
  ![plural, singular].every((name) => /^[a-z]+$/.test(name)) ||
  plural === singular ||
  !/[가-힣]/.test(korean)
)
  stop('Say its name as residents do, for many, for one and in Korean: npm run new petitions petition 청원')
if (existsSync(join(root, 'app', plural))) stop(`There is an app/${plural} already.`)

plant()
edit('app/levels.ts', '  home: gathered', `  ${plural}: shared,\n`)
edit(
  'app/house.ts',
  "import { en } from './words.en.ts'",
  `import { ${plural}Room } from '#${plural}/index.ts'\n`,
)
edit('app/house.ts', '    glanceRoom(', `    ${plural}Room,\n`)
edit('MAP.md', '  committees/ ', `  ${`${plural}/`.padEnd(19)}(one line on what it is for)\n`)
spawnSync('biome', ['check', '--write', `app/${plural}`, 'app/levels.ts', 'app/house.ts'], {
  cwd: root,
  stdio: 'ignore',
})

console.log(`app/${plural} stands, with a list, a page, two actions and their tests. Now:

  npm run db:next ${plural}           its table
  npm test -- app/${plural}         its tests
  app/${plural}/README.md           what it is for

and change it into what it should be.`)

/** A small mechanism that works, under another name. */
function plant(): void {
  const folder = join(root, 'app', plural)
  cpSync(join(import.meta.dirname, 'mechanism'), folder, { recursive: true })
  for (const file of globSync('*', { cwd: folder })) {
    const path = join(folder, file)
    writeFileSync(path, renamed(readFileSync(path, 'utf8')))
    renameSync(path, join(dirname(path), renamed(basename(path))))
  }
}

function renamed(text: string): string {
  const capital = (word: string) => word[0]!.toUpperCase() + word.slice(1)
  return text
    .replaceAll('gardens', plural)
    .replaceAll('Gardens', capital(plural))
    .replaceAll('garden', singular)
    .replaceAll('Garden', capital(singular))
    .replaceAll('텃밭', korean)
}

/** Puts lines before the place where `before` stands first. */
function edit(file: string, before: string, lines: string): void {
  const path = join(root, file)
  const text = readFileSync(path, 'utf8')
  const place = text.indexOf(before)
  if (place < 0) stop(`${file} has no line with “${before.trim()}” to put ${plural} before.`)
  writeFileSync(path, text.slice(0, place) + lines + text.slice(place))
}

function stop(sentence: string): never {
  console.error(sentence)
  process.exit(1)
}
