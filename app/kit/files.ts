import { createHash } from 'node:crypto'
import sharp from 'sharp'
import { type Kind, kindOf, kinds } from './files.kinds.ts'
import { Refusal } from './refusal.ts'
import { textOf } from './text.ts'

export type { Kind } from './files.kinds.ts'

/** A file as somebody sent it. */
export type Sent = { name: string; bytes: Uint8Array }

/** A file as the city keeps it: what it is was seen in it, and a picture says nothing of where it was taken. */
export type Kept = {
  name: string
  kind: Kind
  type: string
  bytes: Uint8Array
  size: number
  /** SHA-256 of what is kept, in hexadecimal. */
  digest: string
}

export type Limits = { most: number; kinds?: readonly Kind[]; pixels?: number }

const everyKind = Object.keys(kinds) as Kind[]

/** Checks a file and makes it fit to be kept. @throws Refusal */
export async function takeFile(
  sent: Sent,
  { most, kinds: allowed = everyKind, pixels = 50_000_000 }: Limits,
): Promise<Kept> {
  const { length } = sent.bytes
  if (length === 0) throw new Refusal('files.empty')
  if (length > most) throw new Refusal('files.too-large', { size: length, most })
  const kind = checkKind(sent, allowed)
  const { type } = kinds[kind]
  const bytes = await madeSafe(sent.bytes, kind, pixels)
  const digest = createHash('sha256').update(bytes).digest('hex')
  return { name: cleanName(sent.name, kind), kind, type, bytes, size: bytes.length, digest }
}

function checkKind({ name, bytes }: Sent, allowed: readonly Kind[]): Kind {
  const found = kindOf(bytes)
  const ending = endingOf(name)
  const named = everyKind.find((each) => kinds[each].endings.includes(ending))
  const kind = found === 'txt' && named === 'csv' ? 'csv' : found
  if (named && allowed.includes(named) && kind !== named) {
    throw new Refusal('files.not-what-it-says', { named, found: kind ?? '?' })
  }
  // A page of HTML or a script is text too, and its name gives it away.
  const otherText = kind === 'txt' && ending !== '' && named !== 'txt'
  if (!kind || otherText || !allowed.includes(kind)) {
    throw new Refusal('files.kind-not-allowed', {
      allowed: allowed.map((each) => kinds[each].endings[0]).join(', '),
    })
  }
  return kind
}

/** Pictures without what they say of where and by whom, texts in UTF-8, all else as it came. */
async function madeSafe(bytes: Uint8Array, kind: Kind, pixels: number): Promise<Uint8Array> {
  const { type } = kinds[kind]
  if (type.startsWith('image/')) return bare(bytes, pixels)
  if (type.startsWith('text/'))
    return new TextEncoder().encode(`${kind === 'csv' ? '\uFEFF' : ''}${textOf(bytes)}`)
  return bytes
}

/** The picture alone, upright: without place, camera, comments or anything hidden behind its end. */
async function bare(bytes: Uint8Array, pixels: number): Promise<Uint8Array> {
  try {
    const { width, height } = await sharp(bytes, { limitInputPixels: false }).metadata()
    if (width * height > pixels) throw new Refusal('files.image-too-large', { width, height })
    return await sharp(bytes, { limitInputPixels: pixels, failOn: 'error' }).autoOrient().toBuffer()
  } catch (error) {
    if (error instanceof Refusal) throw error
    throw new Refusal('files.image-broken')
  }
}

/** A name that is safe in any folder, address and header, in the language it was given. */
export function cleanName(name: string, kind: Kind): string {
  const bareName = name
    .normalize('NFC')
    .replace(/^.*[\\/]/, '')
    .replace(/\.[^.]*$/, '')
    .replace(/[^\p{L}\p{M}\p{N} ()_,·-]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  const [ending] = kinds[kind].endings
  return `${[...bareName].slice(0, 80).join('').trim() || 'file'}.${ending}`
}

const endingOf = (name: string): string => /\.([^.\\/]*)$/.exec(name)?.[1]?.toLowerCase() ?? ''
