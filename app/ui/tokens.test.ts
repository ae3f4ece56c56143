import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { contrast, inkOn, standingOut } from './contrast.ts'
import { accents, least, marksOn, plainColours, type Theme, themeCss, themes, wordsOn } from './tokens.ts'

const names = Object.keys(themes) as Theme[]

test('black on white is 21, a colour on itself 1, and #767676 is the lightest grey that passes on white', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5)
  expect(contrast('#8f1616', '#8f1616')).toBe(1)
  expect(contrast('#767676', '#ffffff')).toBeGreaterThanOrEqual(4.5)
  expect(contrast('#777777', '#ffffff')).toBeLessThan(4.5)
})

for (const theme of names) {
  const colour = themes[theme]
  for (const [ink, ground] of wordsOn) {
    test(`${theme}: words in ${ink} on ${ground} reach ${least(theme).words}`, () => {
      expect(contrast(colour[ink], colour[ground])).toBeGreaterThanOrEqual(least(theme).words)
    })
  }
  for (const [mark, ground] of marksOn) {
    test(`${theme}: marks in ${mark} on ${ground} reach ${least(theme).marks}`, () => {
      expect(contrast(colour[mark], colour[ground])).toBeGreaterThanOrEqual(least(theme).marks)
    })
  }
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

test('style.css uses no colour but the tokens', () => {
  const css = readFileSync(new URL('./style.css', import.meta.url), 'utf8')
  expect(css.match(/#[0-9a-f]{3,8}\b(?=[^{}]*;)|rgb\(|hsl\(|gradient\(/gi)).toBeNull()
  const known = new Set([...Object.keys(themes.light), ...Object.keys(accents([], 'light'))])
  const local = new Set([...css.matchAll(/--([\w-]+):/g)].map(([, name]) => name))
  const unknown = [...css.matchAll(/var\(--([\w-]+)/g)].map(([, name]) => name!).filter((each) => !known.has(each) && !local.has(each))
  expect(unknown).toEqual([])
})
