import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** A text file of the project, by its path from the root. */
export type SourceFile = { file: string; text: string }

export const root = join(import.meta.dirname, '..')

/** The project's own files: what was installed, made or kept by running it is not among them. */
export const filesLike = (...patterns: string[]): SourceFile[] =>
  globSync(patterns, {
    cwd: root,
    exclude: (path) => /(^|\/)(node_modules|data|test-results|coverage)$/.test(path),
  })
    .sort()
    .map((file) => ({ file, text: readFileSync(join(root, file), 'utf8') }))

export const isTest = (file: string): boolean => /\.test\.tsx?$|^app\/testing\/|\.fixture\.ts$/.test(file)

/** `app/charter/reads.ts` is in the room `charter`; `app/site.tsx` and what is outside app/ are in none. */
export const roomOf = (file: string): string | undefined => file.match(/^app\/([^/]+)\//)?.[1]
