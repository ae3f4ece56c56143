import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto'

/** What the house's secret is used for here; every purpose has its own key. */
export type Keys = {
  /** One way: the same value always gives the same text, and nobody without the secret can try values. */
  digest(purpose: string, value: string): string
  seal(purpose: string, text: string): Uint8Array
  /** Undefined if it was sealed by another key or changed since. */
  open(purpose: string, sealed: Uint8Array): string | undefined
}

export function keysFrom(secret: Uint8Array): Keys {
  const derived = new Map<string, Uint8Array>()
  const keyFor = (purpose: string) => {
    const known = derived.get(purpose)
    if (known) return known
    const key = new Uint8Array(hkdfSync('sha256', secret, new Uint8Array(), `people ${purpose}`, 32))
    derived.set(purpose, key)
    return key
  }
  return {
    digest: (purpose, value) =>
      createHmac('sha256', keyFor(purpose)).update(value, 'utf8').digest('base64url'),
    seal: (purpose, text) => sealWith(keyFor(purpose), text),
    open: (purpose, sealed) => openWith(keyFor(purpose), sealed),
  }
}

/** AES-256-GCM: nonce, tag, text. */
export function sealWith(key: Uint8Array, text: string): Uint8Array {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', key, nonce)
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return new Uint8Array(Buffer.concat([nonce, cipher.getAuthTag(), sealed]))
}

export function openWith(key: Uint8Array, sealed: Uint8Array): string | undefined {
  try {
    const cipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, 12), { authTagLength: 16 })
    cipher.setAuthTag(sealed.subarray(12, 28))
    return Buffer.concat([cipher.update(sealed.subarray(28)), cipher.final()]).toString('utf8')
  } catch {
    return undefined
  }
}

/** 256 bits that fit into an address and a cookie. */
export const newToken = (): string => randomBytes(32).toString('base64url')
