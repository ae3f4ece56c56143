import { expect, test } from 'vitest'
import { type Browser, livingCity, person } from '#testing/city.ts'
import { freshDatabase } from '#testing/database.ts'

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
  const { as, bugs } = await livingCity(await freshDatabase())
  const roles = committees.map((each) => ['secretary', each] as [string, string])
  return { bugs, daeun: as(person('Daeun', 5, ...roles)), harim: as(person('Harim', 6, ...roles)) }
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
  expect(both.map((each) => each.headers.get('location')).sort()).toEqual([`${path}/1`, `${path}/2`])
  expect(bugs).toEqual([])
})
