import { eq } from 'drizzle-orm'
import type { City } from '#kit/city.ts'
import type { Reads } from '#kit/db.ts'
import { Refusal } from '#kit/refusal.ts'
import { dayAt, type Instant, isBefore } from '#kit/time.ts'
import type { Ctx } from '#kit/web.ts'
import { act } from '#record/index.ts'
import { giveConsents } from './consents.actions.ts'
import { checkOften } from './limits.ts'
import type { Means } from './means.ts'
import { isChild, normalEmail, spans } from './person.ts'
import { about, personBy } from './reads.ts'
import { newToken } from './seal.ts'
import { guardianships } from './tables.ts'
import { words } from './words.ts'

/** Asks a legal representative by mail. */
export async function askGuardian(c: Ctx, means: Means, child: number, typed: string): Promise<void> {
  const email = normalEmail(typed)
  await checkOften(c, means, 'network', { limit: 'mailbox', name: email })
  const { city, view } = c.var
  const person = await personBy(city.reads, child)
  if (!person || !isChild(person.childUntil, dayAt(city.clock.now(), city.facts.timeZone)))
    throw new Refusal('people.no-child')
  if (person.email === email) throw new Refusal('people.guardian-is-child', {}, 'guardianEmail')
  const link = newToken()
  await act(city, { as: 'resident', person: child }, async (tx, at) => {
    await tx.insert(guardianships).values({
      child,
      email,
      digest: means.keys.digest('guardian', link),
      askedAt: at,
      expiresAt: at.add(spans.guardian),
    })
    return { entries: [{ what: 'people.guardian-asked', about: about(child), visibility: 'confidential' }] }
  })
  const w = words(view).letters.guardian
  const facts = {
    city: view.cityName[view.lang] ?? '',
    child: person.name,
    link: `${city.baseUrl}/${view.lang}/guardian/${link}`,
    days: spans.guardian.hours / 24,
  }
  await means.mail({ to: email, lang: view.lang, subject: w.subject(facts), text: w.text(facts) })
}

export type Asked = { state: 'asked' | 'agreed' | 'withdrawn' | 'over'; child: string }

/** What a guardian's link stands for. */
export async function askedBy(city: City, means: Means, link: string): Promise<Asked | undefined> {
  const [row] = await rowBy(city.reads, means, link)
  const child = row && (await personBy(city.reads, row.child))
  return child && { state: stateOf(row, city.clock.now()), child: child.name }
}

/** A guardian agrees, as the account they are signed in with or as the mailbox that got the link. */
export const agree = (city: City, means: Means, link: string, guardian: number | undefined): Promise<void> =>
  act(city, { as: 'resident', ...(guardian !== undefined && { person: guardian }) }, async (tx, at) => {
    const [row] = await rowBy(tx, means, link).for('update')
    if (!row || stateOf(row, at) !== 'asked') throw new Refusal('people.link-over')
    if (guardian !== undefined) await checkGrownUp(city, tx, row.child, guardian, at)
    await tx
      .update(guardianships)
      .set({ consentedAt: at, guardian: guardian ?? null })
      .where(eq(guardianships.id, row.id))
    await giveConsents(tx, row.child, ['account'], 'guardian', at)
    return {
      entries: [{ what: 'people.guardian-agreed', about: about(row.child), visibility: 'confidential' }],
    }
  })

/** Takes it back: the child's account can be read and closed, and does nothing else. */
export const takeBack = (city: City, means: Means, link: string): Promise<void> =>
  act(city, { as: 'resident' }, async (tx, at) => {
    const [row] = await rowBy(tx, means, link).for('update')
    if (!row || stateOf(row, at) !== 'agreed') throw new Refusal('people.link-over')
    await tx.update(guardianships).set({ withdrawnAt: at }).where(eq(guardianships.id, row.id))
    return {
      entries: [{ what: 'people.guardian-withdrew', about: about(row.child), visibility: 'confidential' }],
    }
  })

type Row = typeof guardianships.$inferSelect

function stateOf(row: Row, at: Instant): Asked['state'] {
  if (row.withdrawnAt) return 'withdrawn'
  if (row.consentedAt) return 'agreed'
  return row.expiresAt && isBefore(at, row.expiresAt) ? 'asked' : 'over'
}

const rowBy = (reads: Reads, means: Means, link: string) =>
  reads
    .select()
    .from(guardianships)
    .where(eq(guardianships.digest, means.keys.digest('guardian', link)))

async function checkGrownUp(
  city: City,
  reads: Reads,
  child: number,
  guardian: number,
  at: Instant,
): Promise<void> {
  const person = await personBy(reads, guardian)
  if (guardian === child || !person || isChild(person.childUntil, dayAt(at, city.facts.timeZone)))
    throw new Refusal('people.guardian-is-child')
}
