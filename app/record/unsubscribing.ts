import { createHmac, timingSafeEqual } from 'node:crypto'
import { z } from 'zod'
import { Refusal } from '#kit/refusal.ts'
import { type Instant, isBefore } from '#kit/time.ts'
import type { Keys } from './keys.ts'

/** Who may stop which letters, until when: whoever holds a link from such a letter. */
export type Unsubscribing = { person: number; about?: string; until: Instant }

const stored = z.object({ person: z.int(), about: z.string().optional(), until: z.string() })

export function unsubscribeToken(keys: Keys, { person, about, until }: Unsubscribing): string {
  const said = Buffer.from(JSON.stringify({ person, about, until: until.toString() })).toString('base64url')
  return `${said}.${signed(keys, said).toString('base64url')}`
}

/** @throws Refusal when the link was made elsewhere, changed, or is too old. */
export function readUnsubscribeToken(keys: Keys, token: string, at: Instant): Unsubscribing {
  const [said = '', signature = ''] = token.split('.')
  const given = Buffer.from(signature, 'base64url')
  const right = signed(keys, said)
  if (given.length !== right.length || !timingSafeEqual(given, right)) throw new Refusal('record.link-broken')
  const { person, about, until } = stored.parse(JSON.parse(Buffer.from(said, 'base64url').toString('utf8')))
  const ends = Temporal.Instant.from(until)
  if (isBefore(ends, at)) throw new Refusal('record.link-too-old')
  return { person, ...(about !== undefined && { about }), until: ends }
}

const signed = (keys: Keys, said: string): Buffer =>
  createHmac('sha256', keys.cookies).update(`unsubscribe ${said}`).digest()
