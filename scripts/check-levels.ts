import { mayImport } from '../app/levels.ts'
import { houseRules } from './house-rules.ts'
import { filesLike, roomOf, type SourceFile } from './tree.ts'

/** What breaks the arrows or another rule of the house, each with its place. */
export function checkLevels(files = filesLike('{app,packages}/**/*.{ts,tsx}')): string[] {
  return [...circles(mayImport), ...unlisted(files), ...files.flatMap(broken)]
}

/** A room may import only rooms listed before it, so listing them in an order is the proof that there is no circle. */
export function circles(arrows: Readonly<Record<string, readonly string[]>>): string[] {
  const rooms = Object.keys(arrows)
  return rooms.flatMap((room, place) =>
    arrows[room]!.filter((other) => !rooms.slice(0, place).includes(other)).map(
      (other) => `app/levels.ts: ${room} may not import ${other}, which does not stand above it`,
    ),
  )
}

function unlisted(files: readonly SourceFile[]): string[] {
  const rooms = new Set(files.map(({ file }) => roomOf(file)).filter((room) => room !== undefined))
  return [...rooms.difference(new Set([...Object.keys(mayImport), 'testing']))].map(
    (room) => `app/${room} is not in app/levels.ts`,
  )
}

function broken({ file, text }: SourceFile): string[] {
  return lines(text).flatMap((line, index) =>
    houseRules.filter((rule) => rule.broken(file, line)).map((rule) => `${file}:${index + 1}: ${rule.says}`),
  )
}

/** Comments blank, an import on one line, every other line where it was. */
const lines = (text: string): string[] =>
  text
    .replace(/^\s*(?:\/\*[\s\S]*?\*\/|\/\/.*$)/gm, (comment) => comment.replace(/[^\n]/g, ''))
    .replace(/^(?:import|export) [^'"]*?\{[^}]*\} from '[^']+'/gm, (each) => {
      const breaks = each.match(/\n/g)?.length ?? 0
      return each.replace(/\s*\n\s*/g, ' ') + '\n'.repeat(breaks)
    })
    .split('\n')
