/** One file on its way into or out of an archive: to be read whole, or not at all. */
export type Member = { name: string; size: number; content: AsyncIterable<Uint8Array> }

/** The bytes are no archive, or not a whole one. */
export class BrokenArchive extends Error {
  override name = 'BrokenArchive'
}

const block = 512
const octalMost = 8 ** 11

/** Files as one stream that `tar` can read too (POSIX ustar). @throws BrokenArchive when a file has not the size it said */
export async function* pack(members: Iterable<Member> | AsyncIterable<Member>): AsyncGenerator<Uint8Array> {
  for await (const { name, size, content } of members) {
    yield headerOf(name, size)
    let left = size
    for await (const bytes of content) {
      left -= bytes.length
      yield bytes
    }
    if (left !== 0) throw new BrokenArchive(`${name} changed while it was read`)
    yield new Uint8Array(padding(size))
  }
  yield new Uint8Array(2 * block)
}

/** The files of an archive, one after the other. @throws BrokenArchive */
export async function* unpack(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Member> {
  const reader = new Reader(bytes)
  for (;;) {
    const header = Buffer.concat(await Array.fromAsync(reader.take(block)))
    if (header.every((byte) => byte === 0)) return
    const { name, size } = readHeader(header)
    const content = reader.take(size)
    yield { name, size, content }
    for await (const _ of content);
    for await (const _ of reader.take(padding(size)));
  }
}

const padding = (size: number): number => (block - (size % block)) % block

function headerOf(path: string, size: number): Buffer {
  const header = Buffer.alloc(block)
  const [prefix, name] = halves(path)
  header.write(name, 0, 'utf8')
  header.write('0000600\0', 100)
  header.write('0000000\0', 108)
  header.write('0000000\0', 116)
  writeSize(header, size)
  header.write('00000000000\0', 136)
  header.write('0', 156)
  header.write('ustar\x0000', 257)
  header.write(prefix, 345, 'utf8')
  header.write(`${octal(checksum(header), 6)}\0 `, 148)
  return header
}

/** A long path is kept in two fields, divided at a slash. */
function halves(path: string): [prefix: string, name: string] {
  if (Buffer.byteLength(path) <= 100) return ['', path]
  for (let at = path.indexOf('/'); at > 0; at = path.indexOf('/', at + 1)) {
    const [prefix, name] = [path.slice(0, at), path.slice(at + 1)]
    if (Buffer.byteLength(prefix) <= 155 && Buffer.byteLength(name) <= 100) return [prefix, name]
  }
  throw new BrokenArchive(`${path} is too long a name`)
}

/** From 8 GiB on in bytes instead of octal digits, as GNU tar does. */
function writeSize(header: Buffer, size: number): void {
  if (size < octalMost) header.write(`${octal(size, 11)}\0`, 124)
  else {
    header[124] = 0x80
    header.writeBigUInt64BE(BigInt(size), 128)
  }
}

function readHeader(header: Buffer): { name: string; size: number } {
  const said = Number.parseInt(textAt(header, 148, 8), 8)
  if (said !== checksum(header) || header[156] !== 0x30) throw new BrokenArchive('this is no archive')
  const [name, prefix] = [textAt(header, 0, 100), textAt(header, 345, 155)]
  const size =
    header[124] === 0x80 ? Number(header.readBigUInt64BE(128)) : Number.parseInt(textAt(header, 124, 12), 8)
  return { name: prefix ? `${prefix}/${name}` : name, size }
}

/** The sum of the header's bytes, in which the sum itself counts as blanks. */
const checksum = (header: Buffer): number =>
  header.reduce((sum, byte, at) => sum + (at >= 148 && at < 156 ? 0x20 : byte), 0)

const octal = (value: number, digits: number): string => value.toString(8).padStart(digits, '0')

const textAt = (bytes: Buffer, at: number, length: number): string =>
  bytes.toString('utf8', at, at + length).replace(/\0.*$/s, '')

/** Hands out a stream in lengths as they are asked for. */
class Reader {
  readonly #source: AsyncIterator<Uint8Array>
  #rest: Uint8Array = new Uint8Array()

  constructor(source: AsyncIterable<Uint8Array>) {
    this.#source = source[Symbol.asyncIterator]()
  }

  async *take(length: number): AsyncGenerator<Uint8Array> {
    for (let left = length; left > 0; ) {
      if (this.#rest.length === 0) await this.#more()
      const bytes = this.#rest.subarray(0, left)
      this.#rest = this.#rest.subarray(bytes.length)
      left -= bytes.length
      yield bytes
    }
  }

  async #more(): Promise<void> {
    const { done, value } = await this.#source.next()
    if (done) throw new BrokenArchive('the end is missing')
    this.#rest = value
  }
}
