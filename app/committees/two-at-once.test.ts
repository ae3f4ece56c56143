import { createHash } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { canonical } from '#kit/canonical.ts'
import { type Browser, livingCity, person } from '#testing/city.ts'
import { freshDatabase } from '#testing/database.ts'
import { accepted, recommended, transport } from './recommended.fixture.ts'

const ombudsman = 'human-rights-ombudsman'
const committees = [
  ombudsman,
  'civic-rights-committee',
  'participatory-budget-committee',
  'youth-committee',
  'human-rights-civil-committee',
]

/** A city that commits, and two secretaries who work at the same moment. */
async function town() {
  const { as, bugs, city } = await livingCity(await freshDatabase())
  const roles = committees.map((each) => ['secretary', each] as [string, string])
  return { bugs, city, daeun: as(person('Daeun', 5, ...roles)), harim: as(person('Harim', 6, ...roles)) }
}

async function propose(browser: Browser, committee: string, fields: Record<string, string>): Promise<string> {
  const answer = await browser.post(`/en/desk/committees/${committee}/proposals`, {
    from: '2026-11-21',
    ...fields,
  })
  expect(answer.status).toBe(303)
  return answer.headers.get('location')!
}

const statuses = (answers: readonly Response[]) => answers.map((each) => each.status).sort()

test('two secretaries fill the last place on a seat at once: one of them does', async () => {
  const { daeun, harim, bugs } = await town()
  const first = await propose(daeun, ombudsman, { seat: 'standing', name: 'Lee Sora' })
  const second = await propose(harim, ombudsman, { seat: 'standing', name: 'Kim Minho' })
  const both = await Promise.all([daeun.post(`${first}/appointment`), harim.post(`${second}/appointment`)])
  expect(statuses(both)).toEqual([303, 422])
  const refused = await both.find((each) => each.status === 422)!.text()
  expect(refused).toContain('it has no place left')
  expect(bugs).toEqual([])
})

test('two committees appoint one person to a third and a fourth seat at once: one of them does', async () => {
  const { daeun, harim, bugs } = await town()
  const seats = ['members', 'open-call', 'young-people', 'experts']
  const [one, two, three, four] = committees.slice(1)
  const first = await propose(daeun, one!, { seat: seats[0]!, name: 'Lee Sora' })
  await daeun.post(`${first}/appointment`)
  const known = (await daeun.page(`/en/desk/committees/${one}/members/new`)).match(
    /<option value="(\d+)"[^>]*>Lee Sora/,
  )![1]!
  const second = await propose(daeun, two!, { seat: seats[1]!, person: known })
  await daeun.post(`${second}/appointment`)
  const third = await propose(daeun, three!, { seat: seats[2]!, person: known })
  const fourth = await propose(harim, four!, { seat: seats[3]!, person: known })
  const both = await Promise.all([daeun.post(`${third}/appointment`), harim.post(`${fourth}/appointment`)])
  expect(statuses(both)).toEqual([303, 422])
  expect(await both.find((each) => each.status === 422)!.text()).toContain('Committees one person may sit on')
  expect(bugs).toEqual([])
})

test('two secretaries call a sitting at once: each gets a number of its own', async () => {
  const { daeun, harim, bugs } = await town()
  const notice = {
    kind: 'regular',
    day: '2026-12-10',
    time: '14:00',
    minutes: '60',
    place: 'Here',
    mode: 'video',
    lang: 'en',
    agenda: '',
  }
  const path = '/en/desk/committees/youth-committee/sittings'
  const both = await Promise.all([daeun.post(path, notice), harim.post(path, notice)])
  expect(both.map((each) => each.headers.get('location')).sort()).toEqual([
    `${path}/1?done=called`,
    `${path}/2?done=called`,
  ])
  expect(bugs).toEqual([])
})

test('a name shown in two committees while one of them is at work leaves the record right about both', async () => {
  const { daeun, harim, bugs, city } = await town()
  const [one, two] = ['civic-rights-committee', 'youth-committee']
  const member = async (committee: string, fields: Record<string, string>) => {
    const proposal = await propose(daeun, committee, fields)
    expect((await daeun.post(`${proposal}/appointment`)).status).toBe(303)
    return proposal.replace('/proposals/', '/members/')
  }
  const sora = await member(one!, { seat: 'members', name: 'Lee Sora' })
  const known = (await daeun.page(`/en/desk/committees/${two}/members/new`)).match(
    /<option value="(\d+)"[^>]*>Lee Sora/,
  )![1]!
  await member(two!, { seat: 'young-people', person: known })
  const minho = await member(two!, { seat: 'young-people', name: 'Kim Minho' })
  for (let round = 0; round < 10; round++) {
    await Promise.all([
      daeun.post(`${sora}/name`, { publishedAs: `Sora ${round}` }),
      harim.post(`${minho}/name`, { publishedAs: `Minho ${round}` }),
    ])
    const thing = await (await daeun.get(`/record/published/committees/${two}`)).json()
    const [entry] = await city.reads
      .select({ shows: sql<string>`shows` })
      .from(sql`record_entries`)
      .where(sql`number = ${thing.entry}`)
    const shown = createHash('sha256').update(Buffer.from(thing.salt, 'hex')).update(canonical(thing.form))
    expect([round, shown.digest('hex')]).toEqual([round, entry!.shows])
  }
  expect(bugs).toEqual([])
})

test('two officers answer a recommendation at once: one does, and only that one promises', async () => {
  const town = await livingCity(await freshDatabase())
  const path = await recommended(town)
  const officer = (id: number) => town.as(person('Harim', id, ['officer', transport]))
  const form = (await officer(6).page('/en/desk/recommendations')).match(
    /\/en\/desk\/recommendations\/\d+/,
  )![0]
  const both = await Promise.all([6, 7].map((id) => officer(id).post(`${form}/answer`, accepted)))
  expect(statuses(both)).toEqual([303, 422])
  const page = await officer(6).page(`/en${path}`)
  expect(page.match(/href="\/en\/commitments\/\d+"/g)).toHaveLength(1)
  expect(town.bugs).toEqual([])
})
