import { expect, test } from 'vitest'
import type { Shown } from '#kit/form.ts'
import type { View } from '#kit/view.ts'
import { BarChart, Sparkline } from './charts.tsx'
import { DistrictMap, type Feature, type FeatureCollection } from './district-map.tsx'
import { exampleView, show } from './example.ts'
import { Checkboxes, Radios, TextArea, TextField } from './fields.tsx'
import { at, Form } from './forms.tsx'
import { Gallery } from './gallery.tsx'
import { SearchResults, StructuredList } from './lists.tsx'
import { Notice } from './notices.tsx'
import { Page } from './page.tsx'
import { parts } from './parts.ts'
import { Table } from './table.tsx'
import { LawText, PersonText, SaidText, WebLink } from './text.tsx'
import { faultsIn } from './wellformed.ts'

const view = exampleView('en')

for (const lang of ['ko', 'en']) {
  for (const [part, examples] of Object.entries(parts)) {
    for (const [name, example] of Object.entries(examples)) {
      test(`${part}, ${name}, in ${lang}, is sound`, () => {
        expect(faultsIn(String(<div>{show(example, exampleView(lang))}</div>))).toEqual([])
      })
    }
  }
  for (const theme of ['auto', 'light', 'dark'] as const) {
    for (const contrast of ['normal', 'high'] as const) {
      test(`the gallery in ${lang}, ${theme}, ${contrast} contrast, says how it wants to be shown`, () => {
        const prefs = { theme, contrast, text: 'larger' } as const
        const html = String(<Gallery view={{ ...exampleView(lang), prefs }} />)
        expect(html).toMatch(
          `<html lang="${lang}" data-theme="${theme}" data-contrast="${contrast}" data-text="larger">`,
        )
        expect(html.startsWith('<!DOCTYPE html>')).toBe(true)
        expect(faultsIn(html)).toEqual([])
        expect(html.match(/<h1>/g)).toHaveLength(1)
      })
    }
  }
}

test('the Korean gallery is Korean: no sentence of the English one is left in the frame', () => {
  const english = String(<Page view={exampleView('en')} title="T" />)
  const korean = String(<Page view={exampleView('ko')} title="T" />)
  const texts = (html: string) => [...html.matchAll(/>([^<>]{4,})</g)].map(([, text]) => text!.trim())
  const shared = texts(english).filter((text) => texts(korean).includes(text) && /[a-z]{3}/.test(text))
  expect(shared).toEqual(['English'])
})

test('whatever a person writes stays text', () => {
  const evil = '"><script>alert(1)</script><img src=x onerror=alert(1)>\'&'
  const shown: Shown = { typed: { a: evil, b: [evil] }, problems: [{ field: 'a', code: evil, facts: {} }] }
  const html = String(
    <Page
      view={{ ...view, path: `/${evil}`, csrf: evil }}
      title={evil}
      description={evil}
      kicker={evil}
      lead={evil}
    >
      <Form view={view} action={evil} submit={evil} shown={shown} draft={evil}>
        <TextField {...at(view, shown, 'a')} label={evil} hint={evil} />
        <TextArea {...at(view, shown, 'b')} label={evil} />
      </Form>
      <Notice view={view} title={evil}>
        {evil}
      </Notice>
      <StructuredList items={[{ title: evil, href: evil, text: evil, meta: [evil] }]} />
      <SearchResults
        view={view}
        results={[{ href: evil, title: evil, kind: evil, excerpt: [{ hit: evil }] }]}
      />
      <Table view={view} caption={evil} columns={[{ key: 'k', label: evil }]} rows={[{ k: evil }]} />
      <PersonText text={evil} lang={evil} by={evil} />
      <LawText
        number={evil}
        title={evil}
        lang="en"
        paragraphs={[{ number: evil, text: evil, items: [evil] }]}
      />
      <SaidText view={view} said={{ text: evil, lang: 'ko', fallback: true }} />
      <BarChart view={view} caption={evil} bars={[{ label: evil, value: 1, text: evil }]} />
      <Sparkline values={[1, 2]} label={evil} />
    </Page>,
  )
  expect(html).not.toMatch(/<script>|<img/)
  expect(html.match(/<script type="module" src="[^"]*">/g)).toHaveLength(1)
})

for (const [href, link] of [
  ['https://example.org/a', true],
  ['http://example.org', true],
  ['javascript:alert(1)', false],
  ['JAVASCRIPT:alert(1)', false],
  ['data:text/html,a', false],
  ['//example.org', false],
  ['https://', false],
] as const) {
  test(`an address somebody gave, ${href}, ${link ? 'is a link' : 'is only text'}`, () => {
    expect(String(<WebLink href={href}>here</WebLink>).startsWith('<a ')).toBe(link)
  })
}

test('a form shown again keeps what was typed and leads from the summary to the field', () => {
  const shown: Shown = {
    typed: { title: 'Bus' },
    problems: [{ field: 'title', code: 'form.too-short', facts: { least: 5 } }],
  }
  const html = String(
    <Form view={view} action="/en/petitions" submit="Send" shown={shown} draft="petition">
      <TextField {...at(view, shown, 'title')} label="Title" value="before" hint="Short" />
    </Form>,
  )
  expect(html).toContain('href="#title"')
  expect(html).toContain('value="Bus"')
  expect(html).toContain('aria-invalid="true" aria-describedby="title-hint title-error"')
  expect(html).toMatch(/role="alert" tabindex="-1" autofocus/)
  expect(html).not.toContain('data-fresh')
})

test('a fresh form shows what is there already, and may take up a draft', () => {
  const shown: Shown = { typed: {}, problems: [] }
  const html = String(
    <Form view={view} action="/en/me" submit="Save" shown={shown} draft="me">
      <TextField {...at(view, shown, 'name')} label="Name" value="Yuna" />
    </Form>,
  )
  expect(html).toContain('value="Yuna"')
  expect(html).toContain('data-draft="me" data-fresh=""')
  expect(html).toContain('name="_csrf" value="token"')
})

test('a box that was cleared stays clear when the form is shown again', () => {
  const options = [{ value: 'mail', label: 'E-mail' }]
  const boxes = (shown: Shown) =>
    String(<Checkboxes {...at(view, shown, 'tell')} label="How" options={options} value={['mail']} />)
  expect(boxes({ typed: {}, problems: [] })).toContain('checked')
  expect(boxes({ typed: {}, problems: [{ field: 'name', code: 'form.missing', facts: {} }] })).not.toContain(
    'checked',
  )
})

test('a page links its other languages, each called by its own name', () => {
  const here = { ...view, path: '/charter/11', query: '?on=2012-05-21' }
  const html = String(<Page view={here} title="Article 11" current="charter" />)
  expect(html).toContain('<link rel="alternate" hreflang="ko" href="https://hanbit.example/ko/charter/11"/>')
  expect(html).toContain('<a href="/ko/charter/11?on=2012-05-21" lang="ko" hreflang="ko">한국어</a>')
  expect(html).toContain('<a href="/en/charter" aria-current="true">Rights</a>')
  expect(html).toContain('href="/en/sign-in?to=%2Fen%2Fcharter%2F11%3Fon%3D2012-05-21"')
  expect(String(<Page view={{ ...view, path: '/' }} title="Front" />)).toContain(
    'hreflang="ko" href="https://hanbit.example/ko"/>',
  )
})

test('what is to be mended is named by its field', () => {
  const missing = (field: string) => ({ field, code: 'form.missing', facts: {} })
  const shown: Shown = { typed: { place: '' }, problems: ['place', 'name', 'mode', ''].map(missing) }
  const html = String(
    <Form view={view} action="/x" submit="Send" shown={shown}>
      <TextField {...at(view, shown, 'place')} label="Where & when" />
      <TextField {...at(view, shown, 'name')} label="설계" labelLang="ko" />
      <Radios {...at(view, shown, 'mode')} label="How" options={[{ value: 'video', label: 'By video' }]} />
    </Form>,
  )
  expect(html).toContain('<li><a href="#place">Where &amp; when: form.missing</a></li>')
  expect(html).toContain('<li><a href="#name">설계: form.missing</a></li>')
  expect(html).toContain('<li><a href="#mode">How: form.missing</a></li>')
  expect(html).toContain('<li>form.missing</li>')
})

test('a page with something to mend says so in its title', () => {
  const shown: Shown = { typed: {}, problems: [{ field: '', code: 'form.expired', facts: {} }] }
  expect(String(<Page view={view} title="Petition" shown={shown} />)).toContain(
    '<title>Error: Petition · Hanbit</title>',
  )
})

test('who acts for somebody else is told so on every page', () => {
  const viewer: View['viewer'] = {
    kind: 'person',
    id: 1,
    name: 'Taeyang',
    assurance: 3,
    secondFactor: true,
    roles: [],
    actingFor: { id: 2, name: 'Minho' },
  }
  const html = String(<Page view={{ ...view, viewer }} title="Desk" />)
  expect(html).toContain('You are acting for <bdi>Minho</bdi>.')
  expect(html).toContain('action="/en/sign-out"')
  expect(html).not.toContain('/sign-in?')
})

test('a district is drawn alike, whichever way round its file gives its border', () => {
  const ring = [
    [10, 50],
    [10, 51],
    [11, 51],
    [11, 50],
    [10, 50],
  ]
  const hole = [
    [10.4, 50.4],
    [10.4, 50.6],
    [10.6, 50.6],
    [10.6, 50.4],
    [10.4, 50.4],
  ]
  const drawn = (coordinates: number[][][]) => {
    const feature: Feature = {
      type: 'Feature',
      properties: { id: 'a' },
      geometry: { type: 'Polygon', coordinates },
    }
    const shapes = { type: 'FeatureCollection', features: [feature] } as const
    const html = String(
      <DistrictMap view={view} caption="Map" shapes={shapes} districts={[{ id: 'a', name: 'A' }]} />,
    )
    return html.match(/viewBox="([^"]+)"/)![1]
  }
  const pictures = [ring, ring.toReversed()].flatMap((outer) =>
    [hole, hole.toReversed()].map((inner) => drawn([outer, inner])),
  )
  expect(new Set(pictures).size).toBe(1)
  expect(Number(pictures[0]!.split(' ')[3])).toBeGreaterThan(900)
})

for (const [value, step] of [
  [0, 'q0'],
  [19.9, 'q0'],
  [20, 'q0'],
  [20.1, 'q1'],
  [21, 'q1'],
  [99, 'q4'],
  [100, 'q4'],
] as const) {
  test(`of districts from 0 to 100, ${value} is painted ${step}`, () => {
    const shapes: FeatureCollection = {
      type: 'FeatureCollection',
      features: ['low', 'high', 'it'].map((id) => ({
        type: 'Feature',
        properties: { id },
        geometry: {
          type: 'Polygon',
          coordinates: [
            [
              [10, 50],
              [10, 51],
              [11, 51],
              [10, 50],
            ],
          ],
        },
      })),
    }
    const districts = [
      { id: 'low', name: 'Low', value: 0 },
      { id: 'high', name: 'High', value: 100 },
      { id: 'it', name: 'It', value },
    ]
    const html = String(<DistrictMap view={view} caption="Map" shapes={shapes} districts={districts} />)
    expect([...html.matchAll(/<path d="[^"]*" class="district (\w+)"/g)].map(([, each]) => each)).toEqual([
      'q0',
      'q4',
      step,
    ])
  })
}

test('a map tells what is hidden from what is not known, in the picture, the legend and the table', () => {
  const square = (id: string, x: number): Feature => ({
    type: 'Feature',
    properties: { id },
    geometry: {
      type: 'Polygon',
      coordinates: [
        [
          [x, 50],
          [x, 51],
          [x + 1, 51],
          [x + 1, 50],
          [x, 50],
        ],
      ],
    },
  })
  const shapes = { type: 'FeatureCollection', features: ['a', 'b', 'c'].map(square) } as const
  const districts = [
    { id: 'a', name: 'A', value: 4 },
    { id: 'b', name: 'B', hidden: true },
    { id: 'c', name: 'C' },
  ]
  const html = String(<DistrictMap view={view} caption="Map" shapes={shapes} districts={districts} />)
  expect([...html.matchAll(/<path d="[^"]*" class="district (\w+)"/g)].map(([, each]) => each)).toEqual([
    'q0',
    'hidden',
    'unknown',
  ])
  expect(html.match(/hidden, too few people/g)).toHaveLength(2)
  expect(html.match(/no data/g)).toHaveLength(2)
})

test('a line is broken where a value is missing, and a lonely value is a dot', () => {
  const line = (values: (number | null)[]) =>
    String(<Sparkline values={values} label="a" />).match(/<path d="([^"]*)"/)?.[1]
  expect(line([1, 2, null, 3, 4])?.match(/M/g)).toHaveLength(2)
  expect(line([1, null, 2])).toMatch(/^M\S+ \S+h0M\S+ \S+h0$/)
  expect(line([null, null])).toBe('')
})

test('a bar is as long as its share, and none is longer than the chart', () => {
  const html = String(
    <BarChart
      view={view}
      caption="a"
      max={50}
      bars={[25, 0, 80].map((value) => ({ label: value, value }))}
    />,
  )
  expect([...html.matchAll(/bar-value" width="([\d.]+)"/g)].map(([, width]) => Number(width))).toEqual([
    50, 0, 100,
  ])
})
