import { createHmac } from 'node:crypto'
import type { Instant } from './time.ts'
import type { Ctx } from './web.ts'

/** A name for whoever calls from one network today: says nothing of the address, and is another one tomorrow. */
export const visitorKey = (c: Ctx, secret: Uint8Array, at: Instant): string =>
  createHmac('sha256', secret)
    .update(`visitor ${at.toString().slice(0, 10)} ${networkOf(callerOf(c))}`)
    .digest('base64url')

/** What a proxy on the same machine or network says is believed; what a stranger says of himself is not. */
function callerOf(c: Ctx): string {
  const env = c.env as { incoming?: { socket?: { remoteAddress?: string } } } | undefined
  const peer = env?.incoming?.socket?.remoteAddress ?? ''
  if (!isNear(peer)) return peer
  return c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim() || peer
}

const isNear = (address: string): boolean =>
  /^(::ffff:)?(127\.|10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.)|^::1$|^f[cd]/.test(address)

/** An IPv6 line has more addresses than anybody can count, so its first half stands for it. */
const networkOf = (address: string): string =>
  address.includes('.') ? address : address.split(':').slice(0, 4).join(':')
