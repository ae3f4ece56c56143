import { expect, test } from 'vitest'
import { faultCodes } from './fault.ts'
import { readCity, sayFault } from './index.ts'
import { cityNamed, copyOf, faultsIn } from './spoilt.fixture.ts'

for (const name of ['gwangju', 'template', 'trilesje']) {
  test(`the city ${name} can be loaded`, async () => {
    expect((await cityNamed(name)).profile.languages.length).toBeGreaterThan(0)
  })
}

type Spoilt = [
  code: string,
  file: string,
  was: string,
  becomes: string,
  expected?: { on?: string; near?: string; in?: string },
]

const spoilt: Spoilt[] = [
  ['text', 'city.yaml', 'shortName: { sl: Trilesje }', 'shortName: { sl: "" }'],
  ['key', 'city.yaml', 'key: trilesje', 'key: Trilesje'],
  ['key', 'posts.yaml', 'zupan: {', 'Župan: {'],
  ['normKey', 'norms.yaml', 'mladi.velikost:', 'velikost:'],
  ['normKey', 'committees.yaml', 'size: mladi.velikost', 'size: mladi'],
  ['versionKey', 'law/statut.yaml', '1999: { act', 'Leta-1999: { act'],
  ['number', 'law/listina.yaml', 'chapter: 1\n', 'chapter: one\n'],
  ['articleNo', 'law/listina.yaml', '    4a:\n', '    4/a:\n'],
  ['lang', 'city.yaml', 'languages: [sl, en]', 'languages: [slovene, en]'],
  ['localized', 'districts.yaml', 'name: { sl: Brod }', 'name: Brod'],
  ['comma-in-text', 'city.yaml', 'motto: { sl: "Občina, ki posluša" }', 'motto: { sl: Občina, ki posluša }'],
  ['day', 'posts.yaml', 'filledBy: election', 'from: 1.3.2020, filledBy: election'],
  ['day', 'successions.yaml', 'on: 2025-01-01', 'on: 2025.1.1', { near: '2025-01-01' }],
  ['day', 'successions.yaml', 'on: 2025-01-01', 'on: 2025-02-30'],
  ['monthDay', 'calendar.yaml', 'each: "03-08"', 'each: "08.03."'],
  ['country', 'calendar.yaml', 'country: SI', 'country: Slovenija'],
  ['unknown-country', 'calendar.yaml', 'country: SI', 'country: XX'],
  ['currency', 'city.yaml', 'currency: EUR', 'currency: euro'],
  ['unknown-currency', 'city.yaml', 'currency: EUR', 'currency: EUX', { near: 'EUR' }],
  ['colour', 'city.yaml', '"#235a8c"', 'blue'],
  ['address', 'bodies.yaml', 'kind: council', 'site: trilesje.example\n  kind: council'],
  ['email', 'city.yaml', 'pravice@trilesje.example', 'pravice'],
  ['timeZone', 'city.yaml', 'Europe/Ljubljana', 'Europe/Lublana', { near: 'Europe/Ljubljana' }],
  ['provision', 'bodies.yaml', 'basis: statut/5', 'basis: statut 5'],
  ['thing', 'milestones.csv', 'committees/svet-za-pravice', 'svet za pravice'],
  ['source', 'bodies.yaml', 'source: izmisljeno', 'source: { izmisljeno: 1 }'],
  ['normValue', 'norms.yaml', 'value: 5/9', 'value: five of nine'],
  ['renewals', 'committees.yaml', 'renewals: 1', 'renewals: once'],
  ['weekday', 'calendar.yaml', 'weekend: [6, 7]', 'weekend: [6, 0]', { on: 'weekend' }],
  ['whole', 'bodies.yaml', 'staff: 3', 'staff: three'],
  [
    'versions',
    'law/statut.yaml',
    '\n    1999: { act: enacted, from: 1999-03-01 }\n    2015: { act: revised, from: 2015-07-01 }',
    ' {}',
  ],
  [
    'mapping',
    'committees.yaml',
    'norms: { size: mladi.velikost, minutes: svet.zapisnik }',
    'norms: [mladi.velikost]',
  ],
  ['list', 'successions.yaml', 'from: [komisija-za-listino]', 'from: komisija-za-listino'],
  ['yes-or-no', 'posts.yaml', 'head: true', 'head: yes'],
  ['one-of', 'bodies.yaml', 'kind: council', 'kind: counsil', { near: 'council' }],
  ['at-least-one', 'city.yaml', 'chapterColours: ["#235a8c", "#8a4b16", "#2d6a45"]', 'chapterColours: []'],
  ['missing', 'city.yaml', 'timeZone: Europe/Ljubljana\n', '', { on: 'key: trilesje' }],
  ['missing', 'bodies.yaml', '  verification: working\n', '', { on: 'obcina-trilesje:' }],
  ['unknown-field', 'bodies.yaml', 'about: { sl: Občinska', 'abuot: { sl: Občinska', { near: 'about' }],
  ['unknown-file', 'bodys.yaml', '', 'x: 1', { on: 'x: 1', near: 'bodies.yaml' }],
  ['syntax', 'bodies.yaml', 'kind: council', 'kind: "council', { on: 'kind: "council' }],
  ['duplicate-key', 'bodies.yaml', 'nadzorni-odbor:', 'obcinski-svet:'],
  ['duplicate-key', 'districts.yaml', 'brod: {', 'obcina: {', { in: 'territories.yaml' }],
  ['duplicate-key', 'milestones.csv', '\nsvet,', '\nlistina,', { on: 'listina,2019-06-01' }],
  ['row-length', 'milestones.csv', 'day,charter,Sprejeta', 'day,charter,Danes,Sprejeta'],
  ['front-matter', 'texts/about.sl.md', '---\ntitle', 'title', { on: 'title' }],
  [
    'unknown-body',
    'posts.yaml',
    'body: pisarna-za-pravice',
    'body: pisarna-za-pravico',
    { near: 'pisarna-za-pravice' },
  ],
  [
    'unknown-post',
    'committees.yaml',
    'post: vodja-pisarne',
    'post: vodja-pisarna',
    { near: 'vodja-pisarne' },
  ],
  [
    'unknown-territory',
    'districts.yaml',
    'within: obcina, office: krajevna-skupnost-brod',
    'within: občina, office: x',
    { on: 'brod: {' },
  ],
  ['unknown-territory', 'territories.yaml', 'within: drzava', 'within: drzva', { near: 'drzava' }],
  ['unknown-district', 'bodies.yaml', 'district: brod', 'district: bord', { near: 'brod' }],
  ['unknown-norm', 'committees.yaml', 'notice: svet.vabilo', 'notice: svet.vabila', { near: 'svet.vabilo' }],
  [
    'unknown-source',
    'posts.yaml',
    'head: true, filledBy: election, verification: working, source: izmisljeno',
    'head: true, filledBy: election, verification: working, source: izmislejno',
    { near: 'izmisljeno' },
  ],
  ['unknown-provision', 'bodies.yaml', 'basis: charter/7', 'basis: charter/77', { near: 'charter/7' }],
  ['unknown-provision', 'law/statut.yaml', 'now: [6, 7]', 'now: [6, 70]', { near: '7' }],
  [
    'unknown-thing',
    'milestones.csv',
    'bodies/krajevna-skupnost-les',
    'bodies/krajevna-skupnost-lesa',
    { near: 'bodies/krajevna-skupnost-les' },
  ],
  ['unknown-language', 'city.yaml', 'en: Rights office (made up)', 'eng: Rights office', { near: 'en' }],
  ['unknown-chapter', 'law/listina.yaml', 'chapter: 3', 'chapter: 4'],
  ['unknown-version', 'law/statut.yaml', 'to: 2015', 'to: 2016', { near: '2015' }],
  [
    'unknown-part',
    'city.yaml',
    'source: izmisljeno',
    'source: izmisljeno\nexcept: { moto: working }',
    { on: 'except', near: 'motto' },
  ],
  [
    'unknown-holiday',
    'calendar.yaml',
    'for: [obcinski-praznik]',
    'for: [obcinski-prazniki]',
    { near: 'obcinski-praznik' },
  ],
  ['holiday-rule', 'calendar.yaml', 'rule: "2025-03-17"', 'rule: every third Monday'],
  ['home-language', 'posts.yaml', 'name: { sl: Županja ali župan, en: Mayor }', 'name: { en: Mayor }'],
  ['until-before-from', 'committees.yaml', 'until: 2023-05-31', 'until: 2019-05-31'],
  ['overlap', 'norms.yaml', 'from: 2024-07-01', 'from: 2024-06-30'],
  ['overlap', 'bodies.yaml', '{ from: 2019-03-08, name', '{ from: 2016-04-01, name'],
  ['norm-gap', 'norms.yaml', 'from: 2024-07-01', 'from: 2024-08-01'],
  ['value-missing', 'norms.yaml', 'value: 25, ', ''],
  ['value-and-unit', 'norms.yaml', 'value: 2/3, unit: share', 'value: 2/3, unit: day'],
  ['no-charter', 'law/listina.yaml', 'kind: charter', 'kind: rule'],
  ['committee-without-body', 'committees.yaml', 'mladinski-svet:', 'mladi-svet:'],
  [
    'circle',
    'territories.yaml',
    'name: { sl: Država, en: The state }',
    'name: { sl: Država, en: The state }, within: obcina',
  ],
  [
    'circle',
    'bodies.yaml',
    'parent: obcina-trilesje, basis: charter/8',
    'parent: svet-za-pravice, basis: charter/8',
  ],
  ['succession-shape', 'successions.yaml', 'kind: split', 'kind: merged'],
  ['lives-on', 'bodies.yaml', 'until: 2024-12-31, ', '', { in: 'successions.yaml', on: 'oddelka-2025' }],
  ['not-yet-there', 'successions.yaml', 'kind: merged, on: 2023-07-01', 'kind: merged, on: 2023-06-01'],
  [
    'shape-missing',
    'districts.yaml',
    'brod: {',
    'jug: { order: 9, name: { sl: Jug }, within: obcina, verification: working, source: izmisljeno }\nbrod: {',
    { in: 'districts.geojson', on: 'features' },
  ],
  ['shape-unknown', 'districts.geojson', '"key":"brod"', '"key":"bord"', { near: 'brod' }],
  ['shape-kind', 'districts.geojson', '"type":"MultiPolygon"', '"type":"Point"'],
  ['ring-open', 'districts.geojson', '[14.79,46.01],[14.8,46.04]]]', '[14.79,46.01],[14.8,46.05]]]'],
  [
    'ring-short',
    'districts.geojson',
    '[[14.94,46.02],[14.96,46.02],[14.96,46.03],[14.94,46.02]]',
    '[[14.94,46.02],[14.94,46.02]]',
  ],
  ['position', 'districts.geojson', '[14.86,46.04],[14.85,46.0]', '[46.04,114.86],[14.85,46.0]'],
]

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
  ]
  expect(faultCodes.filter((code) => !shown.has(code) && !elsewhere.includes(code))).toEqual([])
})
