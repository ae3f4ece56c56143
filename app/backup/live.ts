import { rm } from 'node:fs/promises'
import { connect, createServer } from 'node:net'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Database } from '#kit/db.ts'
import { pack, unpack } from './archive.ts'

const socketIn = (dataDir: string) => join(dataDir, 'copy.sock')

/**
 * Lets `madang backup` have a copy of the embedded database, which only this process may open. It asks through a
 * socket in the data folder, open to nobody but the account that runs the city.
 */
export async function offerCopies(
  { dump }: Pick<Database, 'dump'>,
  dataDir: string,
): Promise<{ close(): Promise<void> }> {
  if (!dump) return { close: async () => {} }
  const server = createServer((asker) => {
    dump()
      .then((copy) => pipeline(Readable.from(pack([asMember(copy)])), asker))
      .catch((error: Error) => asker.destroy(error))
  })
  await rm(socketIn(dataDir), { force: true })
  const before = process.umask(0o177)
  try {
    server.listen(socketIn(dataDir))
  } finally {
    process.umask(before)
  }
  await new Promise((resolve, reject) => server.once('listening', resolve).once('error', reject))
  return { close: () => new Promise((resolve) => server.close(() => resolve())) }
}

const asMember = (copy: Blob) => ({ name: 'database', size: copy.size, content: copy.stream() })

/** A copy from the process that runs the city; nothing when none runs. */
export async function askForCopy(dataDir: string): Promise<AsyncIterable<Uint8Array> | undefined> {
  const socket = connect(socketIn(dataDir))
  try {
    await new Promise((resolve, reject) => socket.once('connect', resolve).once('error', reject))
  } catch {
    return undefined
  }
  return whole(socket)
}

async function* whole(socket: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  for await (const { content } of unpack(socket)) yield* content
}
