import { LogReader, openCheckpoint, parsePath } from '@madang/transparency-log'
import fc from 'fast-check'
import { expect, inject, onTestFinished, test } from 'vitest'
import { freshDatabase, type TestDatabase } from '#testing/database.ts'
import { act } from './act.ts'
import { keys, recordedCity } from './city.fixture.ts'
import { lastCheckpoint, tileAt } from './log.ts'
import { cursors, origins } from './tables.ts'

const transport = { as: 'transport' }
const one = (what: string) => act(city, transport, async () => ({ entries: [{ what, about: 'charter/11' }] }))

let city: ReturnType<typeof recordedCity>['city']
async function setUp(): Promise<ReturnType<typeof recordedCity> & { database: TestDatabase }> {
  const database = await freshDatabase()
  const set = recordedCity(database)
  city = set.city
  return { ...set, database }
}

/** What the log says, leaf by leaf, after every tile was checked up to the signed root. */
async function sealed() {
  const { note } = (await lastCheckpoint(city.reads))!
  const { checkpoint, cosignatures } = await openCheckpoint(note, { vkey: keys.log.vkey })
  const reader = new LogReader((path) => tileAt(city.reads, path), checkpoint)
  const entries: number[] = []
  for await (const bytes of reader.entries()) entries.push(JSON.parse(new TextDecoder().decode(bytes)).entry)
  return { entries, size: checkpoint.size, cosignedAt: cosignatures[0]!.time }
}

const numbers = async (database: TestDatabase) =>
  (await database.sql('select number from record_entries order by number')).rows.map((row) =>
    Number(row.number),
  )

test('an empty log is signed too', async () => {
  const { seal } = await setUp()
  expect(await seal()).toBe(0)
  expect((await sealed()).size).toBe(0)
})

test('every entry gets one leaf, in the order of its number', async () => {
  const { seal, database } = await setUp()
  for (const what of ['a', 'b', 'c']) await one(what)
  expect(await seal()).toBe(3)
  await one('d')
  expect(await seal()).toBe(1)
  expect(await seal()).toBe(0)
  expect((await sealed()).entries).toEqual(await numbers(database))
})

test('a quiet log is signed anew each minute, and its size stays', async () => {
  const { seal, pass } = await setUp()
  await one('a')
  await seal()
  const before = await sealed()
  pass({ seconds: 59 })
  await seal()
  expect(await sealed()).toEqual(before)
  pass({ seconds: 1 })
  await seal()
  expect(await sealed()).toEqual({ ...before, cosignedAt: before.cosignedAt + 60 })
})

test('a batch that breaks off leaves nothing of itself, and the next one takes all of it', async () => {
  const { seal, database } = await setUp()
  await one('a')
  await seal()
  await one('b')
  for (const table of ['record_leaves', 'record_tiles', 'record_checkpoints']) {
    await database.sql(`create function fail() returns trigger language plpgsql as 'begin raise exception ''no room left''; end';
      create trigger fail before insert on ${table} for each row execute function fail()`)
    await expect(seal()).rejects.toThrow()
    expect((await sealed()).size).toBe(1)
    await database.sql(`drop trigger fail on ${table}; drop function fail`)
  }
  await one('c')
  expect(await seal()).toBe(2)
  expect((await sealed()).entries).toEqual(await numbers(database))
})

test('of full tiles only the whole ones are kept', async () => {
  const { seal, database } = await setUp()
  const many = (count: number) =>
    act(city, transport, async () => {
      const [first, ...rest] = Array.from({ length: count }, () => ({
        what: 'a',
        about: 'charter/11' as const,
      }))
      return { entries: [first!, ...rest] }
    })
  for (const count of [200, 50, 10]) {
    await many(count)
    await seal()
  }
  const { rows } = await database.sql('select path from record_tiles order by path')
  expect(rows.map((row) => parsePath(row.path as string))).toEqual([
    { kind: 'tile', level: 0, index: 0, width: 256 },
    { kind: 'tile', level: 0, index: 1, width: 4 },
    { kind: 'tile', level: 1, index: 0, width: 1 },
    { kind: 'bundle', index: 0, width: 256 },
    { kind: 'bundle', index: 1, width: 4 },
  ])
})

test('a log that somebody else signed is never extended', async () => {
  const { seal, database } = await setUp()
  await one('a')
  await seal()
  await database.sql(
    `update record_checkpoints set note = replace(note, 'city.example/record' || chr(10) || '1', 'city.example/record' || chr(10) || '0')`,
  )
  await one('b')
  await expect(seal()).rejects.toThrow()
})

test.runIf(inject('postgres'))(
  'an entry that arrives later than its neighbours is not left behind',
  async () => {
    const { seal, database } = await setUp()
    const hold = Promise.withResolvers<void>()
    const held = Promise.withResolvers<void>()
    const slow = act(city, transport, async (tx) => {
      await tx.insert(origins).values({ thing: 'charter/1', origin: 'charter/2' })
      held.resolve()
      await hold.promise
      return { entries: [{ what: 'slow', about: 'charter/1' }] }
    })
    await held.promise
    onTestFinished(() => hold.resolve())
    for (const quick of ['first', 'second']) {
      await one(quick)
      expect(await seal()).toBe(1)
    }
    hold.resolve()
    await slow
    expect(await seal()).toBe(1)
    expect(await seal()).toBe(0)
    expect((await sealed()).entries.toSorted((a, b) => a - b)).toEqual(await numbers(database))
  },
)

test('entries restored from another server are taken, whatever its transactions were called', async () => {
  const { seal, database } = await setUp()
  await one('a')
  await database.sql(
    `set session_replication_role = replica; update record_entries set transaction = '9000000000'; reset session_replication_role`,
  )
  expect(await seal()).toBe(1)
})

test('acts at the same time, sealed while they run: one leaf each, none twice, none skipped', async () => {
  const { seal, database } = await setUp()
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 1, maxLength: 30 }),
      async (script) => {
        await Promise.all(
          script.map(async (step, i) => {
            if (step === 0) return void (await seal())
            if (step === 1) await Promise.resolve()
            await act(city, transport, async (tx) => {
              if (step === 2)
                await tx
                  .insert(cursors)
                  .values({ name: `${i}`, index: 0 })
                  .onConflictDoNothing()
              if (step === 3) throw new Error('changed its mind')
              return {
                entries: [
                  { what: 'a', about: 'charter/1' },
                  { what: 'b', about: 'charter/2', visibility: 'internal' },
                ],
              }
            }).catch((error: Error) => expect(error.message).toBe('changed its mind'))
          }),
        )
        await seal()
        const { entries } = await sealed()
        expect([...entries].sort((a, b) => a - b)).toEqual(await numbers(database))
      },
    ),
    { numRuns: 15 },
  )
})
