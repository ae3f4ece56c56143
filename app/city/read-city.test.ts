import { expect, test } from 'vitest'
import { faultCodes } from './fault.ts'
import { readCity, sayFault } from './index.ts'
import { cityNamed, copyOf, faultsIn } from './spoilt.fixture.ts'
import { spoilt } from './spoilt-lines.fixture.ts'

for (const name of ['gwangju', 'template', 'trilesje']) {
  test(`the city ${name} can be loaded`, async () => {
    expect((await cityNamed(name)).profile.languages.length).toBeGreaterThan(0)
  })
}

for (const [
  code,
  file,
  was,
  becomes,
  { on = becomes.split('\n')[0]!, near, in: elsewhere = file } = {},
] of spoilt) {
  test(`${file}, where “${was.split('\n')[0]}” became “${becomes.split('\n')[0]}”: ${code} on its line`, async () => {
    await using city = await copyOf('trilesje')
    const before = was ? await city.read(file) : ''
    expect(before).toContain(was)
    await city.write(
      file,
      before.replace(was, () => becomes),
    )
    const faults = await faultsIn(city.dir)
    const fault = faults.find((each) => each.code === code)
    expect(fault, JSON.stringify(faults)).toMatchObject({ file: elsewhere })
    expect((await city.read(elsewhere)).split('\n')[fault!.line - 1]).toContain(on.trim())
    expect(fault!.column).toBeGreaterThan(0)
    if (near) expect(fault!.facts.near).toBe(near)
    expect(sayFault(fault!, 'ko').expected).toMatch(/[가-힣]/)
    expect(sayFault(fault!, 'en').expected).toMatch(/[a-z]/)
  })
}

test('a file that is gone or no text is said to be so', async () => {
  await using city = await copyOf('trilesje')
  await city.remove('sources.yaml')
  await city.write('posts.yaml', Uint8Array.of(0xff, 0xfe, 0x00))
  const faults = await faultsIn(city.dir)
  expect(faults.map(({ code, file }) => [code, file])).toEqual([
    ['unreadable', 'posts.yaml'],
    ['missing-file', 'sources.yaml'],
  ])
})

test('a rule of the whole that begins too late leaves its part without one', async () => {
  await using city = await copyOf('gwangju')
  const norms = await city.read('norms/committees.yaml')
  await city.write('norms/committees.yaml', norms.replace('from: 2026-07-01', 'from: 2026-08-01'))
  expect(await faultsIn(city.dir)).toMatchObject([
    { code: 'norm-gap', path: 'committees.gender.versions.1.from', facts: { day: '2026-07-01' } },
  ])
})

test('every fault is told at once, in the order of the files', async () => {
  await using city = await copyOf('trilesje')
  for (const [file, was, becomes] of [
    ['city.yaml', 'currency: EUR', 'currency: euro'],
    ['bodies.yaml', 'kind: council', 'kind: counsil'],
    ['bodies.yaml', 'basis: statut/5', 'basis: statut/50'],
    ['norms.yaml', 'from: 2024-07-01', 'from: 2024-08-01'],
  ] as const) {
    await city.write(file, (await city.read(file)).replace(was, becomes))
  }
  const faults = await faultsIn(city.dir)
  expect(faults.map(({ file, code }) => `${file} ${code}`)).toEqual([
    'bodies.yaml one-of',
    'bodies.yaml unknown-provision',
    'city.yaml currency',
    'norms.yaml norm-gap',
  ])
})

test('a lack in the whole is told once, not for every part that would have had it from there', async () => {
  await using city = await copyOf('trilesje')
  await city.write(
    'law/statut.yaml',
    (await city.read('law/statut.yaml')).replace('  source: izmisljeno\n', ''),
  )
  expect((await faultsIn(city.dir)).map(({ code, path }) => [code, path])).toEqual([
    ['missing', 'statut.source'],
  ])
})

test('a part that ends with its parent, a missing translation and a missing text are notes, not faults', async () => {
  await using city = await copyOf('trilesje')
  const bodies = await city.read('bodies.yaml')
  await city.write(
    'bodies.yaml',
    `${bodies}oddelek-za-poti:
  kind: division
  verification: working
  source: izmisljeno
  versions: [{ from: 2010-01-01, name: { sl: Referat za poti }, parent: oddelek-za-prostor }]
`,
  )
  await city.write(
    'law/statut.yaml',
    (await city.read('law/statut.yaml')).replace(
      'from: 1999-03-01 }',
      'from: 1999-03-01, promulgated: 1999-04-01 }',
    ),
  )
  const reading = await readCity(city.dir)
  expect(reading.ok).toBe(true)
  expect(new Set(reading.warnings.map(({ code }) => code))).toEqual(
    new Set(['parent-ended', 'later-than-force', 'translations-missing', 'text-missing']),
  )
})

test('every kind of fault is shown by one of these tests', () => {
  const shown = new Set(spoilt.map(([code]) => code))
  const elsewhere = [
    'missing-file',
    'unreadable',
    'parent-ended',
    'later-than-force',
    'translations-missing',
    'text-missing',
    'before-today',
  ]
  expect(faultCodes.filter((code) => !shown.has(code) && !elsewhere.includes(code))).toEqual([])
})
