import { basename, dirname, join } from 'node:path'
import { clocksAndDice, ground, mayImport, toolkits } from '../app/levels.ts'
import { isTest, roomOf } from './tree.ts'

/** One line of a file; an import that spans several is one line. */
export type Line = readonly [file: string, text: string]

/** What the linter cannot know about this house. The good and the bad lines are tested. */
export type HouseRule = {
  says: string
  broken(file: string, text: string): boolean
  good: Line[]
  bad: Line[]
}

const arrows: Readonly<Record<string, readonly string[]>> = mayImport

/** What a line imports: the path, and whether only types. */
function imported(text: string): { path: string; types: boolean } | undefined {
  const named = text.match(/^\s*(?:import|export)\s+(type\s+)?(.*?)\s*from\s+'([^']+)'/)
  if (named) {
    const names = named[2]!
      .replace(/[{}]/g, '')
      .split(',')
      .map((each) => each.trim())
      .filter(Boolean)
    return { path: named[3]!, types: Boolean(named[1]) || names.every((each) => each.startsWith('type ')) }
  }
  const bare = text.match(/\bimport\s*\(?\s*'([^']+)'/)
  return bare ? { path: bare[1]!, types: false } : undefined
}

/** The room, and the file in it, that a line imports by `#room/file.ts`. */
function importedRoom(text: string): { room: string; inner: string } | undefined {
  const [, room, inner] = imported(text)?.path.match(/^#([^/]+)\/(.+)$/) ?? []
  return room && inner ? { room, inner } : undefined
}

/** Whether a room imports a file that is not in a room, or in another one without naming it. */
function climbs(file: string, text: string): boolean {
  const room = roomOf(file)
  const path = imported(text)?.path ?? ''
  if (!path.startsWith('.')) return room !== undefined && /^#[^/]+$/.test(path)
  return room !== undefined && roomOf(join(dirname(file), path)) !== room
}

const imports = (text: string, path: RegExp): boolean => path.test(imported(text)?.path ?? '')
const importsValues = (text: string, path: RegExp): boolean => imports(text, path) && !imported(text)!.types

/** `reads.ts`, and where a room has many, `reads.sittings.ts` or `sittings.reads.ts`. */
const named = (file: string, ...names: string[]): boolean =>
  basename(file)
    .split(/[.-]/)
    .some((part) => names.includes(part))

const isPages = (file: string): boolean => named(file, 'pages', 'page') && file.endsWith('.tsx')
const isFurniture = (file: string): boolean =>
  named(file, 'index', 'acts', 'tables', 'reads', 'actions', 'load', 'routes', 'desk', 'words')
const runsInBrowser = (file: string): boolean => named(file, 'client')
const isApp = (file: string): boolean => file.startsWith('app/') && !isTest(file)
const isPackage = (file: string): boolean => /^packages\/[^/]+\/src\//.test(file) && !isTest(file)

/** `petition.ts`, `petition.signing.ts`: types, states and checks. */
const isNoun = (file: string): boolean =>
  isApp(file) && /^app\/[^/]+\/[^/]+\.ts$/.test(file) && !ground.includes(roomOf(file)!) && !isFurniture(file)

const world =
  /^(drizzle-orm|pg$|@electric-sql|node:(fs|net|tls|http|https|dns|child_process|worker_threads|os))/

export const houseRules: HouseRule[] = [
  {
    says: 'a room imports only the rooms that app/levels.ts gives it',
    broken: (file, text) => {
      const from = roomOf(file)
      const to = importedRoom(text)?.room
      return (
        isApp(file) && from !== undefined && to !== undefined && to !== from && !arrows[from]?.includes(to)
      )
    },
    good: [
      ['app/charter/actions.ts', "import { act } from '#record/index.ts'"],
      ['app/charter/reads.ts', "import type { Reads } from '#kit/db.ts'"],
      ['app/site.tsx', "import { charter } from '#charter/index.ts'"],
    ],
    bad: [
      ['app/kit/city.ts', "import { act } from '#record/index.ts'"],
      ['app/record/act.ts', "import type { Person } from '#people/index.ts'"],
      ['app/charter/reads.ts', "import { testCity } from '#testing/city.ts'"],
      ['app/charter/reads.ts', "const { membersOf } = await import('#committees/index.ts')"],
    ],
  },
  {
    says: 'another room is reached through its door, index.ts',
    broken: (file, text) => {
      const to = importedRoom(text)
      return (
        file.startsWith('app/') &&
        to !== undefined &&
        ![roomOf(file), 'testing', ...toolkits].includes(to.room) &&
        to.inner !== 'index.ts'
      )
    },
    good: [
      ['app/charter/routes.tsx', "import { Page } from '#ui/page.tsx'"],
      ['app/charter/charter.test.ts', "import { testCity } from '#testing/city.ts'"],
    ],
    bad: [
      ['app/charter/actions.ts', "import { act } from '#record/act.ts'"],
      ['app/bodies/bodies.test.ts', "import { articles } from '#charter/tables.ts'"],
    ],
  },
  {
    says: 'imports do not climb: another room is #room/index.ts, and what puts the house together stands above all rooms',
    broken: (file, text) => isApp(file) && climbs(file, text),
    good: [
      ['app/charter/reads.ts', "import { articles } from './tables.ts'"],
      ['app/ui/client/draft.ts', "import { words } from '../words.ts'"],
      ['app/main.ts', "import { buildHouse } from './house.ts'"],
      ['app/testing/city.ts', "import { buildHouse } from '../house.ts'"],
    ],
    bad: [
      ['app/charter/reads.ts', "import { articles } from '../record/tables.ts'"],
      ['app/people/means.ts', "import { readConfig } from '#config.ts'"],
      ['app/people/means.ts', "import { readConfig } from '../config.ts'"],
    ],
  },
  {
    says: 'pages are functions of plain data: they import no reads, actions or tables',
    broken: (file, text) =>
      isApp(file) &&
      isPages(file) &&
      (importsValues(text, /(reads|actions|tables)(\..+)?\.ts$/) || importsValues(text, world)),
    good: [['app/charter/pages.tsx', "import type { ArticleOnPage } from './reads.ts'"]],
    bad: [
      ['app/charter/pages.tsx', "import { articleById } from './reads.ts'"],
      ['app/charter/pages.tsx', "import { type Amended, amend } from './actions.ts'"],
    ],
  },
  {
    says: 'components do not wait: no async in a component, no await in pages',
    broken: (file, text) =>
      isApp(file) &&
      file.endsWith('.tsx') &&
      (/\basync function [A-Z]|\bconst [A-Z]\w* = async\b/.test(text) ||
        (isPages(file) && /\bawait\b/.test(text))),
    good: [['app/charter/routes.tsx', 'async function show(c: Ctx) {']],
    bad: [
      ['app/ui/page.tsx', 'export async function Page() {'],
      ['app/ui/page.tsx', 'export const Page = async () => null'],
      ['app/charter/pages.tsx', 'const article = await articleById(reads, 11)'],
    ],
  },
  {
    says: 'a noun’s file is pure: no database, no files, no network, no chance; from other rooms only types',
    broken: (file, text) =>
      isNoun(file) &&
      (importsValues(text, world) ||
        importsValues(text, /^\.\/(tables|reads|actions|routes|desk|pages)\b/) ||
        importsValues(text, /^#kit\/(db|migrate|web)\.tsx?$/) ||
        importsValues(text, /^#(?!kit\/|ui\/)[^/]+\/index\.ts$/) ||
        /\b(randomBytes|randomUUID|randomInt|getRandomValues)\(/.test(text)),
    good: [
      ['app/charter/charter.ts', "import { Refusal } from '#kit/refusal.ts'"],
      ['app/committees/sitting.ts', "import type { Body } from '#bodies/index.ts'"],
      ['app/charter/reads.ts', "import { eq } from 'drizzle-orm'"],
    ],
    bad: [
      ['app/charter/charter.ts', "import { eq } from 'drizzle-orm'"],
      ['app/charter/charter.ts', "import { articles } from './tables.ts'"],
      ['app/committees/sitting.ts', "import { bodyByKey } from '#bodies/index.ts'"],
      ['app/committees/sitting.ts', 'const seed = randomBytes(32)'],
    ],
  },
  {
    says: 'tables are for their own room’s reads, actions and loading; no door hands them out',
    broken: (file, text) =>
      isApp(file) &&
      importsValues(text, /(^\.\/|\/)tables\.ts$/) &&
      !named(file, 'reads', 'actions', 'load') &&
      (!ground.includes(roomOf(file) ?? '') || named(file, 'index', 'routes', 'desk', 'pages')),
    good: [
      ['app/charter/actions.ts', "import { articles } from './tables.ts'"],
      ['app/people/signing-in.actions.ts', "import { people } from './tables.ts'"],
      ['app/people/desk.reads.ts', "import { people } from './tables.ts'"],
      ['app/record/act.ts', "import { entries } from './tables.ts'"],
    ],
    bad: [
      ['app/charter/routes.tsx', "import { articles } from './tables.ts'"],
      ['app/charter/charter.ts', "import { articles } from './tables.ts'"],
      ['app/record/index.ts', "export { entries } from './tables.ts'"],
    ],
  },
  {
    says: 'packages stand alone: no app, no files, no network, no process',
    broken: (file, text) =>
      isPackage(file) &&
      (imports(text, /^#[^/]+\/|(^|\/)app\/|^node:(?!crypto)/) || /\bprocess\.\w|\bconsole\.\w/.test(text)),
    good: [
      ['packages/transparency-log/src/tree.ts', "import { leafHash } from './leaf.ts'"],
      ['packages/transparency-log/src/tree.ts', "import { sha256 } from '#sha256'"],
    ],
    bad: [
      ['packages/transparency-log/src/tree.ts', "import { readFile } from 'node:fs/promises'"],
      ['packages/transparency-log/src/tree.ts', "import { act } from '#record/index.ts'"],
      ['packages/transparency-log/src/tree.ts', 'console.log(root)'],
    ],
  },
  {
    says: 'the moment and the draw are handed in: no clock, Date or chance but in the files app/levels.ts names',
    broken: (file, text) =>
      (isApp(file) || isPackage(file)) &&
      !runsInBrowser(file) &&
      !(file in clocksAndDice) &&
      /\bDate\.now\(|\bnew Date\b|\bTemporal\.Now\b|\bMath\.random\(/.test(text),
    good: [
      ['app/kit/time.ts', 'now: () => Temporal.Now.instant()'],
      ['app/charter/actions.ts', 'const at = city.clock.now()'],
      ['app/ui/form.client.ts', 'const kept = Date.now()'],
    ],
    bad: [
      ['app/charter/charter.ts', 'const late = due < Date.now()'],
      ['app/charter/reads.ts', 'const today = new Date()'],
      ['app/charter/actions.ts', 'at: Temporal.Now.instant()'],
      ['packages/sortition/src/draw.ts', 'const pick = Math.random() * pool.length'],
    ],
  },
  {
    says: 'the environment is read in app/config.ts alone',
    broken: (file, text) => isApp(file) && file !== 'app/config.ts' && /\bprocess\.env\b/.test(text),
    good: [['app/config.ts', 'const { PORT } = process.env']],
    bad: [['app/main.ts', "const port = process.env['PORT']"]],
  },
]
