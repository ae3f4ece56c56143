import { and, asc, count, desc, eq, isNotNull, isNull, lte, notInArray } from 'drizzle-orm'
import type { City } from '#kit/city.ts'
import type { Reads } from '#kit/db.ts'
import type { Mail, Mailer } from '#kit/mail.ts'
import type { Instant } from '#kit/time.ts'
import type { View } from '#kit/view.ts'
import { type Lang, type Localized, say } from '#kit/words.ts'
import { forgettable } from './act.ts'
import { needless } from './how.ts'
import type { Keys } from './keys.ts'
import { entries, letters, notices } from './tables.ts'
import { unsubscribeToken } from './unsubscribing.ts'
import { words } from './words.ts'
import { readAs } from './writing.ts'

/** What it takes to write to people. */
export type Post = {
  mailer: Mailer
  /** The sentences of all rooms in a language. */
  tell(lang: Lang): View['tell']
  addressOf(person: number): Promise<{ email: string; lang: Lang } | undefined>
}

/** Minutes to wait after each attempt that failed. */
const backoff = [1, 5, 30, 120, 360, 720, 1440]
const tooLate = { hours: 72 }
/** Longer than any attempt takes: whoever holds a letter this long has crashed. */
const lease = { minutes: 10 }

type Letter = typeof letters.$inferSelect

/** Sends the letters that are due. Several processes may do so at once: each letter is one's own. */
export async function deliver(city: City, keys: Keys, post: Post): Promise<number> {
  for (let sent = 0; ; ) {
    const letter = await claim(city)
    if (!letter) return sent
    const outcome = await attempt(city, keys, post, letter)
    await settle(city, letter, outcome)
    if (outcome.is === 'sent') sent++
    if (outcome.is === 'server-away') return sent
  }
}

const claim = (city: City): Promise<Letter | undefined> =>
  forgettable(city, async (tx) => {
    const now = city.clock.now()
    const [letter] = await tx
      .select()
      .from(letters)
      .where(and(lte(letters.tryAt, now)))
      .orderBy(asc(letters.tryAt))
      .limit(1)
      .for('update', { skipLocked: true })
    if (!letter) return undefined
    await tx
      .update(letters)
      .set({ attempts: letter.attempts + 1, tryAt: now.add(lease) })
      .where(eq(letters.key, letter.key))
    return { ...letter, attempts: letter.attempts + 1 }
  })

type Outcome = { is: 'sent' } | { is: 'given-up' | 'failed' | 'server-away'; problem: string }

async function attempt(city: City, keys: Keys, post: Post, letter: Letter): Promise<Outcome> {
  if (Temporal.Instant.compare(letter.madeAt.add(tooLate), city.clock.now()) < 0)
    return { is: 'given-up', problem: 'too-late' }
  const address = await post.addressOf(letter.person)
  if (!address) return { is: 'given-up', problem: 'no-address' }
  const mail = await write(city, keys, post, letter, address)
  if (!mail) return { is: 'given-up', problem: 'nothing-left-to-say' }
  try {
    await post.mailer.send(mail)
    return { is: 'sent' }
  } catch (error) {
    return outcomeOf(error as { code?: string; responseCode?: number })
  }
}

/** Only the code of a failure is kept: what mail servers answer tends to contain addresses. */
function outcomeOf({ code = 'unknown', responseCode }: { code?: string; responseCode?: number }): Outcome {
  const problem = responseCode ? `smtp-${responseCode}` : code.toLowerCase()
  const isAboutLetter = code === 'EENVELOPE' || code === 'EMESSAGE'
  if (!isAboutLetter) return { is: 'server-away', problem }
  return { is: (responseCode ?? 0) >= 500 ? 'given-up' : 'failed', problem }
}

const settle = (city: City, { key, attempts }: Letter, outcome: Outcome) =>
  forgettable(city, async (tx) => {
    await tx
      .update(letters)
      .set(after(outcome, attempts, city.clock.now()))
      .where(eq(letters.key, key))
  })

function after(outcome: Outcome, attempts: number, now: Instant): Partial<Letter> {
  if (outcome.is === 'sent') return { sentAt: now, tryAt: null, problem: null, says: null }
  const wait = outcome.is === 'given-up' ? undefined : backoff[attempts - 1]
  if (wait === undefined) return { problem: outcome.problem, tryAt: null, says: null }
  return { problem: outcome.problem, tryAt: now.add({ minutes: wait }) }
}

/** The letter in its reader's language, or nothing if all it was to say has been erased. */
async function write(
  city: City,
  keys: Keys,
  { tell }: Post,
  { key, person, says }: Letter,
  { email, lang }: { email: string; lang: Lang },
): Promise<Mail | undefined> {
  const said = says ? readAs(city, lang, says) : await newsFor(city, tell(lang), key, lang)
  if (!said) return undefined
  const w = words({ lang }).letter
  const token = unsubscribeToken(keys, {
    person,
    ...(said.about !== undefined && { about: said.about }),
    until: city.clock.now().add({ hours: 24 * 30 }),
  })
  const at = (path: string) => `${city.baseUrl}/${lang}${path}`
  const query = new URLSearchParams({ token })
  const cityName = say(city.facts.name, lang, city.facts.languages).text
  return {
    to: email,
    subject: `[${cityName}] ${said.subject}`,
    text: [
      ...said.lines.map(({ says, link }) => `${says}\n${link}`),
      said.why,
      w.stop(at(`/unsubscribe?${query}`)),
    ].join('\n\n'),
    lang,
    id: key,
    unsubscribe: at(`/unsubscribe/one-click?${query}`),
  }
}

/** What the notices say that a letter carries. */
async function newsFor(city: City, tell: View['tell'], letter: string, lang: Lang) {
  const news = await newsIn(city.reads, letter)
  if (news.length === 0) return undefined
  const w = words({ lang }).letter
  const at = (path: string) => `${city.baseUrl}/${lang}${path}`
  const named = (title: Localized | null, sentence: string) =>
    title ? `${say(title, lang, city.facts.languages).text}: ${sentence}` : sentence
  const lines = news.map(({ what, facts, title, about, isPublic }) =>
    isPublic
      ? { says: named(title, tell(what, facts)), link: at(`/${about}`) }
      : { says: w.news, link: at('/notices') },
  )
  return {
    subject: lines.length === 1 ? lines[0]!.says : w.several(lines.length),
    lines,
    why: w.why(at('/notices')),
    about: only(news),
  }
}

/** What all of it is followed for, if it is one thing. */
function only(news: readonly { because: string }[]): string | undefined {
  const all = new Set(news.map((each) => each.because))
  return all.size === 1 ? news[0]!.because : undefined
}

async function newsIn(reads: Reads, letter: string) {
  const rows = await reads
    .select({ because: notices.because, entry: entries })
    .from(notices)
    .innerJoin(entries, eq(entries.number, notices.entry))
    .where(eq(notices.letter, letter))
    .orderBy(asc(notices.number))
  return rows
    .filter(({ entry }) => entry.salt !== null)
    .map(({ because, entry: { what, facts, title, about, visibility } }) => ({
      because,
      what,
      facts,
      title,
      about,
      isPublic: visibility === 'public',
    }))
}

/** Letters that were given up, or failed and wait for another attempt. */
export const undelivered = (reads: Reads) =>
  reads.select().from(letters).where(hasProblem).orderBy(desc(letters.madeAt)).limit(200)

export async function givenUpCount(reads: Reads): Promise<number> {
  const [row] = await reads
    .select({ count: count() })
    .from(letters)
    .where(and(hasProblem, isNull(letters.tryAt)))
  return row!.count
}

const hasProblem = and(
  isNull(letters.sentAt),
  isNotNull(letters.problem),
  notInArray(letters.problem, [...needless]),
)
