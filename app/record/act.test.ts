import { setTimeout } from 'node:timers/promises'
import { eq } from 'drizzle-orm'
import { expect, inject, test } from 'vitest'
import { freshDatabase, openTestDatabase } from '#testing/database.ts'
import { act, openCity } from './act.ts'
import { forOneTest, place, recordedCity, recordedSite } from './city.fixture.ts'
import { erase } from './erasing.ts'
import { historyOf } from './reads.ts'
import { cursors } from './tables.ts'

const ownCity = async () => recordedCity(await forOneTest(await openTestDatabase())).city

test('a change and its entry are written both or neither', async () => {
  const city = await ownCity()
  const write = (fails: boolean) =>
    act(city, { as: 'transport' }, async (tx) => {
      await tx.insert(cursors).values({ name: 'seats', index: 0 })
      if (fails) throw new Error('changed its mind')
      return { entries: [{ what: 'seat.set', about: 'charter/11', facts: { seats: 3 } }] }
    })
  await expect(write(true)).rejects.toThrow('changed its mind')
  expect(await historyOf(city.reads, 'charter/11')).toEqual([])
  expect(await city.reads.$count(cursors, eq(cursors.name, 'seats'))).toBe(0)
  await write(false)
  expect(await historyOf(city.reads, 'charter/11')).toMatchObject([
    { what: 'seat.set', actor: 'transport', facts: { seats: 3 }, erased: false },
  ])
  expect(await city.reads.$count(cursors, eq(cursors.name, 'seats'))).toBe(1)
})

test('what an act gives back comes through, and its moment is one the database can keep', async () => {
  const city = await ownCity()
  const at = await act(city, { as: 'transport' }, async (_, at) => ({
    result: at,
    entries: [{ what: 'seat.set', about: 'charter/11' }],
  }))
  const [entry] = await historyOf(city.reads, 'charter/11')
  expect(entry!.at.equals(at)).toBe(true)
})

test.runIf(inject('postgres'))('acts that collide are made one after the other', async () => {
  const database = await freshDatabase()
  const { city } = recordedCity(database)
  await database.sql("insert into record_cursors values ('seats', 0)")
  const add = () =>
    act(city, { as: 'transport' }, async (tx) => {
      const [row] = await tx.select().from(cursors).where(eq(cursors.name, 'seats')).for('update')
      await tx
        .update(cursors)
        .set({ index: row!.index + 1 })
        .where(eq(cursors.name, 'seats'))
      return { entries: [{ what: 'seat.set', about: 'charter/11' }] }
    })
  await Promise.all(Array.from({ length: 20 }, add))
  expect((await database.sql('select index from record_cursors')).rows).toEqual([{ index: '20' }])
  expect(await historyOf(city.reads, 'charter/11')).toHaveLength(20)
})

test.runIf(inject('postgres'))(
  'two acts that wait for each other do not fail: one begins again',
  async () => {
    const database = await freshDatabase()
    const { city } = recordedCity(database)
    await database.sql("insert into record_cursors values ('one', 0), ('two', 0)")
    let begun = 0
    const both = Promise.withResolvers<void>()
    const lock = (first: string, second: string) =>
      act(city, { as: 'transport' }, async (tx) => {
        await tx.update(cursors).set({ index: 1 }).where(eq(cursors.name, first))
        if (++begun === 2) both.resolve()
        await both.promise
        await tx.update(cursors).set({ index: 2 }).where(eq(cursors.name, second))
        return { entries: [{ what: 'seat.set', about: 'charter/11' }] }
      })
    await Promise.all([lock('one', 'two'), lock('two', 'one')])
    expect(begun).toBe(3)
    expect(await historyOf(city.reads, 'charter/11')).toHaveLength(2)
  },
)

test.runIf(inject('postgres'))(
  'an entry is erased only after whoever changes the thing at that moment, so that a check finds nothing wrong',
  async () => {
    const database = await freshDatabase()
    const { city, published, seal, check } = await recordedSite(database)
    await place(city, 'a', 'the house of Yuna')
    const written = Promise.withResolvers<void>()
    const over = Promise.withResolvers<void>()
    const { reads: _, ...facts } = city
    const changing = database.db.transaction(async (tx) => {
      await place(openCity({ db: tx, reads: tx }, facts), 'a', 'the market')
      written.resolve()
      await over.promise
    })
    await written.promise
    let isErased = false
    const erasing = erase(city, { as: 'human-rights-office', person: 7 }, 1, 'personal-data', published).then(
      () => {
        isErased = true
      },
    )
    await setTimeout(200)
    expect(isErased).toBe(false)
    over.resolve()
    await Promise.all([changing, erasing])
    await seal()
    expect(await check()).toMatchObject({ outcome: 'fine', findings: [] })
  },
)

test.runIf(inject('postgres'))('what is for reading cannot write, whatever a route does to it', async () => {
  const database = await freshDatabase()
  const { city } = recordedCity(database)
  const forced = city.reads as typeof database.db
  await expect(forced.insert(cursors).values({ name: 'seats', index: 0 })).rejects.toThrow()
  expect(await city.reads.$count(cursors)).toBe(0)
})

for (const [what, sql] of [
  ['change what an entry says', `update record_entries set facts = '{"seats": 4}'`],
  ['change who did it', `update record_entries set actor = 'audit'`],
  ['say that somebody else did it', `update record_entries set person = 5`],
  ['let go of who did it but keep its salt', `update record_entries set person = null`],
  ['erase the salt but keep the words', `update record_entries set salt = null`],
  ['give an entry another salt', `update record_entries set salt = '\\x00', facts = '{}'`],
  ['remove an entry', 'delete from record_entries'],
  ['empty the record', 'truncate record_entries cascade'],
  ['move a leaf', 'update record_leaves set index = index + 1'],
  ['remove a leaf', 'delete from record_leaves'],
  ['change a tile', `update record_tiles set bytes = ''`],
  ['remove a full tile', `delete from record_tiles where path not like '%.p/%'`],
  ['remove a checkpoint', 'delete from record_checkpoints'],
  ['resize a checkpoint', 'update record_checkpoints set size = size + 1'],
]) {
  test(`the database itself does not let anybody ${what}`, async () => {
    const database = await forOneTest(await openTestDatabase())
    const { city, seal } = recordedCity(database)
    await act(city, { as: 'transport', person: 4 }, async () => ({
      entries: [{ what: 'seat.set', about: 'charter/11', facts: { seats: 3 } }],
    }))
    await seal()
    await database.sql(`insert into record_tiles values ('tile/0/001', '\\x00')`)
    await expect(database.sql(sql!)).rejects.toMatchObject({ cause: { code: '23001' } })
  })
}
