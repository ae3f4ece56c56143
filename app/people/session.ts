import { and, eq, lt, ne, or } from 'drizzle-orm'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import type { City } from '#kit/city.ts'
import { cookieName } from '#kit/cookie.ts'
import type { Reads, Tx } from '#kit/db.ts'
import type { Instant } from '#kit/time.ts'
import type { Ctx } from '#kit/web.ts'
import { forgettable } from '#record/index.ts'
import { deviceOf, sessionStands, spans } from './person.ts'
import { type Keys, newToken } from './seal.ts'
import { sessions } from './tables.ts'

const isSecure = (city: City): boolean => city.baseUrl.startsWith('https:')

const cookieOf = (city: City): string => cookieName('session', city.baseUrl)

/** How this room sets every cookie of its own. */
export const cookieFor = (city: City, span: Temporal.DurationLike) => ({
  httpOnly: true,
  sameSite: 'Lax' as const,
  path: '/',
  secure: isSecure(city),
  maxAge: Temporal.Duration.from(span).total('seconds'),
})

/** What the browser holds, as it is stored. */
export function digestOfSession(c: Ctx, city: City, keys: Keys): string | undefined {
  const token = getCookie(c, cookieOf(city))
  return token && keys.digest('session', token)
}

/** Signs somebody in with a fresh token; the one the browser had before is worth nothing afterwards. */
export async function startSession(
  c: Ctx,
  keys: Keys,
  person: number,
  { secondFactor = false } = {},
): Promise<void> {
  const { city } = c.var
  const token = newToken()
  const before = digestOfSession(c, city, keys)
  const at = city.clock.now()
  await forgettable(city, async (tx) => {
    if (before) await tx.delete(sessions).where(eq(sessions.digest, before))
    await tx.insert(sessions).values({
      digest: keys.digest('session', token),
      person,
      device: deviceOf(c.req.header('user-agent') ?? ''),
      startedAt: at,
      seenAt: at,
      secondFactorAt: secondFactor ? at : null,
    })
  })
  setCookie(c, cookieOf(city), token, cookieFor(city, spans.session))
}

/** Signs out here. */
export async function endSession(c: Ctx, keys: Keys): Promise<void> {
  const { city } = c.var
  const digest = digestOfSession(c, city, keys)
  if (digest) await forgettable(city, (tx) => tx.delete(sessions).where(eq(sessions.digest, digest)))
  deleteCookie(c, cookieOf(city), { path: '/', secure: isSecure(city) })
}

/** The second factor has been shown in this session: the token changes with what it may do. */
export const raiseSession = (c: Ctx, keys: Keys, person: number): Promise<void> =>
  startSession(c, keys, person, { secondFactor: true })

export async function sessionsOf(reads: Reads, person: number, at: Instant) {
  const all = await reads
    .select()
    .from(sessions)
    .where(eq(sessions.person, person))
    .orderBy(sessions.startedAt)
  return all.filter((each) => sessionStands(each, at))
}

/** Signs one's other devices out, or one of them. */
export const endOthers = (city: City, person: number, mine: string, only?: number): Promise<unknown> =>
  forgettable(city, (tx) =>
    tx
      .delete(sessions)
      .where(
        and(
          eq(sessions.person, person),
          ne(sessions.digest, mine),
          only === undefined ? undefined : eq(sessions.id, only),
        ),
      ),
  )

/** Signs somebody out everywhere: their account was closed, or what it may do was taken away. */
export const endAll = (tx: Tx, person: number) => tx.delete(sessions).where(eq(sessions.person, person))

export const forgetSessions = (tx: Tx, at: Instant) =>
  tx
    .delete(sessions)
    .where(
      or(
        lt(sessions.startedAt, at.subtract(spans.session)),
        lt(sessions.seenAt, at.subtract(spans.sessionIdle)),
      ),
    )
