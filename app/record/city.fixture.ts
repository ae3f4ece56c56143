import { generateKey } from '@madang/transparency-log'
import { calendarOf } from '#kit/calendar.ts'
import type { CityFacts } from '#kit/city.ts'
import type { Database } from '#kit/db.ts'
import { startOf } from '#kit/time.ts'
import { openCity } from './act.ts'
import { integrate } from './log.ts'

const timeZone = 'Asia/Seoul'

const facts: CityFacts = {
  key: 'example',
  name: { ko: '보기시', en: 'Example City' },
  languages: ['ko', 'en'],
  timeZone,
  currency: 'KRW',
  colours: [],
  calendar: calendarOf({ weekend: [6, 7] }),
  source: () => undefined,
  norm: (key) => {
    throw new Error(key)
  },
}

export const keys = {
  log: await generateKey('city.example/record', new Uint8Array(32).fill(7)),
  cookies: new Uint8Array(32).fill(1),
  sessions: new Uint8Array(32).fill(2),
}

/** A city with a database of its own, whose record can be sealed: what the log takes must be committed. */
export function recordedCity(database: Pick<Database, 'db' | 'reads'>) {
  let now = startOf(Temporal.PlainDate.from('2026-11-21'), timeZone).add({ hours: 9 })
  const city = openCity(database, {
    facts,
    clock: { now: () => now },
    baseUrl: 'https://city.example',
    demo: false,
  })
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
