import { and, eq, gte, isNull } from 'drizzle-orm'
import type { City } from '#kit/city.ts'
import type { Tx } from '#kit/db.ts'
import { Refusal } from '#kit/refusal.ts'
import { type Day, dayAt, type Instant } from '#kit/time.ts'
import type { Ctx } from '#kit/web.ts'
import { act } from '#record/index.ts'
import { officerOf } from './identify.ts'
import type { Means } from './means.ts'
import { levelOfRoute } from './person.ts'
import { about } from './reads.ts'
import { endRow, wholeCity } from './roles.actions.ts'
import { assistances, people, residencies, roles } from './tables.ts'
import { personOfViewer } from './viewing.ts'

/** In the name of the body that audits, whatever else the same person is charged with. */
const asAuditor = (viewer: ReturnType<typeof personOfViewer>) =>
  officerOf(viewer, viewer.roles.find((each) => each.role === 'auditor')?.body ?? wholeCity)

/** Takes back what one attestor vouched for since a day, and the role with it. */
export const withdrawAttestations = (
  c: Ctx,
  attestor: number,
  since: Day,
  reason: string,
): Promise<number> => {
  const viewer = personOfViewer(c)
  const { city } = c.var
  if (viewer.id === attestor) throw new Refusal('people.not-oneself')
  return act(city, asAuditor(viewer), async (tx, at) => {
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
    const held = await tx
      .select()
      .from(roles)
      .where(and(eq(roles.person, attestor), eq(roles.role, 'attestor'), isNull(roles.endedOn)))
    for (const { id } of held) await endRow(tx, id, today, viewer.id, reason)
    return {
      result: gone.length,
      entries: [
        {
          what: 'people.attestor-withdrawn',
          about: about(attestor),
          visibility: 'internal',
          facts: { count: gone.length },
        },
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
export const attest = (
  c: Ctx,
  means: Means,
  personOf: (tx: Tx, at: Instant) => Promise<number>,
): Promise<void> => {
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
    const given = await tx
      .insert(residencies)
      .values({ person, ...way, identifier, at })
      .onConflictDoNothing()
      .returning()
    if (given.length === 0) throw new Refusal('people.attested-already', {}, 'code')
    return {
      entries: [
        {
          what: 'people.residency-known',
          about: about(person),
          visibility: 'confidential',
          facts: { route: 'attestation' },
        },
      ],
    }
  })
}

export const attestationsSince = (
  reads: Pick<Tx, '$count'>,
  attestor: number,
  since: Instant,
): Promise<number> =>
  reads.$count(
    residencies,
    and(eq(residencies.route, 'attestation'), eq(residencies.by, attestor), gte(residencies.at, since)),
  )

/** The moment this month began in the city. */
export const monthOf = (at: Instant, city: City): Instant =>
  dayAt(at, city.facts.timeZone).with({ day: 1 }).toZonedDateTime(city.facts.timeZone).toInstant()

/** Answers somebody who objected; nobody answers what they did themselves. */
export const answerObjection = (c: Ctx, assistance: number, text: string): Promise<void> => {
  const viewer = personOfViewer(c)
  return act(c.var.city, asAuditor(viewer), async (tx, at) => {
    const [row] = await tx.select().from(assistances).where(eq(assistances.id, assistance)).for('update')
    if (!row?.objectedAt || row.answeredAt) throw new Refusal('people.answered-already')
    if (row.clerk === viewer.id) throw new Refusal('people.not-oneself')
    await tx.update(assistances).set({ answer: text, answeredAt: at }).where(eq(assistances.id, assistance))
    return {
      entries: [{ what: 'people.objection-answered', about: about(row.person), visibility: 'confidential' }],
    }
  })
}
