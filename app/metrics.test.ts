import { Hono } from 'hono'
import { expect, test } from 'vitest'
import type { Env } from '#kit/web.ts'
import { mayMeasure } from './metrics.ts'

for (const [brought, may] of [
  ['secret', true],
  ['Secret', false],
  ['secre', false],
  ['secreé', false],
] as const)
  test(`who brings “${brought}” ${may ? 'may' : 'may not'} measure`, async () => {
    const site = new Hono<Env>().get('/', (c) => c.text(String(mayMeasure(c, 'secret'))))
    const answer = await site.request('/', { headers: { authorization: `Bearer ${brought}` } })
    expect(await answer.text()).toBe(String(may))
  })
