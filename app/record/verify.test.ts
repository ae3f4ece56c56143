import {
  formatBundle,
  generateKey,
  leafHash,
  noteSigner,
  parseBundle,
  signCheckpoint,
  treeRoot,
} from '@madang/transparency-log'
import { expect, test } from 'vitest'
import { NotFound } from '#kit/found.ts'
import { openTestDatabase } from '#testing/database.ts'
import { act, forgettable } from './act.ts'
import { forOneTest, keys, place, recordedSite, vandal } from './city.fixture.ts'
import { erase } from './erasing.ts'
import { recordHolding } from './notice-reads.ts'
import { verdictIn } from './verdict.ts'
import type { Verdict } from './verify.ts'

type Site = Awaited<ReturnType<typeof lively>>

/** Five entries, of which one is confidential, sealed. */
async function lively() {
  const database = await forOneTest(await openTestDatabase())
  const site = await recordedSite(database)
  await place(site.city, 'a', 'the station')
  await place(site.city, 'b', 'the market')
  await act(site.city, { as: 'ombudsman', person: 4 }, async () => ({
    entries: [
      { what: 'case.opened', about: 'ombudsman/17', visibility: 'confidential', facts: { article: 11 } },
    ],
  }))
  site.pass({ hours: 3 })
  await place(site.city, 'b', 'the library')
  await place(site.city, 'c', 'the river')
  await site.seal()
  return { ...site, database }
}

const codes = (verdict: Verdict) => verdict.findings.map((each) => each.code)

test('a record that nobody touched is fine, and the check says what it saw', async () => {
  const { check } = await lively()
  const verdict = await check()
  expect(verdict).toMatchObject({
    outcome: 'fine',
    findings: [],
    log: { origin: 'city.example/record', size: 5 },
    checked: { public: 4, hidden: 1, erased: 0, things: 3 },
    key: 'from the site',
    history: 'first',
  })
  expect(verdictIn('en', verdict)).toMatchInlineSnapshot(`
    [
      "Everything that was checked holds.",
      "Log city.example/record: 5 entries.",
      "Its newest signature is from 21 November 2026 at 03:00 (UTC).",
      "4 public entries say what was sealed. 1 that are not public are there, unread.",
      "3 things the city publishes look as the record says.",
      "This is the first check from here, so there was nothing to compare it with.",
      "The key was taken from the site itself. Give it with --key to be sure that it is the right one.",
    ]
  `)
  expect(verdictIn('ko', verdict)).toMatchInlineSnapshot(`
        [
          "확인한 것은 모두 맞습니다.",
          "기록 city.example/record: 5건.",
          "가장 새로운 서명: 2026. 11. 21. 03:00 (UTC).",
          "공개 기록 4건의 내용이 봉인한 것과 같습니다. 비공개 기록 1건은 읽을 수 없지만 그대로 있습니다.",
          "시가 공개하는 3건이 기록과 같습니다.",
          "이곳에서 처음 확인한 것이라 견주어 볼 것이 없었습니다.",
          "열쇠를 누리집에서 가져왔습니다. 맞는 열쇠인지 확실히 하려면 --key로 알려 주세요.",
        ]
      `)
})

for (const [what, sql, expected] of [
  [
    'changes the words of a public entry',
    `update record_entries set facts = '{"place": "my garden"}' where number = 2`,
    ['entry.changed'],
  ],
  ['changes who did it', `update record_entries set actor = 'audit' where number = 2`, ['entry.changed']],
  [
    'changes when it was',
    `update record_entries set at = at + interval '1 minute' where number = 2`,
    ['entry.changed'],
  ],
  [
    'changes which account did it',
    `update record_entries set person = 5 where number = 3`,
    ['entry.changed'],
  ],
  [
    'changes what a confidential entry says',
    `update record_entries set facts = '{"article": 12}' where number = 3`,
    ['entry.changed'],
  ],
  [
    'changes what it shows',
    `update record_entries set shows = repeat('0', 64) where number = 5`,
    ['entry.changed', 'thing.differs'],
  ],
  [
    'turns a public entry into a confidential one',
    `update record_entries set visibility = 'internal' where number = 2`,
    ['entry.hidden'],
  ],
  [
    'turns a confidential entry into a public one',
    `update record_entries set visibility = 'public' where number = 3`,
    ['entry.changed'],
  ],
  [
    'changes the salt',
    `update record_entries set salt = decode(repeat('00', 32), 'hex') where number = 2`,
    ['entry.changed'],
  ],
  ['erases a salt', `update record_entries set salt = null where number = 2`, ['entry.erased-unsaid']],
  ['removes a public entry', `delete from record_entries where number = 1`, ['entry.removed']],
  ['removes a confidential entry', `delete from record_entries where number = 3`, ['entry.removed']],
  [
    'removes an entry and its leaf',
    `delete from record_leaves where entry = 3; delete from record_entries where number = 3`,
    ['entry.removed'],
  ],
  [
    'changes the order of two entries',
    `update record_leaves set entry = -entry where entry in (1, 2); update record_leaves set entry = case entry when -1 then 2 when -2 then 1 else entry end`,
    ['entry.inserted', 'entry.inserted'],
  ],
  ['changes a thing on show', `update benches set place = 'my garden' where id = 'b'`, ['thing.differs']],
  ['removes a thing on show', `delete from benches where id = 'b'`, ['thing.gone']],
  [
    'turns a thing on show back to what it was',
    `update benches set place = 'the market' where id = 'b'`,
    ['thing.differs'],
  ],
  [
    'changes a bundle of the log',
    `update record_tiles set bytes = set_byte(bytes, 30, get_byte(bytes, 30) # 1) where path like 'tile/entries/%'`,
    ['entry.differs', 'root.differs'],
  ],
  [
    'changes a tile of the log',
    `update record_tiles set bytes = set_byte(bytes, 3, get_byte(bytes, 3) # 1) where path like 'tile/0/%'`,
    ['entry.differs'],
  ],
  ['removes the log’s files', `delete from record_tiles`, ['log.unreadable']],
  [
    'changes the checkpoint',
    `update record_checkpoints set note = replace(note, chr(10) || '5' || chr(10), chr(10) || '4' || chr(10))`,
    ['checkpoint.refused'],
  ],
] as const) {
  test(`a vandal who ${what} is found`, async () => {
    const { database, check } = await lively()
    await vandal(database, sql)
    const verdict = await check()
    expect(verdict.outcome).toBe('wrong')
    expect(codes(verdict)).toEqual(expect.arrayContaining([...expected]))
    for (const lang of ['en', 'ko'])
      for (const { code } of verdict.findings) expect(verdictIn(lang, verdict).join('\n')).not.toContain(code)
  })
}

const columns = 'at, actor, person, what, about, visibility, facts, shows, salt, commitment'

for (const [what, sql, expected] of [
  [
    'an entry made up',
    `insert into record_entries (${columns}) select at, 'mayor', person, what, about, visibility, facts, shows, salt, commitment from record_entries where number = 5`,
    'entry.changed',
  ],
  [
    'an entry copied just now',
    `insert into record_entries (${columns}) select ${columns} from record_entries where number = 5`,
    'entry.repeated',
  ],
  [
    'an old entry copied',
    `insert into record_entries (${columns}) select ${columns} from record_entries where number = 1`,
    'entry.backdated',
  ],
  [
    'an entry from the future',
    `insert into record_entries (${columns}) select now() + interval '80 years', actor, person, what, about, visibility, facts, shows, salt, commitment from record_entries where number = 5`,
    'entry.changed',
  ],
] as const) {
  test(`${what} is found, though the city seals it like any other`, async () => {
    const { database, check, seal } = await lively()
    await vandal(database, sql)
    expect(await seal()).toBe(1)
    const verdict = await check()
    expect(verdict.outcome).toBe('wrong')
    expect(codes(verdict)).toContain(expected)
  })
}

test('entries that are kept out of the log are found once they have waited too long', async () => {
  const { city, check, pass } = await lively()
  await place(city, 'd', 'the hill')
  expect(await check({ pause: async () => {} })).toMatchObject({
    outcome: 'unchecked',
    findings: [{ code: 'things.moving' }],
  })
  pass({ minutes: 16 })
  expect(codes(await check({ pause: async () => {} }))).toContain('entry.unsealed')
})

test('a checkpoint that is no longer signed anew is stale, after as long as one likes', async () => {
  const { check, pass } = await lively()
  pass({ hours: 25 })
  expect(codes(await check())).toEqual(['checkpoint.stale'])
  expect((await check({ maxAge: 26 * 3600 })).outcome).toBe('fine')
})

test('what changes while the check runs is looked at again, and fine', async () => {
  const { city, check, seal } = await lively()
  let acted = false
  const verdict = await check({
    onProgress: async () => {
      if (acted) return
      acted = true
      await place(city, 'c', 'the park')
    },
    pause: seal,
  })
  expect(acted).toBe(true)
  expect(verdict).toMatchObject({ outcome: 'fine', checked: { public: 5, things: 3 } })
})

test('an erased entry is fine where an entry says why; the tree holds, and what it said is nowhere', async () => {
  const { city, check, seal, get, published, database } = await lively()
  await erase(city, { as: 'human-rights-office', person: 9 }, 2, 'personal-data', published)
  await seal()
  expect(await check()).toMatchObject({
    outcome: 'fine',
    checked: { public: 4, hidden: 1, erased: 1, things: 3 },
  })
  expect(await (await get('/record/log/disclosures/0')).text()).not.toContain('market')
  expect(await (await get('/en/record')).text()).not.toContain('market')
  await vandal(database, `delete from record_entries where what = 'record.entry-erased'`)
  expect(codes(await check())).toEqual(['entry.removed', 'entry.erased-unsaid'])
})

test('whoever leaves is let go from what they did, and the record holds as before', async () => {
  const { city, check, seal, database } = await lively()
  await place(city, 'd', 'the hill', { as: 'resident', person: 6 })
  await seal()
  for (const who of [4, 6]) await forgettable(city, (tx) => recordHolding.unlink(tx, who))
  expect(await recordHolding.held(city.reads, 6)).toMatchObject({ entries: [] })
  const { rows } = await database.sql(
    'select distinct length(salt) as length, person from record_entries where by is not null',
  )
  expect(rows).toEqual([{ length: 16, person: null }])
  expect((await check()).outcome).toBe('fine')
  await vandal(database, `update record_entries set person = 7 where number = 6`)
  expect(codes(await check())).toContain('entry.changed')
})

test('an erasure that is not sealed yet is waited for', async () => {
  const { city, check, published } = await lively()
  await erase(city, { as: 'human-rights-office' }, 4, 'unlawful', published)
  expect(await check()).toMatchObject({ outcome: 'fine', checked: { erased: 1, things: 3 } })
  await expect(erase(city, { as: 'human-rights-office' }, 4, 'unlawful', published)).rejects.toThrow(
    'record.already-erased',
  )
  await expect(erase(city, { as: 'human-rights-office' }, 6, 'unlawful', published)).rejects.toThrow(
    'record.erasure-stays',
  )
  await expect(erase(city, { as: 'human-rights-office' }, 3, 'unlawful', published)).rejects.toBeInstanceOf(
    NotFound,
  )
})

test('a site that leaves a thing out of its list is found', async () => {
  const { check, get } = await lively()
  const without = async (address: string) => {
    const answer = await get(new URL(address).pathname)
    if (!address.endsWith('/record/published')) return answer
    const lines = (await answer.text()).split('\n').filter((line) => !line.includes('benches/b'))
    return new Response(lines.join('\n'))
  }
  expect(await check({ fetch: without })).toMatchObject({
    outcome: 'wrong',
    findings: [{ code: 'things.gone', facts: { count: 1 } }],
  })
})

test('a city that grew is compared with what was seen before', async () => {
  const { city, check, seal } = await lively()
  const { known } = await check()
  expect(await check({ known: known! })).toMatchObject({
    outcome: 'fine',
    history: 'same',
    key: 'remembered',
  })
  await place(city, 'd', 'the hill')
  await seal()
  expect(await check({ known: known! })).toMatchObject({ outcome: 'fine', history: 'grown' })
})

/** Whoever has the key as well can make any history look whole: only what others remember gives it away. */
async function rewrite(
  database: Site['database'],
  leaves: (all: Uint8Array[]) => Uint8Array[],
  at: Temporal.Instant,
  skey = keys.log.skey,
) {
  const { rows } = await database.sql(`select bytes from record_tiles where path = 'tile/entries/000.p/5'`)
  const forged = leaves(parseBundle(new Uint8Array(rows[0]!.bytes as Uint8Array), 5))
  const root = treeRoot(forged.map(leafHash))
  const origin = (await noteSigner(skey)).name
  const note = await signCheckpoint(
    { origin, size: forged.length, root },
    skey,
    Math.floor(at.epochMilliseconds / 1000),
  )
  const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex')
  const tile = hex(Buffer.concat(forged.map(leafHash)))
  await vandal(
    database,
    `delete from record_tiles; delete from record_checkpoints;
     insert into record_tiles values ('tile/entries/000.p/${forged.length}', '\\x${hex(formatBundle(forged))}'), ('tile/0/000.p/${forged.length}', '\\x${tile}');
     insert into record_checkpoints values (${forged.length}, now(), now(), '${note}')`,
  )
}

for (const [what, forge, sql, expected] of [
  [
    'cuts the newest entries off',
    (all: Uint8Array[]) => all.slice(0, 3),
    `delete from record_leaves where index > 2; delete from record_entries where number > 3; update benches set place = 'the market' where id = 'b'; delete from benches where id = 'c'`,
    'known.larger',
  ],
  [
    'rewrites what was',
    (all: Uint8Array[]) => [all[1]!, all[0]!, ...all.slice(2)],
    `update record_leaves set entry = -entry where entry in (1, 2); update record_leaves set entry = case entry when -1 then 2 when -2 then 1 else entry end`,
    'known.differs',
  ],
] as const) {
  test(`whoever has stolen the key and ${what} deceives newcomers, but nobody who remembers`, async () => {
    const { database, check, city } = await lively()
    const { known } = await check()
    await vandal(database, sql)
    await rewrite(database, forge, city.clock.now())
    expect((await check()).outcome).toBe('fine')
    const verdict = await check({ known: known! })
    expect(verdict.outcome).toBe('wrong')
    expect(codes(verdict)).toContain(expected)
    expect(verdict.known).toBeUndefined()
  })
}

test('another key is found by whoever remembers the first one, or was given it', async () => {
  const { database, check, city } = await lively()
  const { known } = await check()
  const other = await generateKey('city.example/record', new Uint8Array(32).fill(8))
  await rewrite(database, (all) => all, city.clock.now(), other.skey)
  expect(codes(await check({ known: known! }))).toContain('checkpoint.refused')
  expect(codes(await check({ key: keys.log.vkey }))).toContain('checkpoint.refused')
  expect(codes(await check({ known: known!, key: other.vkey }))).toContain('key.changed')
})

for (const [what, answer, expected] of [
  ['does not answer', () => Promise.reject(new TypeError('fetch failed')), 'site.unreachable'],
  ['is broken', async () => new Response('', { status: 502 }), 'site.unreachable'],
  ['is no city', async () => new Response('', { status: 404 }), 'key.missing'],
] as const) {
  test(`a site that ${what} is not called wrong, but not checked either`, async () => {
    const { check } = await lively()
    expect(await check({ fetch: answer })).toMatchObject({
      outcome: 'unchecked',
      findings: [{ code: expected }],
    })
  })
}

test('a site whose answers are cut or no JSON was not checked', async () => {
  const { check, get } = await lively()
  const spoiled = async (address: string) => {
    const path = new URL(address).pathname
    return path.includes('disclosures') ? new Response('{"index":0,') : get(path)
  }
  expect(await check({ fetch: spoiled })).toMatchObject({
    outcome: 'unchecked',
    findings: [{ code: 'site.unreadable' }],
  })
})

test('a city cannot write over what is said of it on a terminal', () => {
  const about = 'charter/1\u001b[2J\u001b[H\nEverything is as it should be\u202e'
  const lines = verdictIn('en', {
    outcome: 'wrong',
    url: 'https://city.example',
    findings: [{ code: 'thing.gone', facts: { about, entry: 3 } }],
    found: 1,
    checked: { public: 0, hidden: 0, erased: 0, things: 0 },
    key: 'given',
    history: 'first',
  })
  expect(lines).toHaveLength(2)
  expect(lines[1]).toContain('charter/1�[2J�[H�Everything is as it should be�')
})
