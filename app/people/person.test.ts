import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  assistanceStands,
  checkBirthday,
  deviceOf,
  isChild,
  levelOf,
  localPath,
  normalEmail,
  secondFactorStands,
  sessionStands,
  stateOfArrival,
  stateOfTerm,
  waitsForGuardian,
} from './person.ts'

const day = (text: string) => Temporal.PlainDate.from(text)
const at = Temporal.Instant.from('2026-11-21T00:00:00Z')
const before = (span: Temporal.DurationLike) => at.subtract(span)

for (const [from, to, endedOn, on, state] of [
  ['2026-01-01', '2026-12-31', null, '2025-12-31', 'coming'],
  ['2026-01-01', '2026-12-31', null, '2026-01-01', 'held'],
  ['2026-01-01', '2026-12-31', null, '2026-12-31', 'held'],
  ['2026-01-01', '2026-12-31', null, '2027-01-01', 'over'],
  ['2026-01-01', null, null, '2099-01-01', 'held'],
  ['2026-01-01', '2026-12-31', '2026-06-01', '2026-05-31', 'held'],
  ['2026-01-01', '2026-12-31', '2026-06-01', '2026-06-01', 'ended'],
  ['2026-01-01', null, '2026-01-01', '2026-01-01', 'ended'],
] as const)
  test(`a task from ${from} to ${to ?? 'open'}, ended ${endedOn ?? 'not'}, is ${state} on ${on}`, () => {
    const term = { from: day(from), to: to && day(to), endedOn: endedOn && day(endedOn) }
    expect(stateOfTerm(term, day(on))).toBe(state)
  })

for (const [idle, age, stands] of [
  [{ hours: 0 }, { hours: 0 }, true],
  [{ hours: 719 }, { hours: 720 }, true],
  [{ hours: 720 }, { hours: 720 }, false],
  [{ hours: 1 }, { hours: 2159 }, true],
  [{ hours: 1 }, { hours: 2160 }, false],
] as const)
  test(`signed in ${age.hours} hours ago and ${idle.hours} hours away: ${stands ? 'still' : 'no longer'} in`, () => {
    const session = { startedAt: before(age), seenAt: before(idle), secondFactorAt: null }
    expect(sessionStands(session, at)).toBe(stands)
    expect(secondFactorStands(session, at)).toBe(false)
  })

for (const [hours, stands] of [
  [11, true],
  [12, false],
] as const)
  test(`a second factor shown ${hours} hours ago ${stands ? 'counts' : 'does not count'}`, () => {
    const session = { startedAt: before({ hours }), seenAt: at, secondFactorAt: before({ hours }) }
    expect(secondFactorStands(session, at)).toBe(stands)
  })

for (const [minutes, ended, stands] of [
  [59, false, true],
  [60, false, false],
  [1, true, false],
] as const)
  test(`help ${minutes} minutes without a click, ${ended ? 'ended' : 'not ended'}: ${stands ? 'goes on' : 'is over'}`, () => {
    const assistance = { seenAt: before({ minutes }), endedAt: ended ? at : null }
    expect(assistanceStands(assistance, at)).toBe(stands)
  })

for (const [minutes, tries, proven, spent, state] of [
  [14, 4, false, false, 'open'],
  [15, 0, false, false, 'over'],
  [1, 5, false, false, 'spent'],
  [1, 0, true, false, 'proven'],
  [1, 0, true, true, 'spent'],
] as const)
  test(`a letter ${minutes} minutes old with ${tries} wrong tries is ${state}`, () => {
    const arrival = {
      expiresAt: before({ minutes }).add({ minutes: 15 }),
      tries,
      provenAt: proven ? at : null,
      spentAt: spent ? at : null,
    }
    expect(stateOfArrival(arrival, at)).toBe(state)
  })

test('the surest way that stands counts, and none while a guardian’s word is missing', () => {
  const ways = [
    { level: 1, withdrawnAt: null },
    { level: 3, withdrawnAt: at },
    { level: 2, withdrawnAt: null },
  ]
  expect(levelOf(ways, false)).toBe(2)
  expect(levelOf(ways, true)).toBe(0)
  expect(levelOf([], false)).toBe(0)
})

for (const [on, child] of [
  ['2026-11-20', true],
  ['2026-11-21', false],
] as const)
  test(`who turns fourteen on 21 November ${child ? 'waits for a guardian' : 'does not wait'} on ${on}`, () => {
    const birthday = day('2026-11-21')
    expect(isChild(birthday, day(on))).toBe(child)
    expect(waitsForGuardian(birthday, [], day(on))).toBe(child)
    expect(waitsForGuardian(birthday, [{ consentedAt: at, withdrawnAt: null }], day(on))).toBe(false)
    expect(waitsForGuardian(birthday, [{ consentedAt: at, withdrawnAt: at }], day(on))).toBe(child)
  })

for (const [birthday, fits] of [
  ['2026-11-21', false],
  ['2026-11-22', true],
  ['2040-11-21', true],
  ['2040-11-22', false],
] as const)
  test(`on 21 November 2026 somebody younger than fourteen ${fits ? 'can' : 'cannot'} turn fourteen on ${birthday}`, () => {
    const check = () => checkBirthday(day(birthday), day('2026-11-21'))
    if (fits) expect(check()).toBeUndefined()
    else expect(check).toThrow('people.birthday-not-so')
  })

for (const to of [
  '//evil.example',
  'https://evil.example',
  '/\\evil.example',
  'javascript:alert(1)',
  '/\t/evil.example',
  '',
  '/a b',
  '/.//evil.example',
  '/x/%2e%2e//evil.example',
])
  test(`“${to}” is no place to go on to`, () => expect(localPath(to, '/en/me')).toBe('/en/me'))

test('wherever one is sent afterwards, it is here', () => {
  expect(localPath('/ko/petitions/17?page=2#top', '/en')).toBe('/ko/petitions/17?page=2#top')
  fc.assert(
    fc.property(fc.string(), (to) => {
      expect(new URL(localPath(to, '/'), 'https://city.example').host).toBe('city.example')
      expect(new URL(localPath(`/${to}`, '/'), 'https://city.example').host).toBe('city.example')
    }),
  )
})

test('one mailbox is one, however it is typed', () => {
  expect(normalEmail('  Yuna@Example.ORG ')).toBe('yuna@example.org')
})

for (const [agent, device] of [
  ['Mozilla/5.0 (Android 15; Mobile; rv:140.0) Gecko/140.0 Firefox/140.0', 'Firefox, Android'],
  [
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/140.0 Safari/537.36 Edg/140.0',
    'Edge, Windows',
  ],
  ['Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) KAKAOTALK 25.1', 'KakaoTalk, iPhone'],
  ['curl/8.0', ''],
] as const)
  test(`“${agent}” is called “${device}”`, () => expect(deviceOf(agent)).toBe(device))
