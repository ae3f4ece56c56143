import { inkOn, mix, standingOut } from './contrast.ts'

/** Every colour of the site by its task, in each way of showing it. `style.css` knows no other colour. */
export const themes = {
  light: {
    paper: '#ffffff',
    wash: '#f2f5f4',
    ink: '#15191c',
    soft: '#4a5459',
    line: '#cfd6d6',
    edge: '#69757b',
    link: '#0a4b8c',
    'link-hover': '#062c54',
    visited: '#5f3a87',
    deep: '#123049',
    'on-deep': '#ffffff',
    'deep-soft': '#c6d6e2',
    action: '#0f4f8f',
    'on-action': '#ffffff',
    'action-hover': '#0a3867',
    focus: '#0a4b8c',
    halo: '#ffd84d',
    good: '#17633a',
    'good-wash': '#e8f4ec',
    wait: '#7a4d00',
    'wait-wash': '#fdf3dc',
    bad: '#ab1f1f',
    'bad-wash': '#fdeceb',
    info: '#0a4b8c',
    'info-wash': '#e8f1f9',
    alert: '#8f1616',
    'on-alert': '#ffffff',
    hit: '#ffe99a',
  },
  dark: {
    paper: '#12171a',
    wash: '#1b2226',
    ink: '#eef2f3',
    soft: '#b4c0c5',
    line: '#354046',
    edge: '#8a979d',
    link: '#93c6f4',
    'link-hover': '#c9e3fb',
    visited: '#cdb3ee',
    deep: '#0b0f12',
    'on-deep': '#eef2f3',
    'deep-soft': '#b4c0c5',
    action: '#93c6f4',
    'on-action': '#0b1a28',
    'action-hover': '#c9e3fb',
    focus: '#ffd84d',
    halo: '#12171a',
    good: '#86d4a1',
    'good-wash': '#15291d',
    wait: '#f0c268',
    'wait-wash': '#2b2312',
    bad: '#ffa79f',
    'bad-wash': '#331a19',
    info: '#93c6f4',
    'info-wash': '#152634',
    alert: '#7d1515',
    'on-alert': '#ffffff',
    hit: '#5a4a00',
  },
  'light high': {
    paper: '#ffffff',
    wash: '#ffffff',
    ink: '#000000',
    soft: '#1f2427',
    line: '#000000',
    edge: '#000000',
    link: '#00317a',
    'link-hover': '#001a42',
    visited: '#4a1a78',
    deep: '#000000',
    'on-deep': '#ffffff',
    'deep-soft': '#ffffff',
    action: '#00317a',
    'on-action': '#ffffff',
    'action-hover': '#001a42',
    focus: '#00317a',
    halo: '#ffd84d',
    good: '#054a25',
    'good-wash': '#ffffff',
    wait: '#5c3900',
    'wait-wash': '#ffffff',
    bad: '#8a0a0a',
    'bad-wash': '#ffffff',
    info: '#00317a',
    'info-wash': '#ffffff',
    alert: '#6e0b0b',
    'on-alert': '#ffffff',
    hit: '#ffe99a',
  },
  'dark high': {
    paper: '#000000',
    wash: '#000000',
    ink: '#ffffff',
    soft: '#e6ebed',
    line: '#ffffff',
    edge: '#ffffff',
    link: '#a8d5ff',
    'link-hover': '#ffffff',
    visited: '#e0ccff',
    deep: '#000000',
    'on-deep': '#ffffff',
    'deep-soft': '#ffffff',
    action: '#ffe066',
    'on-action': '#000000',
    'action-hover': '#ffffff',
    focus: '#ffe066',
    halo: '#000000',
    good: '#9bf0b8',
    'good-wash': '#000000',
    wait: '#ffd98a',
    'wait-wash': '#000000',
    bad: '#ffc2bc',
    'bad-wash': '#000000',
    info: '#a8d5ff',
    'info-wash': '#000000',
    alert: '#5a0000',
    'on-alert': '#ffffff',
    hit: '#4a3d00',
  },
} as const

export type Theme = keyof typeof themes
export type Token = keyof (typeof themes)['light']

/** Where words stand on a ground: what `tokens.test.ts` measures. */
export const wordsOn: readonly [Token, Token][] = [
  ...(['ink', 'soft', 'link', 'link-hover', 'visited', 'good', 'wait', 'bad', 'info'] as const).flatMap(
    (each): [Token, Token][] => [
      [each, 'paper'],
      [each, 'wash'],
    ],
  ),
  ...(['good', 'wait', 'bad', 'info'] as const).flatMap((each): [Token, Token][] => [
    [each, `${each}-wash`],
    ['ink', `${each}-wash`],
    ['link', `${each}-wash`],
    ['link-hover', `${each}-wash`],
    ['visited', `${each}-wash`],
    ['soft', `${each}-wash`],
  ]),
  ['on-deep', 'deep'],
  ['deep-soft', 'deep'],
  ['on-action', 'action'],
  ['on-action', 'action-hover'],
  ['on-alert', 'alert'],
  ['ink', 'hit'],
]

/** What must be seen to use a page, though it is no text: borders of fields, marks, the focus ring. */
export const marksOn: readonly [Token, Token][] = [
  ['edge', 'paper'],
  ['edge', 'wash'],
  ['action', 'paper'],
  ['action', 'wash'],
  ['focus', 'paper'],
  ['focus', 'wash'],
  ['good', 'paper'],
  ['wait', 'paper'],
  ['bad', 'paper'],
]

/** The least contrast of words and of marks. */
export const least = (theme: Theme): { words: number; marks: number } =>
  theme.endsWith('high') ? { words: 7, marks: 4.5 } : { words: 4.5, marks: 3 }

/** Stands in where a city names no colours of its own: blue, red, ochre, green and purple of the old palette. */
export const plainColours = ['#1f5a96', '#b3392e', '#9a6a0c', '#2c7350', '#6f3f86'] as const

/** The city's five colours as accents `c1`–`c5` with the ink `on1`–`on5` read on them, and five steps of one colour for maps. */
export function accents(colours: readonly string[], theme: Theme): Record<string, string> {
  const { paper, link, wash } = themes[theme]
  const five = plainColours.map((plain, i) =>
    standingOut(colours[i] ?? plain, paper, least(theme).marks + 0.2),
  )
  return Object.fromEntries([
    ...five.flatMap((each, i) => [
      [`c${i + 1}`, each],
      [`on${i + 1}`, inkOn(each)],
    ]),
    ...[0.12, 0.26, 0.42, 0.82, 1].map((share, step) => [`q${step}`, mix(wash, link, share)]),
  ])
}

/** The colours as CSS: chosen by the reader (`data-theme`, `data-contrast`), else by the device. */
export function themeCss(colours: readonly string[]): string {
  const block = (selector: string, theme: Theme) =>
    `${selector}{${Object.entries({ ...themes[theme], ...accents(colours, theme) })
      .map(([name, value]) => `--${name}:${value}`)
      .join(';')};color-scheme:${theme.split(' ')[0]}}`
  const asked = (media: string, css: string) => `@media ${media}{${css}}`
  return [
    block(':root', 'light'),
    asked('screen and (prefers-color-scheme:dark)', block(':root[data-theme=auto]', 'dark')),
    asked('screen', block(':root[data-theme=dark]', 'dark')),
    block(':root[data-contrast=high]', 'light high'),
    asked('(prefers-contrast:more)', block(':root', 'light high')),
    asked(
      'screen and (prefers-color-scheme:dark)',
      block(':root[data-theme=auto][data-contrast=high]', 'dark high') +
        asked('(prefers-contrast:more)', block(':root[data-theme=auto]', 'dark high')),
    ),
    asked(
      'screen',
      block(':root[data-theme=dark][data-contrast=high]', 'dark high') +
        asked('(prefers-contrast:more)', block(':root[data-theme=dark]', 'dark high')),
    ),
  ].join('\n')
}
