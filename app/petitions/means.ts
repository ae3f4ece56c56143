import { createHmac, hkdfSync } from 'node:crypto'

export type PetitionsOptions = {
  /** The house's secret; every purpose here gets its own key from it. */
  secret: Uint8Array
  /** Where the button for leaving at once leads. */
  quickExit?: string
}

export type Means = Omit<PetitionsOptions, 'quickExit'> & {
  quickExit: string | undefined
  /** What is stored of something that only its holder knows; a purpose keeps equal things apart. */
  digest(purpose: 'form' | 'return', text: string): string
  /** Bytes that only this house can make of a text, the same each time. */
  bytesOf(purpose: 'code', text: string): Uint8Array
}

export function meansOf({ quickExit, ...options }: PetitionsOptions): Means {
  const key = new Uint8Array(hkdfSync('sha256', options.secret, '', 'petitions', 32))
  const keyed = (purpose: string, text: string) => createHmac('sha256', key).update(`${purpose} ${text}`)
  return {
    ...options,
    quickExit,
    digest: (purpose, text) => keyed(purpose, text).digest('base64url'),
    bytesOf: (purpose, text) => keyed(purpose, text).digest(),
  }
}
