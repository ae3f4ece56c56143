import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { styles } from './assets.ts'
import { contrast, inkOn, standingOut } from './contrast.ts'
import {
  accents,
  least,
  marksOn,
  plainColours,
  type Theme,
  type Token,
  themeCss,
  themes,
  wordsOn,
} from './tokens.ts'

const names = Object.keys(themes) as Theme[]

test('black on white is 21, a colour on itself 1, and #767676 is the lightest grey that passes on white', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5)
  expect(contrast('#8f1616', '#8f1616')).toBe(1)
  expect(contrast('#767676', '#ffffff')).toBeGreaterThanOrEqual(4.5)
  expect(contrast('#777777', '#ffffff')).toBeLessThan(4.5)
})

const faint = (theme: Theme, pairs: readonly [Token, Token][], least: number) =>
  pairs
    .map(([ink, ground]) => ({ ink, ground, contrast: contrast(themes[theme][ink], themes[theme][ground]) }))
    .filter((each) => each.contrast < least)

for (const theme of names) {
  const colour = themes[theme]
  test(`${theme}: words reach ${least(theme).words}, and marks ${least(theme).marks}, wherever they stand`, () => {
    expect(faint(theme, wordsOn, least(theme).words)).toEqual([])
    expect(faint(theme, marksOn, least(theme).marks)).toEqual([])
  })
  test(`${theme}: the name of a district is read on each of the map's five steps`, () => {
    const made = accents(plainColours, theme)
    const pairs = [
      ['q0', 'ink'],
      ['q1', 'ink'],
      ['q2', 'ink'],
      ['q3', 'paper'],
      ['q4', 'paper'],
    ] as const
    for (const [step, ink] of pairs) expect(contrast(made[step]!, colour[ink])).toBeGreaterThanOrEqual(4.5)
  })
  test(`${theme}: the focus ring or its halo is seen on every ground`, () => {
    for (const ground of ['paper', 'wash', 'deep', 'action', 'alert', 'info-wash', 'bad-wash'] as const) {
      const seen = [colour.focus, colour.halo].map((each) => contrast(each, colour[ground]))
      expect(Math.max(...seen)).toBeGreaterThanOrEqual(3)
    }
  })
  test(`${theme}: any colours a city may choose become accents that are seen and can be written on`, () => {
    for (const colours of [plainColours, ['#ffffff', '#000000', '#ffff00', '#808080', '#123456']]) {
      const made = accents(colours, theme)
      for (const n of [1, 2, 3, 4, 5]) {
        expect(contrast(made[`c${n}`]!, colour.paper)).toBeGreaterThanOrEqual(least(theme).marks)
        expect(contrast(made[`c${n}`]!, made[`on${n}`]!)).toBeGreaterThanOrEqual(4.5)
      }
    }
  })
}

test('a colour that already stands out is left alone', () => {
  expect(standingOut('#1f5a96', '#ffffff', 3)).toBe('#1f5a96')
  expect(inkOn('#ffd84d')).toBe('#000000')
})

test('a colour that is not written #rrggbb stops the start', () => {
  expect(() => themeCss(['red'])).toThrow('#rrggbb')
})

test('the stylesheets use no colour but the tokens', () => {
  const css = styles
    .map((name) => readFileSync(new URL(`./style/${name}.css`, import.meta.url), 'utf8'))
    .join()
  expect(css.match(/#[0-9a-f]{3,8}\b(?=[^{}]*;)|rgb\(|hsl\(|gradient\(/gi)).toBeNull()
  const known = new Set([...Object.keys(themes.light), ...Object.keys(accents([], 'light'))])
  const local = new Set([...css.matchAll(/--([\w-]+):/g)].map(([, name]) => name))
  const unknown = [...css.matchAll(/var\(--([\w-]+)/g)]
    .map(([, name]) => name!)
    .filter((each) => !known.has(each) && !local.has(each))
  expect(unknown).toEqual([])
})

test('the README says the least contrast of each ink as it is measured', () => {
  const row = (ink: Token, pairs: readonly [Token, Token][]) => {
    const grounds = pairs.filter(([each]) => each === ink).map(([, ground]) => ground)
    const lowest = names.map((theme) =>
      Math.min(...grounds.map((ground) => contrast(themes[theme][ink], themes[theme][ground]))).toFixed(1),
    )
    return `| ${ink} | ${grounds.join(', ')} | ${lowest.join(' | ')} |`
  }
  const rows = [wordsOn, marksOn].flatMap((pairs) =>
    [...new Set(pairs.map(([ink]) => ink))].map((ink) => row(ink, pairs)),
  )
  expect(readFileSync(new URL('./README.md', import.meta.url), 'utf8')).toContain(rows.join('\n'))
})
