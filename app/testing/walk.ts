import { demoPeople } from '#people/index.ts'
import { type Deed, type Event, languages } from './walk.sentences.ts'

/** One thing that happens in a walk, and where it is told. */
export type Step = { at: string; says: string; words: Readonly<Record<string, string>> } & (
  | { deed: Deed; who: string }
  | { event: Event }
)

export type Walk = { lang: string; steps: Step[] }

/** Sentences that nobody understands, each with its file and line. */
export class NotUnderstood extends Error {
  override name = 'NotUnderstood'
}

/** The key of the outsider among the cast. */
export const outsider = 'outsider'

/**
 * Reads a story: its list items are what people do, in sentences of `walk.sentences.ts`; everything else is for the
 * reader alone. `somewhere.ko.md` is told in Korean, `somewhere.md` in English.
 *
 * @throws NotUnderstood
 */
export function readWalk(file: string, text: string): Walk {
  const lang = /\.(\w\w)\.md$/.exec(file)?.[1] ?? 'en'
  const faults: string[] = []
  const steps: Step[] = []
  let who = ''
  for (const item of itemsOf(text)) {
    const at = `${file}:${item.line}`
    const sentences = sentencesOf(item, (languages[lang] ?? languages.en!).each)
    if (sentences.length === 0) faults.push(`${at}: there is no table above “${item.says}”`)
    for (const says of sentences) {
      const read = readSentence(lang, says, who)
      if (typeof read === 'string') faults.push(`${at}: nobody understands “${read}”`)
      else {
        who = read.who
        steps.push(...read.done.map((each): Step => ({ ...each, at, says })))
      }
    }
  }
  if (faults.length > 0) throw new NotUnderstood(faults.join('\n'))
  return { lang, steps }
}

type Item = { line: number; says: string; rows: readonly Row[] }
type Row = Record<string, string>

/** List items with their lines and the table above them; what is indented goes on with its item. */
function itemsOf(text: string): Item[] {
  const items: Item[] = []
  let table: string[][] = []
  let before = ''
  for (const [index, line] of text.split('\n').entries()) {
    const item = /^- (.*)$/.exec(line)
    const cells = /^\|(.+)\|$/.exec(line)?.[1]?.split('|')
    if (item) items.push({ line: index + 1, says: item[1]!.trim(), rows: rowsOf(table) })
    else if (/^ +\S/.test(line) && /^(- | +\S)/.test(before)) items.at(-1)!.says += ` ${line.trim()}`
    if (cells) table = [...(before.startsWith('|') ? table : []), cells.map((each) => each.trim())]
    before = line
  }
  return items
}

const rowsOf = ([names = [], _line, ...rows]: readonly string[][]): Row[] =>
  rows.map((cells) => Object.fromEntries(names.map((name, column) => [name, cells[column] ?? ''])))

/** What is said for each of the people in the table above, in the words of their rows; everything else as it is. */
function sentencesOf({ says, rows }: Item, each: string): string[] {
  if (!says.startsWith(each)) return [says]
  const told = says.slice(each.length)
  return rows.map((row) => told.replace(/\{([^}]+)\}/g, (whole, column: string) => row[column] ?? whole))
}

type Done = { words: Record<string, string> } & ({ deed: Deed; who: string } | { event: Event })

/** What a sentence tells, or the part of it that is not understood. */
function readSentence(
  lang: string,
  sentence: string,
  before: string,
): { who: string; done: Done[] } | string {
  const language = languages[lang] ?? languages.en!
  const whole = sentence.replace(/\.$/, '')
  for (const [event, pattern] of language.events) {
    const words = groups(new RegExp(`^${pattern}$`, 'u').exec(whole))
    if (words) return { who: before, done: [{ event, words }] }
  }
  const names = castIn(lang)
  const subject = new RegExp(`^${language.subject([...names.keys()].join('|'))}`, 'u').exec(whole)
  const who = subject?.groups?.name ? names.get(subject.groups.name)! : before
  if (!subject || !who) return whole
  const done = readDeeds(lang, whole.slice(subject[0].length), who)
  return typeof done === 'string' ? done : { who, done }
}

/** Deed after deed, each as long as a pattern reaches. */
function readDeeds(lang: string, text: string, who: string): Done[] | string {
  const { deeds, and } = languages[lang] ?? languages.en!
  const done: Done[] = []
  let rest = text
  while (rest) {
    const joint = done.length > 0 ? new RegExp(`^${and}`, 'u').exec(rest)?.[0] : ''
    if (joint === undefined) return rest
    rest = rest.slice(joint.length)
    const next = firstOf(deeds, rest)
    if (!next) return rest
    done.push({ deed: next.deed, who, words: next.words })
    rest = rest.slice(next.length)
  }
  return done
}

function firstOf(deeds: readonly (readonly [Deed, string])[], text: string) {
  for (const [deed, pattern] of deeds) {
    const match = new RegExp(`^${pattern}(?=[ ,]|$)`, 'u').exec(text)
    if (match) return { deed, words: groups(match)!, length: match[0].length }
  }
  return undefined
}

const groups = (match: RegExpExecArray | null): Record<string, string> | undefined =>
  match
    ? Object.fromEntries(Object.entries(match.groups ?? {}).filter(([, value]) => value !== undefined))
    : undefined

/** The cast by the names of a language. */
export function castIn(lang: string): Map<string, string> {
  const people = demoPeople.map(({ key, name }): [string, string] => [name[lang] ?? name.en!, key])
  return new Map([...people, [(languages[lang] ?? languages.en!).outsider, outsider]])
}
