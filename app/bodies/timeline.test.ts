import { expect, test } from 'vitest'
import { gather } from './body.ts'
import { files } from './office.fixture.ts'
import { family } from './succession.ts'
import { draw, wrap } from './timeline.ts'

const bodies = new Map(gather(files).map((each) => [each.key, each]))
const drawn = draw(family(bodies, 'rights-bureau'), Temporal.PlainDate.from('2026-11-21'), {
  say: (text) => text.en ?? '',
  facts: (version) => version.from.slice(0, 4),
  under: (parent) => `under ${parent}`,
})

test('each version is a bar as wide as it had staff, one under the other', () => {
  const office = drawn.bars.filter((bar) => bar.key === 'rights-office')
  expect(office.map((bar) => Math.round(bar.width))).toEqual([27, 50, 75])
  for (const [at, bar] of office.slice(1).entries()) {
    expect(bar.y).toBeCloseTo(office[at]!.y + office[at]!.height, 0)
  }
})

test('only what stands today is drawn as standing', () => {
  expect(drawn.bars.filter((bar) => bar.stands).map((bar) => bar.key)).toEqual(['rights-bureau'])
})

test('a merger continues the first column and is joined to the others', () => {
  const middle = (key: string) => {
    const bar = drawn.bars.find((each) => each.key === key)!
    return bar.x + bar.width / 2
  }
  expect(middle('rights-bureau')).toBe(middle('rights-office'))
  expect(middle('peace-office')).toBeGreaterThan(middle('rights-office'))
  expect(drawn.links.map((link) => link.part)).toEqual([true, false])
})

test('what is written in one column never lies on what is written above it', () => {
  const columns = Map.groupBy(drawn.labels, (label) => label.x)
  for (const labels of columns.values())
    for (const [at, label] of labels.slice(1).entries())
      expect(label.y - labels[at]!.y).toBeGreaterThanOrEqual(
        (labels[at]!.lines.length + labels[at]!.small.length) * 18,
      )
})

test('nothing is drawn outside the drawing', () => {
  for (const { x, y, width, height } of drawn.bars) {
    expect(Math.min(x, y)).toBeGreaterThanOrEqual(0)
    expect(x + width).toBeLessThanOrEqual(drawn.width)
    expect(y + height).toBeLessThanOrEqual(drawn.height)
  }
})

test('a Korean name breaks between words before it runs over', () => {
  expect(wrap('민주인권평화국 인권정책담당관', 140)).toEqual(['민주인권평화국', '인권정책담당관'])
  expect(wrap('Human Rights Office', 200)).toEqual(['Human Rights Office'])
})

test('a body whose staff is not known keeps the width it had, drawn as not known', () => {
  const later = structuredClone(files)
  const { staff: _, ...unknown } = later.bodies[2]!.versions[2]!
  later.bodies[2]!.versions[2] = { ...unknown, parent: 'new-city' }
  const { bars, moves, labels } = draw([gather(later)[2]!], Temporal.PlainDate.from('2026-11-21'), {
    say: (text) => text.en ?? '',
    facts: () => '',
    under: (parent) => `under ${parent}`,
  })
  expect(bars.map((bar) => bar.staffKnown)).toEqual([true, true, false])
  expect(bars[2]!.width).toBe(bars[1]!.width)
  expect(moves).toEqual([{ x: bars[2]!.x + bars[2]!.width / 2, y: bars[2]!.y }])
  expect(labels[2]!.small).toContain('under new-city')
})
