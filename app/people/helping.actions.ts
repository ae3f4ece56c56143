import { and, eq, gt, isNull } from 'drizzle-orm'
import { newCode, readCode, spell } from '#kit/code.ts'
import type { Tx } from '#kit/db.ts'
import { Refusal } from '#kit/refusal.ts'
import { dayAt, type Instant } from '#kit/time.ts'
import type { Ctx } from '#kit/web.ts'
import { act } from '#record/index.ts'
import { noticesFor, type Purpose } from './consent.ts'
import { consentEntries, giveConsents } from './consents.actions.ts'
import { officerOf } from './identify.ts'
import { settle } from './joining.actions.ts'
import { checkOften } from './limits.ts'
import type { Means } from './means.ts'
import { assistanceStands, isChild, levelOfRoute, spans } from './person.ts'
import { about, personBy } from './reads.ts'
import { digestOfSession } from './session.ts'
import { personBySlip } from './signing-in.actions.ts'
import { assistances, codes, guardianships, residencies, sessions } from './tables.ts'
import { personOfViewer } from './viewing.ts'

/** The clerk at hand and the body they sit in. */
export function clerkAtHand(c: Ctx) {
  const viewer = personOfViewer(c)
  const body = viewer.roles.find((each) => each.role === 'clerk')?.body
  if (!body) throw new Refusal('people.clerks-only')
  return { id: viewer.id, body, by: officerOf(viewer, body), actingFor: viewer.actingFor }
}

/** Begins to act for somebody who showed the code of their account, or the slip that they were given at a counter. */
export async function helpByCode(c: Ctx, means: Means, typed: string): Promise<void> {
  await checkOften(c, means, 'codes')
  const clerk = clerkAtHand(c)
  await act(c.var.city, clerk.by, async (tx, at) => {
    const slip = readCode(typed, 'long')
    const person = slip ? await personBySlip(tx, means, slip, at) : await personByHand(tx, means, typed, at)
    await begin(c, tx, means, person, at)
    return { entries: [begun(person)] }
  })
}

/** An account for somebody without e-mail, with the code for their slip; the clerk acts for them from then on. */
export function helpNewcomer(
  c: Ctx,
  means: Means,
  newcomer: {
    name: string
    lang: string
    purposes: readonly Purpose[]
    childUntil: Temporal.PlainDate | undefined
  },
): Promise<string> {
  const { by } = clerkAtHand(c)
  return act(c.var.city, by, async (tx, at) => {
    const { name, lang, childUntil, purposes } = newcomer
    const person = await settle(tx, { name, lang, childUntil, notices: noticesFor(purposes) }, at)
    await giveConsents(tx, person, purposes, 'clerk', at)
    await begin(c, tx, means, person, at)
    return {
      result: await freshSlip(tx, c, means, person, at),
      entries: [
        { what: 'people.joined', about: about(person), visibility: 'confidential' },
        ...consentEntries(person, purposes),
        begun(person),
      ],
    }
  })
}

/** A new slip for whom the clerk acts for; a lost one opens nothing from now on. */
export function newSlip(c: Ctx, means: Means): Promise<string> {
  const { by, person } = helpedAtHand(c)
  return act(c.var.city, by, async (tx, at) => ({
    result: await freshSlip(tx, c, means, person, at),
    entries: [{ what: 'people.slip-printed', about: about(person), visibility: 'confidential' }],
  }))
}

/** The clerk has the person before them. A number of some paper is optional, and only its digest is kept. */
export function seeInPerson(c: Ctx, means: Means, shown: string | undefined): Promise<void> {
  const { by, id, body, person } = helpedAtHand(c)
  return act(c.var.city, by, async (tx, at) => {
    const identifier = shown
      ? means.keys.digest('paper', shown.normalize('NFKC').toUpperCase().replace(/[\s-]/g, ''))
      : null
    const way = { route: 'in-person', level: levelOfRoute['in-person'], identifier, body, by: id }
    const [known] = await tx
      .select()
      .from(residencies)
      .where(
        and(
          eq(residencies.person, person),
          eq(residencies.route, 'in-person'),
          isNull(residencies.withdrawnAt),
        ),
      )
    if (known) throw new Refusal('people.seen-already')
    const given = await tx
      .insert(residencies)
      .values({ person, ...way, at })
      .onConflictDoNothing()
      .returning()
    if (given.length === 0) throw new Refusal('people.already-one', {}, 'shown')
    return {
      entries: [
        {
          what: 'people.residency-known',
          about: about(person),
          visibility: 'confidential',
          facts: { route: 'in-person' },
        },
      ],
    }
  })
}

/** A guardian agreed on paper at the counter. */
export function noteGuardianOnPaper(c: Ctx): Promise<void> {
  const { by, id, person } = helpedAtHand(c)
  const { city } = c.var
  return act(city, by, async (tx, at) => {
    const child = await personBy(tx, person)
    if (!child || !isChild(child.childUntil, dayAt(at, city.facts.timeZone)))
      throw new Refusal('people.no-child')
    await tx
      .insert(guardianships)
      .values({ child: person, onPaper: true, clerk: id, askedAt: at, consentedAt: at })
    await giveConsents(tx, person, ['account'], 'guardian', at)
    return { entries: [{ what: 'people.guardian-agreed', about: about(person), visibility: 'confidential' }] }
  })
}

export function endHelp(c: Ctx, means: Means): Promise<void> {
  const { by, person } = helpedAtHand(c)
  return act(c.var.city, by, async (tx, at) => {
    await stop(c, tx, means, at)
    return { entries: [{ what: 'people.help-ended', about: about(person), visibility: 'confidential' }] }
  })
}

/** Whose hand code this is, once. */
export async function personByHand(tx: Tx, means: Means, typed: string, at: Instant): Promise<number> {
  const code = readCode(typed, 'short')
  if (!code) throw new Refusal('people.code-mistyped', {}, 'code')
  const [hand] = await tx
    .delete(codes)
    .where(
      and(eq(codes.kind, 'hand'), eq(codes.digest, means.keys.digest('hand', code)), gt(codes.expiresAt, at)),
    )
    .returning({ person: codes.person })
  if (!hand?.person) throw new Refusal('people.hand-wrong', {}, 'code')
  return hand.person
}

function helpedAtHand(c: Ctx) {
  const clerk = clerkAtHand(c)
  if (!clerk.actingFor) throw new Refusal('people.helping-nobody')
  return { ...clerk, person: clerk.actingFor.id }
}

const begun = (person: number) =>
  ({ what: 'people.help-began', about: about(person), visibility: 'confidential' }) as const

/** One clerk for one person and one person for one clerk, so that it is always clear whose hand did a thing. */
async function begin(c: Ctx, tx: Tx, means: Means, person: number, at: Instant): Promise<void> {
  const { id, body } = clerkAtHand(c)
  if (person === id) throw new Refusal('people.not-oneself')
  await stop(c, tx, means, at)
  const open = await tx
    .select()
    .from(assistances)
    .where(and(eq(assistances.person, person), isNull(assistances.endedAt)))
    .for('update')
  if (open.some((each) => assistanceStands(each, at))) throw new Refusal('people.helped-already')
  const [row] = await tx
    .insert(assistances)
    .values({ clerk: id, person, body, startedAt: at, seenAt: at })
    .returning({ id: assistances.id })
  const digest = digestOfSession(c, c.var.city, means.keys) ?? ''
  await tx.update(sessions).set({ assistance: row!.id }).where(eq(sessions.digest, digest))
}

async function stop(c: Ctx, tx: Tx, means: Means, at: Instant): Promise<void> {
  const { id } = clerkAtHand(c)
  await tx
    .update(assistances)
    .set({ endedAt: at })
    .where(and(eq(assistances.clerk, id), isNull(assistances.endedAt)))
  const digest = digestOfSession(c, c.var.city, means.keys) ?? ''
  await tx.update(sessions).set({ assistance: null }).where(eq(sessions.digest, digest))
}

async function freshSlip(tx: Tx, c: Ctx, means: Means, person: number, at: Instant): Promise<string> {
  const { id, body } = clerkAtHand(c)
  const code = newCode('long')
  await tx.delete(codes).where(and(eq(codes.kind, 'slip'), eq(codes.person, person)))
  await tx.insert(codes).values({
    kind: 'slip',
    digest: means.keys.digest('slip', code),
    person,
    body,
    by: id,
    madeAt: at,
    expiresAt: at.add(spans.slip),
  })
  return spell(code)
}

/** A code for each letter, to be printed now: only digests are kept. */
export function makeLetters(
  c: Ctx,
  means: Means,
  receivers: readonly string[],
): Promise<{ to: string; code: string }[]> {
  const { id, body, by } = clerkAtHand(c)
  return act(c.var.city, by, async (tx, at) => {
    const letters = receivers.map((to) => ({ to, code: newCode('long') }))
    await tx.insert(codes).values(
      letters.map(({ to, code }) => ({
        kind: 'letter' as const,
        digest: means.keys.digest('letter', code),
        identifier: means.keys.digest(
          'receiver',
          to
            .normalize('NFKC')
            .toLowerCase()
            .replace(/[\s,.-]/g, ''),
        ),
        body,
        by: id,
        madeAt: at,
        expiresAt: at.add(spans.letter),
      })),
    )
    return {
      result: letters.map(({ to, code }) => ({ to, code: spell(code) })),
      entries: [
        {
          what: 'people.letters-made',
          about: `bodies/${body}`,
          visibility: 'internal',
          facts: { count: letters.length },
        },
      ],
    }
  })
}
