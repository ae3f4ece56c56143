import { writeSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { openDatabase } from '#kit/db.ts'
import { ref } from '#kit/ref.ts'
import { act } from './act.ts'
import { benches, recordedCity } from './city.fixture.ts'

/**
 * A program that is to be killed: some writers move a pair of benches again and again, one act each time, and say so
 * when it is done, while the log follows as fast as it can.
 */
const { at, round, writers } = JSON.parse(process.argv[2]!)
const { city, seal } = recordedCity(await openDatabase(at))

async function write(name: string): Promise<never> {
  for (let number = 1; ; number++) {
    await act(city, { as: 'transport' }, async (tx) => {
      const pair = [`${name}-left`, `${name}-right`].map((id) => ({ id, place: String(number) }))
      for (const bench of pair)
        await tx.insert(benches).values(bench).onConflictDoUpdate({ target: benches.id, set: bench })
      const [left, right] = pair.map((bench) => ({
        what: 'bench.placed',
        about: ref('benches', bench.id),
        facts: { place: bench.place },
        shows: bench,
      }))
      return { entries: [left!, right!] }
    })
    writeSync(1, `${name} ${number}\n`)
  }
}

async function follow(): Promise<never> {
  for (;;) {
    await seal()
    await pause(10)
  }
}

await Promise.all([follow(), ...Array.from({ length: writers }, (_, i) => write(`${round}-${i}`))])
