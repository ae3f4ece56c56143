import { expect, test } from 'vitest'
import { livingCity, person } from '#testing/city.ts'
import { freshDatabase, type TestDatabase } from '#testing/database.ts'
import { takeAll, verdictOn } from './thread.fixture.ts'

const minho = person('Minho', 2)
const harim = person('Harim', 4, ['officer', 'transport-department'])
const committee = 'human-rights-civil-committee'
const bora = person('Bora', 6, ['secretary', committee])

/** A city that followed a voice to its end, said no to another, whose author objects, and to a committee. */
async function lived(database: TestDatabase) {
  const city = await livingCity(database)
  await takeAll(city)
  const send = async (who: typeof minho, path: string, fields: Record<string, string | string[]>) =>
    expect((await city.as(who).post(path, fields)).status).toBe(303)
  await send(minho, '/en/petitions/new/civic-rights', {
    form: 'night'.padEnd(22, '-'),
    title: 'A bus at night',
    text: 'After ten there is no bus to the hospital.',
    lang: 'en',
    topic: 'transport',
    articles: ['charter/15'],
    checked: 'yes',
  })
  await send(harim, '/en/desk/petitions/2/answer', {
    outcome: 'declined',
    text: 'There are too few passengers at night for a bus of its own.',
    lang: 'en',
    reason: 'money',
    because: 'A night line costs 400 million won.',
    reviewOn: '2027-12-01',
  })
  await send(minho, '/en/petitions/2/objection', { text: 'Nobody counted those who walk.', lang: 'en' })
  const sittings = `/en/desk/committees/${committee}/sittings`
  await send(bora, sittings, {
    ...{ kind: 'regular', day: '2027-03-02', time: '14:00', minutes: '60', place: 'Room 3' },
    ...{ mode: 'both', lang: 'en', agenda: 'Kerbs at bus stops' },
  })
  city.turnTo('2027-03-02T16:00:00+09:00')
  await send(bora, `${sittings}/1/attendance`, { present: ['x-head'] })
  await send(bora, `${sittings}/1/items/1/decision`, {
    ...{
      outcome: 'adopted',
      decision: 'Lower all of them.',
      for: '1',
      recommendedTo: 'transport-department',
    },
  })
  await send(harim, '/en/desk/recommendations/1/answer', {
    ...{ answer: 'declined', text: 'Not this year.', lang: 'en', seen: '0', reason: 'money' },
    ...{ because: 'The budget for streets is spent.', reviewOn: '2027-12-01' },
  })
  expect(city.bugs).toEqual([])
  return city
}

/** What somebody does who has the database and none of the city’s programs, and what it touches. */
const deeds: Record<string, [sql: string, finding: string]> = {
  'a petition removed': ['delete from petitions where id = 1', 'thing.gone petitions/1'],
  'a petition’s words changed': [
    `update petitions set text = 'The pavement is a little high.' where id = 1`,
    'thing.differs petitions/1',
  ],
  'an answer changed': [
    `update petitions_answers set text = 'We shall see.' where petition = 1`,
    'thing.differs petitions/1',
  ],
  'an answer’s day moved': [
    `update petitions_answers set at = at - interval '9 days' where petition = 1`,
    'thing.differs petitions/1',
  ],
  'a deadline moved': [
    `update petitions set due_at = due_at + interval '30 days' where id = 2`,
    'thing.differs petitions/2',
  ],
  'a deadline moved by a pause that was never granted': [
    `insert into petitions_pauses (petition, "from", "to", ground, reason, lang, by)
     values (2, '2027-01-01', '2027-01-31', 'experts', 'We asked.', 'en', 'transport-department')`,
    'thing.differs petitions/2',
  ],
  'signatures made up, by which it would go to the committee': [
    'update petitions set signatures = 5000, reviewed_from = filed_at where id = 2',
    'thing.differs petitions/2',
  ],
  'an objection hidden': [
    'update petitions set objected_at = null where id = 2; delete from petitions_objections',
    'thing.differs petitions/2',
  ],
  'a commitment removed': ['delete from commitments where id = 1', 'thing.gone commitments/1'],
  'a due day moved': [
    `update commitments set due_on = due_on + 90, first_due_on = first_due_on + 90 where id = 1`,
    'thing.differs commitments/1',
  ],
  'a verification forged': [
    `update commitments_steps set body = 'audit-committee' where commitment = 1 and kind = 'check'`,
    'thing.differs commitments/1',
  ],
  'a recommendation’s answer changed': [
    `update committees_answers set text = 'We shall see.'`,
    `thing.differs committees/${committee}`,
  ],
}

test('whatever of the thread somebody changes behind everybody’s back, an outsider finds', async () => {
  const database = await freshDatabase()
  const city = await lived(database)
  expect(await verdictOn(city)).toMatchObject({ outcome: 'fine', findings: [] })
  for (const [what, [sql, finding]] of Object.entries(deeds)) {
    await meddled(database, sql, async () => {
      const { outcome, findings } = await verdictOn(city)
      const found = findings.map(({ code, facts }) => `${code} ${facts?.about}`)
      expect({ what, outcome, found }).toEqual({
        what,
        outcome: 'wrong',
        found: [expect.stringContaining(finding)],
      })
    })
  }
  expect(await verdictOn(city)).toMatchObject({ outcome: 'fine', findings: [] })
}, 240_000)

/** Does it past all triggers, lets others look, and puts everything back as it was. */
async function meddled({ sql }: TestDatabase, does: string, look: () => Promise<void>): Promise<void> {
  const { rows } = await sql(
    `select tablename as name from pg_tables where schemaname = 'public' and tablename ~ '^(petitions|commitments|committees)'`,
  )
  const each = (statement: (table: string) => string) =>
    rows.map(({ name }) => statement(String(name))).join(';')
  const unhindered = (text: string) =>
    sql(`set session_replication_role = replica; ${text}; set session_replication_role = origin`)
  await sql(each((table) => `create table kept_${table} as table ${table}`))
  await unhindered(does)
  await look()
  await unhindered(
    each(
      (table) => `delete from ${table}; insert into ${table} table kept_${table}; drop table kept_${table}`,
    ),
  )
}
