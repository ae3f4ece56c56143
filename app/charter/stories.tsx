import { raw } from 'hono/html'
import type { City } from '#kit/city.ts'
import { reckoned } from '#kit/reckoned.ts'
import type { Ref } from '#kit/ref.ts'
import type { Room, Told } from '#kit/room.ts'
import type { View } from '#kit/view.ts'
import { type Served, servicesOf } from './reads.ts'

/** All that is told of an article: what rooms tell, and what of other kinds serves it. */
export type Story = { told: readonly Told[]; services: readonly Served[] }

/** From how many things on that serve an article its story may be some seconds old. */
const many = 500

/** The story of any article, the same for every reader of a language. */
export function storyTeller(rooms: () => readonly Room[]) {
  const known = new Map<string, (view: View) => Promise<Story>>()
  return (city: City, view: View, about: Ref): Promise<Story> => {
    const key = `${view.lang} ${about}`
    const tell = known.get(key) ?? lately(rooms, city, view, about)
    known.set(key, tell)
    return tell(view)
  }
}

function lately(rooms: () => readonly Room[], city: City, { csrf: _, ...first }: View, about: Ref) {
  const reader: View = { ...first, csrf: '', viewer: { kind: 'anonymous' } }
  const read = reckoned(
    async (reads, at) => {
      const services = await servicesOf(reads, about)
      const told = await tellings(rooms(), city, { ...reader, at }, about)
      return {
        told: told.map((each) => each.told),
        services: services.filter(({ kind }) => !told.some(({ room }) => room === kind)),
        count: services.reduce((sum, each) => sum + each.count, 0),
      }
    },
    ({ count }) => count > many,
  )
  return ({ at }: View) => read(city.reads, at)
}

/** What each room tells, in the order in which it is read; as it is sent, so that it is made once for many readers. */
async function tellings(rooms: readonly Room[], city: City, view: View, about: Ref) {
  const all: { room: string; told: Told }[] = []
  for (const { key, tells } of rooms) {
    const told = await tells?.(city, view, about)
    if (!told) continue
    const shows = raw(await (<div class="flow">{told.shows}</div>).toString())
    all.push({ room: key, told: { ...told, shows } })
  }
  return all.toSorted((a, b) => a.told.order - b.told.order)
}
