import { readFile, writeFile } from 'node:fs/promises'
import { Readable } from 'node:stream'
import type { ReadableStream } from 'node:stream/web'
import { Decrypter, Encrypter, generateIdentity, identityToRecipient } from 'age-encryption'
import { BackupProblem } from './problem.ts'

/** Who can open a copy: whoever has the key to one of these, or the passphrase. */
export type Sealing = { recipients: readonly string[] } | { passphrase: string }

/** What opens it. */
export type Opening = { identities: readonly string[] } | { passphrase: string }

/** Encrypts a stream as age does (age-encryption.org/v1). @throws BackupProblem */
export async function seal(bytes: Readable, sealing: Sealing): Promise<Readable> {
  const encrypter = new Encrypter()
  if ('passphrase' in sealing) encrypter.setPassphrase(sealing.passphrase)
  else for (const each of sealing.recipients) addRecipient(encrypter, each)
  return fromWeb(await encrypter.encrypt(toWeb(bytes)))
}

/** @throws BackupProblem when the key does not fit, or what is to be opened was not sealed so */
export async function unseal(bytes: Readable, opening: Opening): Promise<Readable> {
  const decrypter = new Decrypter()
  if ('passphrase' in opening) decrypter.addPassphrase(opening.passphrase)
  else for (const each of opening.identities) decrypter.addIdentity(each)
  try {
    return fromWeb(await decrypter.decrypt(toWeb(bytes)))
  } catch (error) {
    throw new BackupProblem('cannot-open', {}, error)
  }
}

/** Makes a pair of keys, keeps the secret one in a new file, and gives the other. */
export async function makeKeyFile(file: string): Promise<string> {
  const identity = await generateIdentity()
  const recipient = await identityToRecipient(identity)
  const text = `# public key: ${recipient}\n${identity}\n`
  await writeFile(file, text, { mode: 0o600, flag: 'wx' }).catch((error: NodeJS.ErrnoException) => {
    throw error.code === 'EEXIST' ? new BackupProblem('file-exists', { file }) : error
  })
  return recipient
}

/** The secret keys in a file that `makeKeyFile` or age-keygen wrote. @throws BackupProblem */
export async function readKeyFile(file: string): Promise<Opening> {
  const identities = (await textOf(file)).split('\n').filter((line) => line && !line.startsWith('#'))
  try {
    for (const each of identities) await identityToRecipient(each)
  } catch (error) {
    throw new BackupProblem('bad-key-file', { file }, error)
  }
  if (identities.length === 0) throw new BackupProblem('bad-key-file', { file })
  return { identities }
}

/** The first line of a file. @throws BackupProblem */
export async function readPassphrase(file: string): Promise<{ passphrase: string }> {
  const [passphrase = ''] = (await textOf(file)).split('\n')
  if (passphrase.length < 12) throw new BackupProblem('bad-key-file', { file })
  return { passphrase }
}

function addRecipient(encrypter: Encrypter, recipient: string): void {
  try {
    encrypter.addRecipient(recipient)
  } catch (error) {
    throw new BackupProblem('bad-recipient', { recipient }, error)
  }
}

async function textOf(file: string): Promise<string> {
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    throw new BackupProblem('no-file', { file }, error)
  })
  return text.replaceAll('\r', '')
}

// Node's streams and the web's are one thing under two descriptions.
const toWeb = (bytes: Readable) => Readable.toWeb(bytes) as unknown as globalThis.ReadableStream<Uint8Array>
const fromWeb = (bytes: globalThis.ReadableStream<Uint8Array>) =>
  Readable.fromWeb(bytes as unknown as ReadableStream<Uint8Array>)
