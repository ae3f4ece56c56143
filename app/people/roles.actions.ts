import { and, eq, gt, gte, isNull, or, sql } from 'drizzle-orm'
import type { City } from '#kit/city.ts'
import type { Tx } from '#kit/db.ts'
import { ref } from '#kit/ref.ts'
import { Refusal } from '#kit/refusal.ts'
import { type Day, dayAt, type Instant, isBefore } from '#kit/time.ts'
import type { Ctx } from '#kit/web.ts'
import { act, type Entry } from '#record/index.ts'
import { officerOf } from './identify.ts'
import type { Means } from './means.ts'
import { levelOfRoute, normalEmail, type RoleName, spans, stateOfTerm } from './person.ts'
import { about, personBy, personByEmail, personsHolding } from './reads.ts'
import { newToken } from './seal.ts'
import { settle } from './signing-in.actions.ts'
import { invitations, people, residencies, roles } from './tables.ts'
import { personOfViewer } from './viewing.ts'
import { words } from './words.ts'

/** Stands for the whole city where a role belongs to no single body. */
export const wholeCity = 'city'

export type Offer = { role: RoleName; body: string; from: Day; to: Day | undefined }

/** Who manages accounts, and for what body of theirs. */
export function managerAtHand(c: Ctx) {
  const viewer = personOfViewer(c)
  const body = viewer.roles.find((each) => each.role === 'accounts')?.body
  if (!body) throw new Refusal('site.not-allowed')
  return { id: viewer.id, by: officerOf(viewer, body) }
}

/** Offers a role by mail; `after` names the role it takes over from. */
export async function invite(c: Ctx, means: Means, typed: string, offer: Offer, after?: number): Promise<void> {
  const { city, view } = c.var
  const { id, by } = managerAtHand(c)
  const email = normalEmail(typed)
  checkTerm(offer)
  const link = newToken()
  await act(city, by, async (tx, at) => {
    if ((await personByEmail(tx, email)) === id) throw new Refusal('people.not-oneself', {}, 'email')
    const [row] = await tx
      .insert(invitations)
      .values({
        ...offer,
        to: offer.to ?? null,
        digest: means.keys.digest('invitation', link),
        email,
        after: after ?? null,
        invitedBy: id,
        expiresAt: at.add(spans.invitation),
      })
      .returning({ id: invitations.id })
    return { entries: [entryOf('people.invited', `invitation-${row!.id}`, offer)] }
  })
  const w = words(view)
  const facts = {
    city: view.cityName[view.lang] ?? '',
    role: w.roles[offer.role],
    link: `${city.baseUrl}/${view.lang}/invitation/${link}`,
    days: spans.invitation.hours / 24,
  }
  await means.mail({ to: email, lang: view.lang, subject: w.letters.invitation.subject(facts), text: w.letters.invitation.text(facts) })
}

export const withdrawInvitation = (c: Ctx, id: number): Promise<void> =>
  act(c.var.city, managerAtHand(c).by, async (tx, at) => {
    const [row] = await tx
      .update(invitations)
      .set({ withdrawnAt: at })
      .where(and(eq(invitations.id, id), isNull(invitations.acceptedAt), isNull(invitations.withdrawnAt)))
      .returning()
    if (!row) throw new Refusal('people.invitation-over')
    return { entries: [entryOf('people.invitation-withdrawn', `invitation-${id}`, row)] }
  })

export type Invitation = typeof invitations.$inferSelect

/** Takes up a role: the account must own the mailbox that was written to. */
export const accept = (city: City, means: Means, person: number, link: string): Promise<void> =>
  act(city, { as: 'resident', person }, async (tx, at) => {
    const invitation = await invitationBy(tx, means, link)
    if (!invitation || stateOfInvitation(invitation, at) !== 'open') throw new Refusal('people.invitation-over')
    if ((await personBy(tx, person))?.email !== invitation.email) throw new Refusal('people.invitation-for-other')
    if (invitation.invitedBy === person) throw new Refusal('people.not-oneself')
    const today = dayAt(at, city.facts.timeZone)
    await tx.update(invitations).set({ acceptedAt: at }).where(eq(invitations.id, invitation.id))
    const handedOver = invitation.after
      ? await endRow(tx, invitation.after, invitation.from, invitation.invitedBy, 'handed-over')
      : undefined
    await appoint(tx, person, invitation, invitation.invitedBy, at)
    return {
      entries: [
        entryOf('people.role-taken-up', person, invitation),
        ...(handedOver && stateOfTerm(handedOver, today) !== 'over'
          ? [entryOf('people.role-handed-over', handedOver.person, handedOver)]
          : []),
      ],
    }
  })

/** Ends a role before its time, from this day on. */
export const endRole = (c: Ctx, id: number, reason: string): Promise<void> => {
  const { id: manager, by } = managerAtHand(c)
  return act(c.var.city, by, async (tx, at) => {
    const today = dayAt(at, c.var.city.facts.timeZone)
    const row = await endRow(tx, id, today, manager, reason)
    if (!row) throw new Refusal('people.role-over')
    if (row.role === 'accounts' && (await personsHolding(tx, 'accounts', undefined, today)).length === 0)
      throw new Refusal('people.last-manager')
    return { entries: [entryOf('people.role-ended', row.person, row)] }
  })
}

/** Takes back what one attestor vouched for since a day, and the role with it. */
export const withdrawAttestations = (c: Ctx, attestor: number, since: Day, reason: string): Promise<number> => {
  const viewer = personOfViewer(c)
  const { city } = c.var
  if (viewer.id === attestor) throw new Refusal('people.not-oneself')
  return act(city, officerOf(viewer, viewer.roles[0]?.body ?? wholeCity), async (tx, at) => {
    const gone = await tx
      .update(residencies)
      .set({ withdrawnAt: at, reason })
      .where(
        and(
          eq(residencies.route, 'attestation'),
          eq(residencies.by, attestor),
          isNull(residencies.withdrawnAt),
          gte(residencies.at, since.toZonedDateTime(city.facts.timeZone).toInstant()),
        ),
      )
      .returning({ person: residencies.person })
    const today = dayAt(at, city.facts.timeZone)
    const held = await tx.select().from(roles).where(and(eq(roles.person, attestor), eq(roles.role, 'attestor'), isNull(roles.endedOn)))
    for (const { id } of held) await endRow(tx, id, today, viewer.id, reason)
    return {
      result: gone.length,
      entries: [
        { what: 'people.attestor-withdrawn', about: about(attestor), visibility: 'internal', facts: { count: gone.length } },
        ...gone.map(({ person }) => ({
          what: 'people.residency-withdrawn',
          about: about(person),
          visibility: 'confidential' as const,
          facts: { route: 'attestation' },
        })),
      ],
    }
  })
}

/** An organisation's attestor vouches for somebody who showed their code. */
export const attest = (c: Ctx, means: Means, personOf: (tx: Tx, at: Instant) => Promise<number>): Promise<void> => {
  const viewer = personOfViewer(c)
  const body = viewer.roles.find((each) => each.role === 'attestor')?.body
  if (!body) throw new Refusal('site.not-allowed')
  const { city } = c.var
  return act(city, officerOf(viewer, body), async (tx, at) => {
    // Locks the attestor's own row, so that two at once cannot both be the last of the month.
    await tx.select().from(people).where(eq(people.id, viewer.id)).for('update')
    if ((await attestationsSince(tx, viewer.id, monthOf(at, city))) >= means.attestationsPerMonth)
      throw new Refusal('people.attested-enough', { most: means.attestationsPerMonth })
    const person = await personOf(tx, at)
    if (person === viewer.id) throw new Refusal('people.not-oneself', {}, 'code')
    const way = { route: 'attestation', level: levelOfRoute.attestation, body, by: viewer.id }
    const identifier = means.keys.digest('attested', String(person))
    const given = await tx.insert(residencies).values({ person, ...way, identifier, at }).onConflictDoNothing().returning()
    if (given.length === 0) throw new Refusal('people.attested-already', {}, 'code')
    return {
      entries: [
        { what: 'people.residency-known', about: about(person), visibility: 'confidential', facts: { route: 'attestation' } },
      ],
    }
  })
}

export const attestationsSince = (reads: Pick<Tx, '$count'>, attestor: number, since: Instant): Promise<number> =>
  reads.$count(
    residencies,
    and(eq(residencies.route, 'attestation'), eq(residencies.by, attestor), gte(residencies.at, since)),
  )

/** The moment this month began in the city. */
export const monthOf = (at: Instant, city: City): Instant =>
  dayAt(at, city.facts.timeZone).with({ day: 1 }).toZonedDateTime(city.facts.timeZone).toInstant()

/** The first who manages accounts, named by whoever runs the machine: nobody else could. */
export const appointFirst = (city: City, email: string): Promise<void> =>
  act(city, { as: 'operator' }, async (tx, at) => {
    const today = dayAt(at, city.facts.timeZone)
    if ((await personsHolding(tx, 'accounts', undefined, today)).length > 0) throw new Refusal('people.not-the-first')
    const address = normalEmail(email)
    const person =
      (await personByEmail(tx, address)) ??
      (await settle(tx, { name: address.split('@')[0]!, lang: city.facts.languages[0]!, email: address }, at))
    const offer: Offer = { role: 'accounts', body: wholeCity, from: today, to: undefined }
    await appoint(tx, person, offer, null, at)
    return { entries: [entryOf('people.role-taken-up', person, offer)] }
  })

export const appoint = (
  tx: Tx,
  person: number,
  { role, body, from, to }: { role: string; body: string; from: Day; to?: Day | null | undefined },
  appointedBy: number | null,
  at: Instant,
) => tx.insert(roles).values({ person, role, body, from, to: to ?? null, appointedBy, appointedAt: at })

export function stateOfInvitation(invitation: Invitation, at: Instant): 'open' | 'accepted' | 'withdrawn' | 'over' {
  if (invitation.acceptedAt) return 'accepted'
  if (invitation.withdrawnAt) return 'withdrawn'
  return isBefore(at, invitation.expiresAt) ? 'open' : 'over'
}

async function invitationBy(tx: Tx, means: Means, link: string): Promise<Invitation | undefined> {
  const [row] = await tx
    .select()
    .from(invitations)
    .where(eq(invitations.digest, means.keys.digest('invitation', link)))
    .for('update')
  return row
}

async function endRow(tx: Tx, id: number, on: Day, by: number, reason: string) {
  const [row] = await tx
    .update(roles)
    .set({ endedOn: sql`greatest(${on.toString()}::date, ${roles.from})`, endedBy: by, reason })
    .where(and(eq(roles.id, id), or(isNull(roles.endedOn), gt(roles.endedOn, on))))
    .returning()
  return row
}

function checkTerm({ from, to }: Offer): void {
  if (to && Temporal.PlainDate.compare(to, from) < 0) throw new Refusal('people.term-backwards', {}, 'to')
}

const entryOf = (what: string, id: string | number, { role, body }: { role: string; body: string }): Entry => ({
  what,
  about: ref('people', id),
  visibility: 'internal',
  facts: { role, body },
})
