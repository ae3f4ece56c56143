import { expect, test } from 'vitest'
import { meansOf } from './means.ts'

test('while the mail server is away, whoever asked for a letter is asked to try again', async () => {
  const means = meansOf({
    secret: new Uint8Array(32),
    mail: () => Promise.reject(new Error('connect ECONNREFUSED')),
    bodies: async () => [],
  })
  const letter = { to: 'yuna@example.org', subject: 's', text: 't', lang: 'en' }
  await expect(means.mail(letter)).rejects.toMatchObject({ name: 'Refusal', code: 'people.mail-away' })
})
