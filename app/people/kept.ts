import { createHash, hkdfSync } from 'node:crypto'
import { and, eq, gt, lt } from 'drizzle-orm'
import { getCookie, setCookie } from 'hono/cookie'
import type { City } from '#kit/city.ts'
import { cookieName } from '#kit/cookie.ts'
import type { Tx } from '#kit/db.ts'
import type { Typed } from '#kit/form.ts'
import { hit } from '#kit/throttle.ts'
import type { Instant } from '#kit/time.ts'
import { visitorKey } from '#kit/visitor.ts'
import type { Ctx, KeptForms } from '#kit/web.ts'
import { forgettable } from '#record/index.ts'
import { limits } from './limits.ts'
import { spans } from './person.ts'
import { newToken, openWith, sealWith } from './seal.ts'
import { cookieFor } from './session.ts'
import { keptForms as table } from './tables.ts'

const mostBytes = 200_000

/**
 * What somebody typed before they had to sign in, for a day.
 * The key that opens it is in their cookie alone: the city cannot read it.
 */
export function keptForms(city: City, secret: Uint8Array): KeptForms {
  const cookie = cookieName('kept', city.baseUrl)
  const tokenOf = (c: Ctx): string | undefined => {
    const token = getCookie(c, cookie)
    return token && /^[\w-]{43}$/.test(token) ? token : undefined
  }
  return {
    async keep(c, path, typed) {
      const text = JSON.stringify(typed)
      if (text.length > mostBytes) return
      const token = tokenOf(c) ?? newToken()
      const at = city.clock.now()
      const expiresAt = at.add(spans.keptForm)
      const row = { sealed: sealWith(keyOf(token), text), expiresAt }
      await forgettable(city, async (tx) => {
        await hit(tx, `kept ${visitorKey(c, secret, at)}`, limits.network, at)
        await tx
          .insert(table)
          .values({ key: nameOf(token, path), ...row })
          .onConflictDoUpdate({ target: table.key, set: row })
      })
      setCookie(c, cookie, token, cookieFor(city, spans.keptForm))
    },
    async take(c, path) {
      const token = tokenOf(c)
      if (!token) return undefined
      const [kept] = await forgettable(city, (tx) =>
        tx
          .delete(table)
          .where(and(eq(table.key, nameOf(token, path)), gt(table.expiresAt, city.clock.now())))
          .returning(),
      )
      const text = kept && openWith(keyOf(token), kept.sealed)
      return text === undefined ? undefined : (JSON.parse(text) as Typed)
    },
  }
}

export const forgetKeptForms = (tx: Tx, at: Instant) => tx.delete(table).where(lt(table.expiresAt, at))

const keyOf = (token: string) => new Uint8Array(hkdfSync('sha256', token, '', 'kept form', 32))

const nameOf = (token: string, path: string) =>
  createHash('sha256').update(`${token} ${path}`).digest('base64url')
