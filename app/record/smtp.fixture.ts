import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'
import { onTestFinished } from 'vitest'

export type Arrived = { to: string[]; headers: Record<string, string>; text: string; html: string }

/** A mail server as cities have one, on a port of its own, that shows what arrived. */
export async function mailServer(port = 0) {
  const arrived: Arrived[] = []
  const refused = new Set<string>()
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    onRcptTo({ address }, _session, done) {
      done(
        refused.has(address)
          ? Object.assign(new Error(`no ${address} here`), { responseCode: 550 })
          : undefined,
      )
    },
    async onData(stream, { envelope }, done) {
      const chunks: Buffer[] = []
      for await (const chunk of stream) chunks.push(chunk)
      arrived.push({
        to: envelope.rcptTo.map((each) => each.address),
        ...partsOf(Buffer.concat(chunks).toString()),
      })
      done()
    },
  })
  await new Promise<void>((listening) => server.listen(port, '127.0.0.1', listening))
  const stop = () => new Promise<void>((stopped) => server.close(() => stopped()))
  onTestFinished(stop)
  const chosen = (server.server.address() as AddressInfo).port
  return { arrived, refused, stop, port: chosen, url: `smtp://127.0.0.1:${chosen}` }
}

function partsOf(message: string): Omit<Arrived, 'to'> {
  const [head, body] = split(message)
  const headers = headersOf(head)
  const boundary = /boundary="([^"]+)"/.exec(headers['content-type'] ?? '')?.[1] ?? ''
  const [text = '', html = ''] = body.split(`--${boundary}`).slice(1, 3).map(decoded)
  return { headers, text, html }
}

function decoded(part: string): string {
  const [head, body] = split(part.replace(/^\r\n/, ''))
  const bytes =
    headersOf(head)['content-transfer-encoding'] === 'base64'
      ? Buffer.from(body, 'base64')
      : Buffer.from(unquoted(body), 'latin1')
  return bytes.toString('utf8').replaceAll('\r\n', '\n')
}

const unquoted = (text: string) =>
  text
    .replace(/=\r\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)))

function split(text: string): [head: string, body: string] {
  const at = text.indexOf('\r\n\r\n')
  return [text.slice(0, at), text.slice(at + 4)]
}

function headersOf(head: string): Record<string, string> {
  const lines = head.replace(/\r\n[ \t]+/g, ' ').split('\r\n')
  return Object.fromEntries(
    lines.map((line) => {
      const at = line.indexOf(':')
      return [line.slice(0, at).toLowerCase(), words(line.slice(at + 1).trim())]
    }),
  )
}

/** RFC 2047, section 2. */
const words = (text: string) =>
  text
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/=\?utf-8\?([BQ])\?([^?]*)\?=/gi, (_, kind: string, said: string) =>
      kind.toUpperCase() === 'B'
        ? Buffer.from(said, 'base64').toString('utf8')
        : Buffer.from(unquoted(said.replaceAll('_', ' ')), 'latin1').toString('utf8'),
    )
