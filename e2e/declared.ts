import { readCity } from '#city/index.ts'
import { buildHouse, type Ground } from '../app/house.ts'

/** A page as it was declared, with what recognises its addresses. */
export type DeclaredPage = { path: string; audience: string; matches(path: string): boolean }

const file = /\.(csv|json|atom|ics|geojson)\b|tlog-proof|\/proof$/

/** A parameter, with the pattern that its value must have where one is given. */
const parameter = /:\w+(?:\{((?:[^{}]|\{[^}]*\})*)\})?/

const reading = await readCity('cities/gwangju')
if (!reading.ok) throw new Error('cities/gwangju cannot be read')

// Only the names and paths of this house are looked at, so nothing it would stand on is needed.
const nothing = {
  database: {},
  keys: { sessions: new Uint8Array(32) },
  clock: {},
  baseUrl: 'http://localhost',
}
const { rooms } = buildHouse({ files: reading.city, ...nothing } as unknown as Ground)

/** What the code of a sentence begins with. */
export const sentenceKinds: readonly string[] = [
  'room',
  'actor',
  'form',
  'site',
  ...rooms.map(({ key }) => key),
]

/** Every declared path that answers with a page, from the same list that the site is built of. */
export const declaredPages: readonly DeclaredPage[] = rooms
  .flatMap((room) => room.routes)
  .filter((each) => !each.bare)
  .flatMap((each) => each.declared)
  .filter(({ method, path }) => method === 'GET' && !file.test(path))
  .map(({ path, audience }) => ({ path, audience: audience.name, matches: matcher(path) }))

function matcher(path: string): (address: string) => boolean {
  const parts = path.split('/').map((part) => {
    const found = parameter.exec(part)
    return found ? `(?:${found[1] ?? '[^/]+'})` : part
  })
  const whole = new RegExp(`^${parts.join('/').replace(/\/$/, '')}/?$`)
  return (address) => whole.test(address)
}
