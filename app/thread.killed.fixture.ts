import { writeSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { openDatabase } from '#kit/db.ts'
import { integrate, notify } from '#record/index.ts'
import { keys, livingCity } from '#testing/city.ts'
import { nextOf, stateOf, take } from './thread.fixture.ts'

/**
 * A program that is to be killed: it opens the stored city and goes on with whatever step the thread asks for next,
 * while the record follows. It says which step it begins, and when that was done.
 */
const city = await livingCity(await openDatabase(JSON.parse(process.argv[2]!)))
const say = (what: string, step: string) => writeSync(1, `${what} ${step}\n`)

async function follow(): Promise<never> {
  for (;;) {
    await integrate(city.city, keys.log)
    await notify(city.city)
    await pause(20)
  }
}

async function goOn(): Promise<void> {
  for (;;) {
    const state = await stateOf(city)
    const next = nextOf(state)
    if (!next) break
    say('begins', next.name)
    await take(city, next, state)
    say('done', next.name)
  }
  say('whole', '')
  process.exit()
}

await Promise.all([goOn(), follow()])
