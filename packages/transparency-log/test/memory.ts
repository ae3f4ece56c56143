import { readFileSync } from 'node:fs'
import {
  appendEntries,
  checkpointPath,
  emptyRoot,
  generateKey,
  type Storage,
  signCheckpoint,
  type Tree,
} from '../src/index.ts'

export const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)
export const text = (bytes: Uint8Array | undefined): string => new TextDecoder().decode(bytes)
export const hex = (digits: string): Uint8Array => Uint8Array.from(Buffer.from(digits, 'hex'))
export const base64 = (characters: string): Uint8Array => Uint8Array.from(Buffer.from(characters, 'base64'))

export const vectors = (name: string) =>
  JSON.parse(readFileSync(new URL(`../vectors/${name}.json`, import.meta.url), 'utf8'))

export const origin = 'madang.example/record'
export const { skey, vkey } = await generateKey(origin, new Uint8Array(32).fill(1))

export const none: Tree = { size: 0, root: emptyRoot }
export const entry = (index: number): Uint8Array => utf8(`gwangju entry ${index}`)
export const entriesUpTo = (size: number): Uint8Array[] =>
  Array.from({ length: size }, (_, index) => entry(index))

/** A storage in memory; `files` is what it holds. */
export class Memory implements Storage {
  readonly files = new Map<string, Uint8Array>()
  read = async (path: string) => this.files.get(path)
  async write(path: string, bytes: Uint8Array) {
    this.files.set(path, bytes.slice())
  }

  /** Puts a checkpoint over the tree, cosigned at that second. */
  async sign(tree: Tree, time = 1000) {
    await this.write(checkpointPath, utf8(await signCheckpoint({ origin, ...tree }, skey, time)))
  }
}

export async function logOf(entries: readonly Uint8Array[]): Promise<{ storage: Memory; tree: Tree }> {
  const storage = new Memory()
  const tree = await appendEntries(storage, none, entries)
  await storage.sign(tree)
  return { storage, tree }
}

export function flipBit(bytes: Uint8Array, bit: number): Uint8Array {
  const flipped = bytes.slice()
  flipped[Math.floor(bit / 8)]! ^= 1 << (bit % 8)
  return flipped
}

/** The code an act is refused with. Anything but a refusal of this package passes through. */
export async function codeOf(act: () => unknown): Promise<string> {
  try {
    await act()
  } catch (error) {
    if (error instanceof Error && 'code' in error && 'facts' in error) return String(error.code)
    throw error
  }
  return 'accepted'
}
