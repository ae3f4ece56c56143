import { join } from 'node:path'
import { expect, test } from 'vitest'
import { checkCity } from './index.ts'
import { cities, copyOf } from './spoilt.fixture.ts'

test('a right city is praised in either language with code 0', async () => {
  const dir = join(cities, 'template')
  expect(await checkCity(dir, { lang: 'ko' })).toEqual({
    code: 0,
    out: '우리 도시: 불러올 수 있습니다. 구역 2곳, 기관 5개, 법규 4건(7개 조), 기준 30건, 지표 2개, 계획 1건, 안내 글 10편.',
  })
  expect(await checkCity(dir, { lang: 'en' })).toEqual({
    code: 0,
    out: 'Our City can be loaded. 2 districts, 5 bodies, 4 instruments with 7 articles, 30 norms, 2 indicators, 1 plan, 10 texts.',
  })
})

test('a fault is told with its place, what should stand there, what does, and a right line', async () => {
  await using city = await copyOf('template')
  await city.write('bodies.yaml', (await city.read('bodies.yaml')).replace('kind: council', 'kind: counsil'))
  expect(await checkCity(city.dir, { lang: 'en' })).toEqual({
    code: 1,
    out: [
      `${city.dir}/bodies.yaml:28:9  fault  city-council.kind`,
      '  expected: one of: government, council, bureau, department, division, office, district-office, education-office, committee, ombudsman, affiliated, centre, partner, national, other',
      '  found: counsil  (did you mean “council”?)',
      '  for example: kind: office',
      '',
      '1 fault, 0 notes. The city cannot be loaded until the faults are mended.',
    ].join('\n'),
  })
  const korean = await checkCity(city.dir, { lang: 'ko' })
  expect(korean.out).toContain('  적힌 것: counsil  (혹시 “council”인가요?)')
  expect(korean.out).toContain('잘못 1건, 알림 0건. 잘못을 고칠 때까지 이 도시를 불러올 수 없습니다.')
})

test('a program gets the same as JSON', async () => {
  await using city = await copyOf('template')
  await city.write(
    'city.yaml',
    (await city.read('city.yaml')).replace('timeZone: Asia/Seoul', 'timeZone: Asia/Soul'),
  )
  const { out, code } = await checkCity(city.dir, { lang: 'ko', json: true })
  expect(code).toBe(1)
  expect(JSON.parse(out)).toEqual({
    ok: false,
    faults: [
      {
        severity: 'fault',
        code: 'timeZone',
        file: 'city.yaml',
        line: 20,
        column: 11,
        path: 'timeZone',
        found: 'Asia/Soul',
        expected: '시간대 이름(IANA, 예: Asia/Seoul)',
        example: 'timeZone: Europe/Lisbon',
        suggestion: 'Asia/Seoul',
      },
    ],
  })
})

test('a folder that is not there has code 2', async () => {
  const dir = join(cities, 'atlantis')
  expect(await checkCity(dir, { lang: 'en' })).toEqual({
    code: 2,
    out: `There is no folder “${dir}” that can be read.`,
  })
  expect(await checkCity(dir, { lang: 'ko', json: true })).toMatchObject({ code: 2 })
})
