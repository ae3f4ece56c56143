import { and, eq, gt, isNull, or, sql } from 'drizzle-orm'
import type { City } from '#kit/city.ts'
import type { Tx } from '#kit/db.ts'
import { ref } from '#kit/ref.ts'
import { Refusal } from '#kit/refusal.ts'
import { type Day, dayAt, type Instant, isBefore } from '#kit/time.ts'
import type { Ctx } from '#kit/web.ts'
import { act, type Entry } from '#record/index.ts'
import { officerOf } from './identify.ts'
import { settle } from './joining.actions.ts'
import type { Means } from './means.ts'
import { normalEmail, type RoleName, spans, stateOfTerm } from './person.ts'
import { personBy, personByEmail, personsHolding } from './reads.ts'
import { newToken } from './seal.ts'
import { invitations, roles } from './tables.ts'
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
export async function invite(
  c: Ctx,
  means: Means,
  typed: string,
  offer: Offer,
  after?: number,
): Promise<void> {
  const { city, view } = c.var
  const { id, by } = managerAtHand(c)
  const email = normalEmail(typed)
  checkTerm(offer)
  const link = newToken()
  await act(city, by, async (tx, at) => {
    if ((await personByEmail(tx, email)) === id) throw new Refusal('people.not-oneself', {}, 'email')
    if (after !== undefined) await checkSameTask(tx, after, offer)
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
  await means.mail({
    to: email,
    lang: view.lang,
    subject: w.letters.invitation.subject(facts),
    text: w.letters.invitation.text(facts),
  })
}

/** Only the very task is handed over; to end another one has its own rules. */
async function checkSameTask(tx: Tx, id: number, { role, body }: Offer): Promise<void> {
  const same = and(eq(roles.id, id), eq(roles.role, role), eq(roles.body, body))
  if ((await tx.$count(roles, same)) === 0) throw new Refusal('people.role-over')
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
    if (!invitation || stateOfInvitation(invitation, at) !== 'open')
      throw new Refusal('people.invitation-over')
    if ((await personBy(tx, person))?.email !== invitation.email)
      throw new Refusal('people.invitation-for-other')
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

/** The first who manages accounts, named by whoever runs the machine: nobody else could. */
export const appointFirst = (city: City, email: string): Promise<void> =>
  act(city, { as: 'operator' }, async (tx, at) => {
    const today = dayAt(at, city.facts.timeZone)
    if ((await personsHolding(tx, 'accounts', undefined, today)).length > 0)
      throw new Refusal('people.not-the-first')
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

export function stateOfInvitation(
  invitation: Invitation,
  at: Instant,
): 'open' | 'accepted' | 'withdrawn' | 'over' {
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

export async function endRow(tx: Tx, id: number, on: Day, by: number, reason: string) {
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

const entryOf = (
  what: string,
  id: string | number,
  { role, body }: { role: string; body: string },
): Entry => ({
  what,
  about: ref('people', id),
  visibility: 'internal',
  facts: { role, body },
})
