import { parseAst } from 'vitest/node'
import { filesLike, isTest, type SourceFile } from './tree.ts'

type Sized = { at: string; lines: number }
type Syntax = { type: string; start: number; end: number; body?: Syntax } & Record<string, unknown>

const limits = { function: 60, file: 300 }

/** Longer than the limit, and why that reads better. */
const longer: Readonly<Record<string, string>> = {}

/** Functions and files past the limits. */
export const checkSizes = (files = measured()): string[] => [
  ...past(limits.function, files.flatMap(functionsIn)),
  ...past(limits.file, files.map(whole)),
]

/** The real numbers, beside the budget of CONTRIBUTING.md. */
export const sizes = (files = measured()): string =>
  `functions: ${summary(files.flatMap(functionsIn))}; files: ${summary(files.map(whole))}`

/** Words and declarations are read as tables, tests as lists of stories. */
const measured = (): SourceFile[] =>
  filesLike('{app,packages,scripts,bin}/**/*.{ts,tsx}').filter(
    ({ file }) => !isTest(file) && !/\/words\.[^/]+\.ts$|\.d\.ts$/.test(file),
  )

const whole = ({ file, text }: SourceFile): Sized => ({ at: file, lines: countLines(text) })

/** The functions of a file, by the lines of their bodies. */
export function functionsIn({ file, text }: SourceFile): Sized[] {
  const found: Sized[] = []
  const visit = (node: unknown): void => {
    if (Array.isArray(node)) node.forEach(visit)
    if (Array.isArray(node) || !isSyntax(node)) return
    if (/Function/.test(node.type) && node.body) {
      found.push({
        at: `${file}:${text.slice(0, node.start).split('\n').length}`,
        lines: bodyLines(text, node.body),
      })
    }
    Object.values(node).forEach(visit)
  }
  visit(parseAst(text, { lang: file.endsWith('x') ? 'tsx' : 'ts' }, file))
  return found
}

const isSyntax = (node: unknown): node is Syntax =>
  typeof node === 'object' && node !== null && 'type' in node

/** Braces on lines of their own are not counted. */
const bodyLines = (text: string, { type, start, end }: Syntax): number =>
  Math.max(1, countLines(text.slice(start, end)) - (type === 'BlockStatement' ? 2 : 0))

const countLines = (text: string): number => text.trimEnd().split('\n').length

const past = (limit: number, sized: readonly Sized[]): string[] =>
  sized
    .filter(({ at, lines }) => lines > limit && !(at.replace(/:\d+$/, '') in longer))
    .map(({ at, lines }) => `${at}: ${lines} lines, the limit is ${limit}`)

export function summary(sized: readonly Sized[]): string {
  const sorted = sized.map(({ lines }) => lines).sort((a, b) => a - b)
  const quantile = (share: number) =>
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
  return `${sorted.length}, median ${quantile(0.5)}, p90 ${quantile(0.9)}, longest ${sorted.at(-1) ?? 0} lines`
}
