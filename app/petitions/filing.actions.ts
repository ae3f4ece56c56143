import { eq } from 'drizzle-orm'
import { allDistricts } from '#bodies/index.ts'
import { charterArticles, serve } from '#charter/index.ts'
import type { City } from '#kit/city.ts'
import { newCode, spell } from '#kit/code.ts'
import type { Tx } from '#kit/db.ts'
import type { Procedure } from '#kit/procedures.ts'
import { Refusal } from '#kit/refusal.ts'
import { dayAt, type Instant } from '#kit/time.ts'
import { isUnheard } from '#people/index.ts'
import { type Actor, actWithReceipt, firstReceipt, follow, type Receipt } from '#record/index.ts'
import { answersFor } from './filing.reads.ts'
import { articlesIn, lackingOf } from './filing.ts'
import type { Means } from './means.ts'
import { aboutPetition, entryOf, titleOf } from './on-petition.actions.ts'
import { dueOf } from './petition.clock.ts'
import { advanced, opening, thresholdsOf } from './petition.signing.ts'
import type { Way } from './petition.ts'
import { contacts, petitions, routings, signatures } from './tables.ts'
import type { Writing } from './writing.routes.ts'

/** Whose petition it is: an account's, or nobody's whom the city could name. */
export type Author = { way: Way; by: Actor; person?: number | undefined }

export type Filed = {
  id: number
  receipt: Receipt
  /** With which somebody without an account comes back. */
  code: string | undefined
}

/** Takes in a petition, once, however often its form is sent. */
export async function file(
  city: City,
  means: Means,
  procedure: Procedure,
  typed: Writing,
  author: Author,
): Promise<Filed> {
  const form = means.digest('form', typed.form)
  // Made from the form, so that whoever's connection broke gets the same code by sending it again.
  const made = author.person === undefined ? codeOf(means, typed.form) : undefined
  const known = await filedBy(city, form)
  if (known) return { ...known, code: made && spell(made) }
  await checkWriting(city, procedure, typed, author)
  const returnDigest = made ? means.digest('return', made) : null
  try {
    const filed = await actWithReceipt(city, author.by, async (tx, at) => {
      const id = await insert(city, tx, at, procedure, typed, { ...author, form, returnDigest })
      return { result: id, entries: [await entryOf(tx, id, 'petitions.filed')] }
    })
    return { id: filed.result, receipt: filed.receipt, code: made && spell(made) }
  } catch (error) {
    if (!(error instanceof SentTwice)) throw error
    return { ...(await filedBy(city, form))!, code: made && spell(made) }
  }
}

/** The same form came a moment earlier, and is being filed or was. */
class SentTwice extends Error {
  override name = 'SentTwice'
}

const codeOf = (means: Means, form: string): string =>
  newCode('long', (size) => means.bytesOf('code', form).subarray(0, size))

async function filedBy(city: City, form: string): Promise<{ id: number; receipt: Receipt } | undefined> {
  const [row] = await city.reads.select({ id: petitions.id }).from(petitions).where(eq(petitions.form, form))
  const receipt = row && (await firstReceipt(city, aboutPetition(row.id)))
  return receipt && { id: row.id, receipt }
}

/** What the shape of the form does not say: that the city knows what was chosen, and that what belongs together is there. */
async function checkWriting(city: City, procedure: Procedure, typed: Writing, author: Author): Promise<void> {
  const { subjects, languages } = city.facts
  const isOne = (all: readonly { key: string }[], key: string | undefined) =>
    key === undefined || all.some((each) => each.key === key)
  const check = (holds: boolean, field: keyof Writing, code = 'form.not-a-choice') => {
    if (!holds) throw new Refusal(code, {}, field)
  }
  check(languages.includes(typed.lang) || typed.lang === 'und', 'lang')
  check(isOne(await allDistricts(city.reads), typed.district), 'district')
  check(isOne(subjects.topics, typed.topic), 'topic')
  check(
    typed.groups.every((key) => isOne(subjects.groups, key)),
    'groups',
  )
  check(typed.articles.length > 0, 'articles', 'petitions.article-missing')
  const known = new Set((await charterArticles(city.reads)).map(({ about }) => about))
  check(
    articlesIn(typed).every((each) => known.has(each)),
    'articles',
  )
  check(!typed.lane || procedure.committee !== undefined, 'lane')
  check(!typed.lane || typed.laneReason !== undefined, 'laneReason', 'form.missing')
  checkAuthor(procedure, typed, author)
  if (author.person !== undefined && (await isUnheard(city, city.reads, author.person)))
    throw new Refusal('petitions.guardian-first')
}

function checkAuthor(procedure: Procedure, typed: Writing, { way }: Author): void {
  if (way === 'anonymous' && !procedure.anonymous) throw new Refusal('petitions.name-needed')
  for (const { code, field } of lackingOf(way, typed)) throw new Refusal(code, {}, field)
}

type Marks = Author & { form: string; returnDigest: string | null }

async function insert(
  city: City,
  tx: Tx,
  at: Instant,
  procedure: Procedure,
  typed: Writing,
  { way, person, form, returnDigest }: Marks,
): Promise<number> {
  const { facts } = city
  const today = dayAt(at, facts.timeZone)
  const body = await answersFor(city, tx, procedure, typed.topic)
  const articles = articlesIn(typed)
  const thresholds = thresholdsOf(facts, procedure.key, today)
  // Whoever asks for it is the first who wants it.
  const first = { signatures: procedure.open ? 1 : 0, participants: procedure.open ? 1 : 0 }
  const stage = advanced({ ...first, ...opening(thresholds, at, facts) }, thresholds, at, facts)
  const run = { filedAt: at, reopenedAt: null, procedures: [procedure.key] as [string], pauses: [] }
  const [row] = await tx
    .insert(petitions)
    .values({
      ...{ title: typed.title, text: typed.text, lang: typed.lang, groups: typed.groups, articles },
      ...{ procedure: procedure.key, way, body, form, returnDigest, filedAt: at },
      ...{ person: person ?? null, shownAs: way === 'anonymous' ? null : (typed.shownAs ?? null) },
      ...{ topic: typed.topic ?? null, district: typed.district ?? null },
      ...(typed.lane && { laneAskedAt: at, laneReason: typed.laneReason ?? null }),
      ...first,
      ...stage,
      dueAt: dueOf(facts, run),
    })
    .onConflictDoNothing({ target: petitions.form })
    .returning({ id: petitions.id })
  if (!row) throw new SentTwice()
  const { id } = row
  await tx.insert(routings).values({ petition: id, body, procedure: procedure.key, at })
  if (way === 'no-account')
    await tx.insert(contacts).values({ petition: id, name: typed.name ?? null, reach: typed.reach ?? null })
  if (person !== undefined) {
    if (procedure.open) await tx.insert(signatures).values({ petition: id, person, at })
    await follow(tx, person, aboutPetition(id), at)
  }
  await serve(tx, { about: aboutPetition(id), title: titleOf(typed) }, articles, at)
  return id
}
