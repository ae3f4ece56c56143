import { once } from 'node:events'
import { createServer } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { expect, test } from 'vitest'
import { closed } from './closed.ts'

test('a reader who never comes to an end does not keep the city from closing', async () => {
  const server = createServer((_, answer) => void answer.write('a little, and then nothing more'))
  server.listen(0)
  await once(server, 'listening')
  const reader = connect((server.address() as AddressInfo).port)
  reader.write('GET / HTTP/1.1\r\nhost: city.example\r\n\r\n')
  await once(reader, 'data')
  const left = once(reader, 'close')
  await closed(server, 50)
  await left
  expect(server.listening).toBe(false)
})
