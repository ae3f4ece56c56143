import { join } from 'node:path'
import { filesLike, isTest, root, type SourceFile } from './tree.ts'

type Node = string | ((...facts: never[]) => unknown) | { [key: string]: Node }
type Dictionary = { file: string; words: Record<string, Node> }

/** Missing, empty, untranslated or superfluous words, and codes that no room puts into a sentence. */
export async function checkWords(): Promise<string[]> {
  const dictionaries = await Promise.all(
    filesLike('app/**/*.ts')
      .filter(({ file }) => isDictionary(file) && !isTest(file))
      .map(load),
  )
  const english = dictionaries.filter(({ file }) => file.endsWith('.en.ts'))
  const compared = english.flatMap((each) =>
    dictionaries
      .filter(({ file }) => file !== each.file && inEnglish(file) === each.file)
      .flatMap((other) => differences(each, other)),
  )
  const alone = english.filter(
    ({ file }) => !dictionaries.some((each) => each.file === file.replace('.en.', '.ko.')),
  )
  const sources = filesLike('{app,packages/*/src}/**/*.{ts,tsx}').filter(
    ({ file }) => !isTest(file) && !/[/.]words\./.test(file),
  )
  return [
    ...compared,
    ...alone.map(({ file }) => `${file}: has no Korean beside it`),
    ...checkCodes(
      sources,
      english.filter(({ file }) => /\/words\./.test(file)),
    ),
  ]
}

const inEnglish = (file: string): string => file.replace(/[a-z]{2}\.ts$/, 'en.ts')

/** `words.ko.ts`, and where a room has more to say `words.desk.ko.ts` or `held.words.ko.ts`. */
const isDictionary = (file: string): boolean => /[/.]words\.([a-z-]+\.)?[a-z]{2}\.ts$/.test(file)

/** Where another language's words are not the English ones, key by key. */
export function differences(english: Dictionary, other: Dictionary): string[] {
  const [here, there] = [new Map(leaves(english.words)), new Map(leaves(other.words))]
  const missing = [...here.keys()].filter((key) => !there.has(key))
  const extra = [...there.keys()].filter((key) => !here.has(key))
  const empty = [...there].filter(([, leaf]) => typeof leaf === 'string' && !leaf.trim()).map(([key]) => key)
  const same = [...there].filter(([key, leaf]) => leaf === here.get(key) && isProse(leaf)).map(([key]) => key)
  return [
    ...missing.map((key) => `${other.file}: ${key} is missing`),
    ...extra.map((key) => `${other.file}: ${key} is not in ${english.file}`),
    ...empty.map((key) => `${other.file}: ${key} is empty`),
    ...same.map((key) => `${other.file}: ${key} is still in English`),
  ]
}

/** Every refusal and every kind of entry has its sentence; every sentence has something that says it. */
export function checkCodes(sources: readonly SourceFile[], english: readonly Dictionary[]): string[] {
  const sentences = new Map(
    english.flatMap(({ file, words }) => codesIn(words).map((code) => [code, file] as const)),
  )
  const said = sources.flatMap(({ file, text }) =>
    [...new Set(codesSaid(text))].map((code) => [code, file] as const),
  )
  const unsaid = [...sentences].filter(([code]) => !sources.some(({ text }) => says(text, code)))
  return [
    ...said
      .filter(([code]) => !sentences.has(code))
      .map(([code, file]) => `${file}: ${code} has no sentence`),
    ...unsaid.map(([code, file]) => `${file}: nothing says ${code}`),
  ]
}

/** What is refused, recorded, or wrong with a form's field. */
const codesSaid = (text: string): string[] =>
  [...text.matchAll(/(?:\bRefusal\(|\b(?:what|error|message|code):)\s*'([a-z]+\.[a-z-]+)'/g)].map(
    ([, code]) => code!,
  )

/** Whole, or put together from a stem: `'charter.article'` and `-${is}`, `form.not-a-${type}`, `room.${kind}`. */
function says(text: string, code: string): boolean {
  if (text.includes(code)) return true
  return [...code.matchAll(/[.-]/g)].some(({ index, 0: joint }) => {
    const stem = code.slice(0, index)
    return text.includes(`\`${stem}${joint}\${`) || (joint === '-' && text.includes(`'${stem}'`))
  })
}

/** Sentences by code stand under keys with a point in them, wherever a room keeps them: `'charter.no-article'`. */
const codesIn = (words: Dictionary['words']): string[] => [
  ...new Set(leaves(words).flatMap(([key]) => key.match(/(?<=^|\/)[a-z-]+\.[a-z.-]+(?=$|\/)/g) ?? [])),
]

const isProse = (leaf: Node | undefined): boolean =>
  typeof leaf === 'string' && /[a-z]{2,} [a-z]{2,}/.test(leaf)

function leaves(node: Node, path = ''): [string, Node][] {
  if (typeof node !== 'object' || node === null) return [[path, node]]
  return Object.entries(node).flatMap(([key, inner]) => leaves(inner, path ? `${path}/${key}` : key))
}

/** The words themselves are the one object that a file of words exports. */
async function load({ file }: SourceFile): Promise<Dictionary> {
  const exported: Record<string, Node> = await import(join(root, file))
  const [words] = Object.values(exported).filter((each) => typeof each === 'object')
  return { file, words: (words ?? {}) as Dictionary['words'] }
}
