import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { testCity } from '#testing/city.ts'
import { loggable } from './logging.ts'

test('what a database says of a query that failed stays without what was asked', async () => {
  const { city } = await testCity()
  const failing = city.reads.select({ one: sql`${'yuna@example.org'}::int` }).from(sql`(values (1)) as one`)
  const error = await failing.then(undefined, (error: unknown) => error)
  expect(String(error)).toContain('yuna@example.org')
  const logged = JSON.stringify(loggable(error))
  expect(logged).not.toContain('yuna@example.org')
  expect(logged).toContain('22P02')
  expect(logged).toContain('select $1::int from')
})

test('what a mail server answers is left out, and what we say ourselves is not', () => {
  const refused = Object.assign(new Error('Recipient <yuna@example.org> rejected'), {
    code: 'EENVELOPE',
    response: '550 <yuna@example.org>: no such mailbox',
  })
  const logged = JSON.stringify(loggable(new Error('The letter did not go out.', { cause: refused })))
  expect(logged).toContain('The letter did not go out.')
  expect(logged).toContain('EENVELOPE')
  expect(logged).not.toContain('yuna')
})
