import { createHmac, randomBytes } from 'node:crypto'
import type { Context } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import { cookieName } from '#kit/cookie.ts'
import type { Prefs } from '#kit/view.ts'

/** A random number that stays with one browser and says nothing about its person. */
export function visitOf(c: Context, baseUrl: string): string {
  const name = cookieName('visit', baseUrl)
  const known = getCookie(c, name)
  if (known && /^[\w-]{22}$/.test(known)) return known
  const visit = randomBytes(16).toString('base64url')
  setCookie(c, name, visit, {
    httpOnly: true,
    sameSite: 'Lax',
    path: '/',
    secure: baseUrl.startsWith('https:'),
  })
  return visit
}

/** The token that a form of this visit must bring back. */
export const csrfToken = (secret: Uint8Array, visit: string): string =>
  createHmac('sha256', secret).update(`form ${visit}`).digest('base64url')

const choices = {
  theme: ['auto', 'light', 'dark'],
  contrast: ['normal', 'high'],
  text: ['normal', 'large', 'larger'],
} as const

/** How a reader wants pages shown, from a cookie that may say anything. */
export function readPrefs(cookie: string | undefined): Prefs {
  const wanted = new URLSearchParams(cookie ?? '')
  const pick = <K extends keyof typeof choices>(key: K) =>
    choices[key].find((each) => each === wanted.get(key)) ?? choices[key][0]
  return { theme: pick('theme'), contrast: pick('contrast'), text: pick('text') } as Prefs
}
