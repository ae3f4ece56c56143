import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { mayImport } from '../app/levels.ts'
import { filesLike, root, type SourceFile } from './tree.ts'

/** Rooms without a page, links to nothing, and a map that forgot a room. */
export function checkDocs(): string[] {
  const pages = filesLike('*.md', '{docs,app,packages,cities,bench}/**/*.md')
  const map = pages.find(({ file }) => file === 'MAP.md')?.text ?? ''
  const rooms = Object.keys(mayImport)
  return [
    ...rooms
      .filter((room) => !existsSync(join(root, 'app', room, 'README.md')))
      .map((room) => `app/${room} has no README.md`),
    ...rooms.filter((room) => !map.includes(`${room}/`)).map((room) => `MAP.md does not name ${room}/`),
    ...pages.flatMap((page) => deadLinks(page, (path) => existsSync(join(root, path)))),
  ]
}

/** Links and pictures that lead to no file; addresses elsewhere and places on the page itself are left alone. */
export const deadLinks = ({ file, text }: SourceFile, exists: (path: string) => boolean): string[] =>
  [...text.replace(/```[\s\S]*?```|`[^`\n]*`/g, '').matchAll(/\]\(([^)\s]+)[^)]*\)/g)]
    .map((link) => decodeURI(link[1]!.split('#')[0]!))
    .filter((link) => link && !/^[a-z]+:/.test(link))
    .filter((link) => !exists(link.startsWith('/') ? link.slice(1) : join(dirname(file), link)))
    .map((link) => `${file}: nothing at ${link}`)
