import { expect, test } from 'vitest'
import { adopt } from '#commitments/index.ts'
import type { Mail } from '#kit/mail.ts'
import { dayAt } from '#kit/time.ts'
import { addressOf, settleDemo } from '#people/index.ts'
import { act, deliver } from '#record/index.ts'
import { keys, testCity } from '#testing/city.ts'
import { teller } from '../site.tsx'
import { writeLetters } from './letters.actions.ts'

/** Harim with a mailbox, and a promise of the transport department that is due on 17 December. */
async function town() {
  const whole = await testCity({ demo: true })
  const { city, house, files, browser, mails } = whole
  await settleDemo(city, files)
  const harim = browser()
  await harim.post('/en/demo', { who: 'harim' })
  await harim.post('/en/me/email', { email: 'harim@city.example' })
  const code = mails.at(-1)?.text.match(/^[0-9A-Z]{4}-[0-9A-Z]{4}$/m)?.[0] ?? ''
  await harim.post('/en/me/email/code', { code })
  const today = dayAt(city.clock.now(), city.facts.timeZone)
  await act(city, { as: 'transport-department' }, async (tx, at) => {
    const about = { about: 'petitions/7', title: { en: 'A kerb' } } as const
    const { entries } = await adopt(city, tx, at, about, [
      {
        ...{ kind: 'new', title: 'Lower every kerb', text: 'At the station.', lang: 'en' },
        ...{ lead: 'transport-department', supporting: [], cost: 'none', milestones: [] },
        ...{ startsOn: today, dueOn: today.add({ days: 26 }), articles: [], groups: [], districts: [] },
      },
    ])
    const [first, ...others] = entries
    return { entries: [first!, ...others] }
  })
  const post = {
    tell: teller(house.rooms),
    addressOf: (person: number) => addressOf(city.reads, person),
  }
  return {
    ...whole,
    harim,
    /** What Harim's mailbox gets when the week begins. */
    async letters(): Promise<Mail[]> {
      const sent: Mail[] = []
      await writeLetters(city, house.rooms)
      await deliver(city, keys, {
        ...post,
        mailer: { send: async (mail) => void sent.push(mail), close() {} },
      })
      return sent
    },
  }
}

test('in the week of its day a promise is in the letter of whoever owes it, once, and the week after as late', async () => {
  const { letters, turnTo } = await town()
  turnTo('2026-12-07T07:30:00+09:00')
  expect(await letters()).toEqual([])
  turnTo('2026-12-14T07:30:00+09:00')
  const [letter] = await letters()
  expect(letter?.to).toBe('harim@city.example')
  expect(letter?.subject).toBe('[광주] 내 업무, 이번 주 기한 1건')
  expect(letter?.text).toContain('기한이 다가옴: Lower every kerb (기한 2026. 12. 17.)')
  expect(letter?.text).toMatch(/https:\/\/city\.example\/ko\/desk\/commitments\/\d+/)
  expect(await letters()).toEqual([])
  turnTo('2026-12-21T07:30:00+09:00')
  expect((await letters())[0]?.text).toContain('기한 지남: Lower every kerb (4일 늦음)')
})

test('who wants no such letters gets none: by the desk, by the letter’s own link, and again when they ask', async () => {
  const { letters, harim, turnTo, browser, daysPass } = await town()
  turnTo('2026-12-14T07:30:00+09:00')
  await harim.post('/en/demo', { who: 'harim' })
  expect((await harim.post('/en/desk/letters', { wanted: 'no' })).status).toBe(303)
  expect(await letters()).toEqual([])
  await harim.post('/en/desk/letters', { wanted: 'yes' })
  const [letter] = await letters()
  const link = letter?.text.match(/https:\/\/city\.example(\/ko\/unsubscribe\?token=\S+)/)?.[1] ?? ''
  const token = new URLSearchParams(link.split('?')[1]).get('token') ?? ''
  const stranger = browser('EEEEEEEEEEEEEEEEEEEEEA')
  expect(await stranger.page(link)).toContain('내 업무')
  expect((await stranger.post('/ko/unsubscribe', { token, which: 'this' })).status).toBe(200)
  daysPass(7)
  expect(await letters()).toEqual([])
})
