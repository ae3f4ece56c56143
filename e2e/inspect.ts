import { globSync, readFileSync } from 'node:fs'
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { demoPeople } from '#people/index.ts'
import { sentenceKinds as kinds } from './declared.ts'

/** Of the cast, and of whoever else the demonstration tells of; a made-up member of a committee is marked as such. */
const names = [
  ...demoPeople.map(({ name }) => name.ko!),
  ...globSync('cities/gwangju/demo/**/*.yaml')
    .flatMap((file) => [...readFileSync(file, 'utf8').matchAll(/\bname: ([가-힣]+)/g)])
    .flatMap(([, name]) => [`${name} (예시)`, name!]),
]
const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** What is wrong with the page that a reader has in front of them; empty, if all is well. */
export async function faultsOf(page: Page, lang: string): Promise<string> {
  const faults = [
    ...(await barriers(page)),
    ...(await page.evaluate(oddities, { lang, names, kinds })),
    ...(await overflow(page)),
  ]
  return faults.join('\n')
}

/** In the page's own frame, and without the list of everything that is right. */
const axe = (page: Page) =>
  new AxeBuilder({ page })
    .options({ resultTypes: ['violations'] })
    .withTags(standards)
    .setLegacyMode()

/** What axe finds by WCAG 2.2 AA and good practice: each rule once, with how often and where first. */
export async function barriers(page: Page): Promise<string[]> {
  const { violations } = await axe(page).analyze()
  return violations.map(({ id, nodes }) => {
    const why = nodes[0]?.failureSummary?.split('\n').slice(1).join(' ').replace(/\s+/g, ' ').trim()
    return `${id} (${nodes.length}): ${nodes[0]?.target.join(' ')}: ${why}`
  })
}

/** What a telephone shows only to whoever drags the page sideways. */
export async function overflow(page: Page): Promise<string[]> {
  const before = page.viewportSize()!
  await page.setViewportSize({ width: 360, height: 740 })
  const wide = await page.evaluate(tooWide)
  await page.setViewportSize(before)
  return wide
}

/** Runs in the page. */
function tooWide(): string[] {
  const { scrollWidth } = document.documentElement
  if (scrollWidth <= window.innerWidth) return []
  const canScroll = (each: Element) => /auto|scroll|hidden|clip/.test(getComputedStyle(each).overflowX)
  const isWide = (each: Element) => {
    const { left, width } = each.getBoundingClientRect()
    return left + (canScroll(each) ? width : Math.max(width, each.scrollWidth)) > window.innerWidth + 1
  }
  const wide = [...document.querySelectorAll('body *')].filter((each) => {
    let around = each.parentElement
    while (around && around !== document.body && !canScroll(around)) around = around.parentElement
    return isWide(each) && (!around || around === document.body)
  })
  const named = wide
    .filter((each) => !wide.some((other) => other !== each && each.contains(other)))
    .slice(0, 5)
    .map((each) => `${each.tagName.toLowerCase()} “${each.textContent?.slice(0, 40)}”`)
  return [`${scrollWidth} px wide on a screen of 360: ${named.join(', ')}`]
}

/** Runs in the page: what a reader of this language would stumble over. Names are in no language (WCAG 3.1.2). */
function oddities({
  lang,
  names,
  kinds,
}: {
  lang: string
  names: string[]
  kinds: readonly string[]
}): string[] {
  const faults: string[] = []
  const code = new RegExp(`^(${kinds.join('|')})\\.[a-z-]+$`)
  if (document.documentElement.lang !== lang)
    faults.push(`the page says its language is ${document.documentElement.lang}`)
  const headings = document.querySelectorAll('h1').length
  if (headings !== 1) faults.push(`${headings} headings of the first order`)
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  while (texts.nextNode()) {
    const text = (texts.currentNode.nodeValue ?? '').trim()
    const element = texts.currentNode.parentElement!
    if (!text || element.closest('script, style, code, pre')) continue
    if (/\bundefined\b|\bNaN\b|\[object |Invalid Date/.test(text)) faults.push(`it says “${text}”`)
    if (code.test(text)) faults.push(`a word is missing: ${text}`)
    const spoken = element.closest('[lang]')?.getAttribute('lang')
    const told = names.reduce((rest, name) => rest.replaceAll(name, ''), text)
    if (spoken !== 'ko' && /[가-힣]/.test(told)) faults.push(`Korean that is not marked as Korean: “${text}”`)
  }
  return faults
}
