import { handTurned, play, readStory, scenesOf } from '#demonstration/index.ts'
import type { City } from '#kit/city.ts'
import type { Tx } from '#kit/db.ts'
import { shareMemory } from '#kit/remembered.ts'
import { dayAt } from '#kit/time.ts'
import { settleDemo } from '#people/index.ts'
import { integrate, newestEntries, notify, takeAsRead } from '#record/index.ts'
import { CannotStart } from './cannot-start.ts'
import { buildHouse, type Ground } from './house.ts'
import { loadCity } from './load.ts'

/** What of the story the cast has not read when somebody signs in as one of them. */
const daysUnread = 14

/**
 * Gives a fresh demonstration the years that its story tells, wholly or not at all: its files are loaded and its cast
 * settles on the day before the story begins, then all that happens is done through the city's own doors, under a
 * clock turned by hand. A city in which anything happened already is left alone. @throws CannotStart
 */
export async function liveThrough(
  ground: Ground,
  city: City,
  cityDir: string,
  onBegin = () => {},
): Promise<void> {
  const { database, files, keys } = ground
  const { timeZone } = files.profile
  const { rows } = await newestEntries(database.reads, { timeZone }, { after: undefined, limit: 1 })
  if (rows.length > 0) return
  const { story, faults } = await readStory(cityDir, files)
  if (faults.length > 0) throw new CannotStart('story-files')
  const today = dayAt(city.clock.now(), timeZone)
  const scenes = scenesOf(story, today, timeZone)
  const [first] = scenes
  if (!first) return
  onBegin()
  const { clock, turnTo } = handTurned(first.at.subtract({ hours: 24 }))
  await database.db.transaction(async (tx) => {
    const at = { ...ground, clock }
    await loadCity(buildHouse({ ...at, database: { db: tx, reads: tx } }).city, files)
    const { city: past } = buildHouse({ ...at, database: { db: remembering(tx), reads: tx } })
    await settleDemo(past, files)
    await play(past, { files, secret: keys.sessions, today, turnTo }, scenes)
  })
  await integrate(city, keys.log)
  await notify(city)
  await takeAsRead(city, city.clock.now().subtract({ hours: 24 * daysUnread }))
}

/** The files are loaded and nobody else is here, so every act may know what the one before it knew. */
const remembering = (db: Tx): Tx =>
  new Proxy(db, {
    get(target, name) {
      if (name !== 'transaction') return Reflect.get(target, name, target)
      const transaction: Tx['transaction'] = (work, config) =>
        target.transaction((tx) => {
          shareMemory(tx, target)
          return work(tx)
        }, config)
      return transaction
    },
  })
