import { timingSafeEqual } from 'node:crypto'
import { getConnInfo } from '@hono/node-server/conninfo'
import type { MiddlewareHandler } from 'hono'
import { routePath } from 'hono/route'
import { collectDefaultMetrics, Histogram, Registry } from 'prom-client'
import type { Ctx, Env } from '#kit/web.ts'

const register = new Registry()
collectDefaultMetrics({ register })

const answered = new Histogram({
  name: 'madang_answer_seconds',
  help: 'How long answers took, by the declared path and the status.',
  labelNames: ['path', 'status'],
  buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 5],
  registers: [register],
})

/** Counts and times every answer under the path as it was declared, so that nobody's address is measured. */
export const measure: MiddlewareHandler<Env> = async (c, next) => {
  const done = answered.startTimer()
  await next()
  done({ path: routePath(c, -1), status: String(c.res.status) })
}

export const measured = (): Promise<string> => register.metrics()

/** Only for this machine, or for who brings the token. */
export function mayMeasure(c: Ctx, token: string | undefined): boolean {
  const brought = Buffer.from(c.req.header('authorization')?.replace(/^Bearer /, '') ?? '')
  const right = Buffer.from(token ?? '')
  if (token) return brought.length === right.length && timingSafeEqual(brought, right)
  return isLoopback(c) && !c.req.header('x-forwarded-for')
}

function isLoopback(c: Ctx): boolean {
  try {
    const { address = '' } = getConnInfo(c).remote
    return address === '::1' || /^(::ffff:)?127\./.test(address)
  } catch {
    // Without a connection, as in a test, nobody can be on this machine.
    return false
  }
}
