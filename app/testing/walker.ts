import { expect } from 'vitest'
import type { Mail } from '#kit/mail.ts'
import { filesWereLoaded } from '#kit/remembered.ts'
import { addressOf, demoPeople, settleDemo } from '#people/index.ts'
import { deliver, integrate, notify, verdictIn, verify } from '#record/index.ts'
import type { Assets } from '#ui/assets.ts'
import { teller } from '../site.tsx'
import { keys, livingCity, type TestCity, testCity } from './city.ts'
import { freshDatabase, type TestDatabase } from './database.ts'
import { type Guest, type Request, Stuck, Visitor } from './visitor.ts'
import type { Deed, Event } from './walk.sentences.ts'
import { castIn, type Step, type Walk } from './walk.ts'

/** What the people of a story sit at, and what the pages are dressed in: by default browsers that show words alone. */
type Setting = { seat(request: Request): Guest | Promise<Guest>; assets?: Assets }

const wordsAlone: Setting = { seat: (request) => new Visitor(request) }

/** Walks a story through a city of its own. @throws Stuck with the file and line of the step that cannot be done */
export async function walkThrough(walk: Walk, setting = wordsAlone): Promise<void> {
  const world = await worldFor(walk, setting)
  for (const step of walk.steps) {
    try {
      await ('event' in step ? events[step.event](world, step.words) : doDeed(world, step))
    } catch (error) {
      if (!(error instanceof Stuck)) throw error
      throw new Stuck([`${step.at}: ${step.says}`, error.message, ...world.bugs].join('\n'))
    }
  }
  expect(world.bugs).toEqual([])
}

type Words = Step['words']

/** Somebody of the story: at a browser, perhaps with a letter in hand and something noted. */
type Person = { name: string; visitor: Guest; paper?: string; letter?: Mail; notes: Map<string, string> }

type World = TestCity & {
  lang: string
  database: TestDatabase | undefined
  person(key: string): Promise<Person>
}

async function worldFor(walk: Walk, { seat, assets }: Setting): Promise<World> {
  const database = walk.steps.some(needsLog) ? await freshDatabase() : undefined
  const options = { demo: true, ...(assets && { assets }) }
  const city = await (database ? livingCity(database, options) : testCity(options))
  await settleDemo(city.city, city.files)
  const people = new Map<string, Person>()
  const person = async (key: string): Promise<Person> => {
    const { request } = city.browser(key.padEnd(22, '0'))
    const name = demoPeople.find((each) => each.key === key)?.name[walk.lang] ?? key
    const known = people.get(key) ?? { name, visitor: await seat(request), notes: new Map() }
    people.set(key, known)
    return known
  }
  return { ...city, lang: walk.lang, database, person }
}

/** The log takes in only what is committed, and a test's own transaction never is. */
const needsLog = (step: Step): boolean =>
  'event' in step ? step.event === 'isChanged' : step.deed === 'verifies'

async function doDeed(world: World, { deed, who, words }: Extract<Step, { deed: Deed }>): Promise<void> {
  const person = await world.person(who)
  if (turnsPage.has(deed)) delete person.paper
  await deeds[deed](world, person, words)
}

const turnsPage: ReadonlySet<Deed> = new Set(['opens', 'follows', 'presses', 'signsIn', 'opensLetter'])

const deeds: Record<Deed, (world: World, person: Person, words: Words) => void | Promise<void>> = {
  opens: (_, { visitor }, { address }) => visitor.open(address!),
  follows: (_, { visitor }, { words, beside }) => visitor.follow(words!, beside),
  presses: (_, { visitor }, { words, beside }) => visitor.press(words!, beside),
  writes: (_, { visitor }, { text, label, beside }) => visitor.write(text!, label!, beside),
  async copies({ lang, person }, { visitor, notes }, { owner, term = '', label, beside }) {
    const all = owner ? (await person(castIn(lang).get(owner) ?? owner)).notes : notes
    const noted = all.get(term)
    if (!noted) throw new Stuck(`No ${term ? `“${term}”` : 'code'} has been noted.`)
    await visitor.write(noted, label!, beside)
  },
  chooses: (_, { visitor }, { words, question, beside }) => visitor.choose(words!, question, beside),
  async sees(_, { visitor, paper }, { words }) {
    if ((paper ?? (await visitor.text)).includes(words!)) return
    const where = paper ? 'there' : `on ${visitor.where}`
    throw new Stuck(`“${words}” is not ${where}. What is there: ${paper ?? (await visitor.middle)}`)
  },
  async missesOut(_, { visitor, paper }, { words }) {
    if ((paper ?? (await visitor.text)).includes(words!))
      throw new Stuck(`“${words}” is there, on ${visitor.where}.`)
  },
  async signsIn(world, { name, visitor }) {
    const { lang } = world
    await goRound(world)
    await visitor.open(`/${lang}/demo`)
    await visitor.press(signIn[lang]!, name)
  },
  async getsLetter(world, person, { words }) {
    await goRound(world)
    const { mails } = world
    const letter = mails.findLast((each) => each.subject.includes(words!))
    if (!letter) throw new Stuck(`No letter is about “${words}”, only: ${mails.map((each) => each.subject)}`)
    person.letter = letter
    person.paper = letter.text
  },
  async opensLetter(_, { letter, visitor }) {
    const address = /https?:\/\/[^/\s]+(\/\S*)/.exec(letter?.text ?? '')?.[1]
    if (!address) throw new Stuck('There is no letter with an address in hand.')
    await visitor.open(address)
  },
  async notes(_, { notes, paper, visitor }, { term }) {
    if (term) notes.set(term, await visitor.told(term))
    else notes.set('', paper ? (/^[0-9A-Z-]{8,}$/m.exec(paper)?.[0] ?? '') : await visitor.code)
  },
  async verifies({ city, lang, at, browser }, person) {
    await integrate(city, keys.log)
    const { request } = browser()
    const verdict = await verify({
      url: city.baseUrl,
      at: at(),
      fetch: (address) => request(address.slice(city.baseUrl.length)),
    })
    person.paper = verdictIn(lang, verdict).join('\n')
  },
}

/** Seals the record and tells whoever follows, as a city does by itself from minute to minute. */
async function goRound({ database, city, house, mails }: World): Promise<void> {
  if (!database) return
  await integrate(city, keys.log)
  await notify(city)
  await deliver(city, keys, {
    mailer: { send: async (mail) => void mails.push(mail), close: () => {} },
    tell: teller(house.rooms),
    addressOf: (person) => addressOf(city.reads, person),
  })
}

/** The words on the buttons of the page that lists the cast. */
const signIn: Readonly<Record<string, string>> = { en: 'Sign in', ko: '로그인' }

const events: Record<Event, (world: World, words: Words) => void | Promise<void>> = {
  async daysPass(world, { days }) {
    await goRound(world)
    world.daysPass(Number(days))
  },
  async isChanged({ database }, { from, to }) {
    const changed = await rewrite(database!, from!, to!)
    if (changed === 0) throw new Stuck(`Nothing in the database says “${from}”.`)
    // Pages remember for some seconds what only a city's files change; a story goes on after them.
    filesWereLoaded()
  },
}

/** Puts other words into every row, as somebody would who has the database and none of the city's programs. */
async function rewrite({ sql }: TestDatabase, from: string, to: string): Promise<number> {
  const { rows: columns } = await sql(
    `select table_name as "table", column_name as "column", udt_name as type from information_schema.columns
     where table_schema = 'public' and udt_name in ('text', 'jsonb') and is_generated = 'NEVER'`,
  )
  const counts = []
  for (const { table, column, type } of columns) {
    const { rows } = await sql(
      `set local session_replication_role = replica;
       with changed as (
         update "${table}" set "${column}" = replace("${column}"::text, ${quoted(from)}, ${quoted(to)})::${type}
         where position(${quoted(from)} in "${column}"::text) > 0 returning 1
       ) select count(*)::int as rows from changed`,
    )
    counts.push(Number(rows[0]?.rows))
  }
  return counts.reduce((sum, each) => sum + each, 0)
}

const quoted = (text: string) => `'${text.replaceAll("'", "''")}'`
