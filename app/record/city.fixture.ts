import { generateKey } from '@madang/transparency-log'
import { eq, sql } from 'drizzle-orm'
import { pgTable, text } from 'drizzle-orm/pg-core'
import { calendarOf } from '#kit/calendar.ts'
import type { City, CityFacts } from '#kit/city.ts'
import type { Database, Tx } from '#kit/db.ts'
import { ref } from '#kit/ref.ts'
import type { Room } from '#kit/room.ts'
import { startOf } from '#kit/time.ts'
import type { Viewer } from '#kit/view.ts'
import { createSite, teller } from '#site.tsx'
import { rolledBack } from '#testing/database.ts'
import { csrfToken } from '#visit.ts'
import { type Actor, act, openCity } from './act.ts'
import type { Keys } from './keys.ts'
import { integrate } from './log.ts'
import { recordRoom } from './room.ts'
import { type VerifyOptions, verify } from './verify.ts'

const timeZone = 'Asia/Seoul'
const baseUrl = 'https://city.example'

const facts: CityFacts = {
  key: 'example',
  name: { ko: '보기시', en: 'Example City' },
  languages: ['ko', 'en'],
  timeZone,
  currency: 'KRW',
  colours: [],
  calendar: calendarOf({ weekend: [6, 7] }),
  source: () => undefined,
  subjects: { topics: [], groups: [], articles: [] },
  norm: (key) => {
    throw new Error(key)
  },
}

export const keys: Keys = {
  log: await generateKey('city.example/record', new Uint8Array(32).fill(7)),
  cookies: new Uint8Array(32).fill(1),
  sessions: new Uint8Array(32).fill(2),
}

type Own = Pick<Database, 'db' | 'reads' | 'sql'>

/** An empty record on the database that a worker's tests share, gone when the test ends. */
export async function forOneTest(shared: Pick<Database, 'db'>): Promise<Own> {
  const tx = await rolledBack(shared.db)
  const own: Own = { db: tx, reads: tx, sql: (text) => inOrder(tx, text) }
  await vandal(own, 'truncate record_entries, record_checkpoints, record_tiles restart identity cascade')
  return own
}

/** Each statement by itself; if one fails, the test goes on as if none had been. */
const inOrder = (tx: Tx, text: string) =>
  tx.transaction(async (inner) => {
    let answer: unknown = { rows: [] }
    for (const each of text.split(';').filter((each) => each.trim()))
      answer = await inner.execute(sql.raw(each))
    return answer as Awaited<ReturnType<Own['sql']>>
  })

/** What somebody does who has the database and none of the city's programs: no trigger stops them. */
export const vandal = ({ sql }: Pick<Own, 'sql'>, does: string) =>
  sql(`set session_replication_role = replica; ${does}; set session_replication_role = origin`)

/** A city whose record can be sealed. */
export function recordedCity(database: Pick<Database, 'db' | 'reads'>) {
  let now = startOf(Temporal.PlainDate.from('2026-11-21'), timeZone).add({ hours: 9 })
  const city = openCity(database, { facts, clock: { now: () => now }, baseUrl, demo: false }, keys.log)
  return {
    city,
    database,
    /** Turns the clock. */
    pass(time: Temporal.DurationLike) {
      now = now.add(time)
    },
    seal: () => integrate(city, keys.log),
  }
}

export const benches = pgTable('benches', { id: text().primaryKey(), place: text().notNull() })

/** A room with one kind of thing, to have something on the record and on show. */
const benchRoom: Room = {
  key: 'benches',
  routes: [],
  sentences: {
    en: { 'bench.placed': ({ place }) => `A bench was placed at ${place}.`, 'room.benches': 'Bench' },
    ko: { 'bench.placed': ({ place }) => `의자를 놓았습니다: ${place}`, 'room.benches': '의자' },
  },
  published: async (reads, id) => (await reads.select().from(benches).where(eq(benches.id, id)))[0],
}

/** Puts a bench somewhere, or somewhere else. */
export const place = (
  city: City,
  id: string,
  where: string,
  by: Actor = { as: 'transport' },
): Promise<void> =>
  act(city, by, async (tx) => {
    const bench = { id, place: where }
    await tx.insert(benches).values(bench).onConflictDoUpdate({ target: benches.id, set: bench })
    return {
      entries: [{ what: 'bench.placed', about: ref('benches', id), facts: { place: where }, shows: bench }],
    }
  })

/** The same city with its site, and benches in it. */
export async function recordedSite(database: Own) {
  await database.sql('create table if not exists benches (id text primary key, place text not null)')
  const recorded = recordedCity(database)
  const published = { benches: benchRoom.published! }
  const rooms = [benchRoom, recordRoom({ keys, published })]
  const bugs: unknown[] = []
  const siteFor = (viewer: Viewer) =>
    createSite({
      city: recorded.city,
      rooms,
      secret: keys.cookies,
      identify: async () => viewer,
      kept: { keep: async () => {}, take: async () => undefined },
      assets: { url: (name) => `/assets/${name}`, serve: () => new Response(null, { status: 404 }) },
      navigation: () => [],
      footer: () => ({}),
      unread: async () => 0,
      broken: (error) => bugs.push(error),
    })
  const anonymous = siteFor({ kind: 'anonymous' })
  return {
    ...recorded,
    published,
    bugs,
    tell: teller(rooms),
    get: async (path: string) => anonymous.request(baseUrl + path),
    /** As a program asks that has no cookies. */
    request: async (path: string, init: RequestInit) => anonymous.request(baseUrl + path, init),
    /** Pages and forms as one person. */
    as: (viewer: Viewer) => browser(siteFor(viewer)),
    check: (options: Partial<VerifyOptions> = {}) =>
      verify({
        url: baseUrl,
        at: recorded.city.clock.now(),
        fetch: (address) => anonymous.request(address),
        pause: recorded.seal,
        ...options,
      }),
  }
}

function browser(site: ReturnType<typeof createSite>) {
  const visit = 'AAAAAAAAAAAAAAAAAAAAAA'
  const cookie = `__Host-visit=${visit}`
  return {
    get: async (path: string) => site.request(baseUrl + path, { headers: { cookie } }),
    post: async (path: string, fields: Record<string, string>) =>
      site.request(baseUrl + path, {
        method: 'POST',
        headers: { cookie },
        body: new URLSearchParams({ _csrf: csrfToken(keys.cookies, visit), ...fields }),
      }),
  }
}

/** Somebody of the cast. */
export const person = (name: string, id: number, ...roles: string[]): Viewer => ({
  kind: 'person',
  id,
  name,
  assurance: 1,
  secondFactor: roles.length > 0,
  roles: roles.map((role) => ({ role, body: 'human-rights-office' })),
})
