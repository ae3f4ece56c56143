import type { Page } from '@playwright/test'
import { expect, test } from 'vitest'
import { openBrowser } from './browser.ts'

// Whoever has no mouse.
const { newPage } = openBrowser()

test('the first key leads past the menu to the text', async () => {
  const page = await newPage()
  await page.goto('/en/charter/11')
  await page.keyboard.press('Tab')
  expect(await focused(page)).toMatchObject({ text: 'Go to the main content', seen: true })
  await page.keyboard.press('Enter')
  await page.keyboard.press('Tab')
  expect(await page.evaluate(() => document.querySelector('main')?.contains(document.activeElement))).toBe(
    true,
  )
})

for (const [path, as] of [
  ['/en', undefined],
  ['/en/sign-in', undefined],
  ['/ko/committees/human-rights-civil-committee', undefined],
  ['/en/me/profile', 'Yuna'],
  ['/ko/desk/committees/human-rights-civil-committee/sittings/new', 'Daeun'],
] as const)
  test(`every stop of the keyboard on ${path} can be seen, in the order of the page, and none holds it fast`, async () => {
    const page = await newPage({ ...(as && { as }) })
    await page.goto(path)
    const stops = await allStops(page)
    expect(stops.length).toBeGreaterThan(10)
    expect(stops.filter((each) => !each.seen).map((each) => each.text)).toEqual([])
    expect(stops.map((each) => each.place)).toEqual(stops.map((each) => each.place).sort((a, b) => a - b))
    expect(stops.at(-1)?.text).toBe('')
  })

test('what unfolds does so by Enter, and by Enter again is closed', async () => {
  const page = await newPage()
  await page.goto('/en')
  const settings = page.getByText('Display settings')
  await settings.focus()
  await page.keyboard.press('Enter')
  await page.getByRole('radio', { name: 'Dark' }).waitFor()
  await page.keyboard.press('Enter')
  await page.getByRole('radio', { name: 'Dark' }).waitFor({ state: 'hidden' })
})

test('a form that cannot be accepted puts the focus on what is to be mended, and each problem leads to its field', async () => {
  const page = await newPage()
  await page.goto('/en/sign-in')
  await page.getByLabel('E-mail address').press('Enter')
  await page.getByRole('alert').waitFor()
  expect(await page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('alert')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('email')
})

type Stop = { text: string; seen: boolean; place: number }

/** Every stop from the top of the page until the keyboard leaves it, which is the last, without a text. */
async function allStops(page: Page): Promise<Stop[]> {
  const stops: Stop[] = []
  for (let presses = 0; presses < 200; presses++) {
    await page.keyboard.press('Tab')
    const stop = await focused(page)
    const last = stops.at(-1)
    // A date has several stops in one field; it is enough that the field shows it at one of them.
    if (last && last.place === stop.place) last.seen ||= stop.seen
    else stops.push(stop)
    if (stop.text === '') return stops
  }
  return stops
}

/** What has the focus, whether a reader can see that it has, and where it stands in the page. */
const focused = (page: Page): Promise<Stop> =>
  page.evaluate(() => {
    const element = document.activeElement
    const everything = [...document.querySelectorAll('*')]
    if (!element || element === document.body) return { text: '', seen: true, place: everything.length }
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element)
    const { width, height, bottom, right } = element.getBoundingClientRect()
    const outlined = (outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2) || boxShadow !== 'none'
    const label = element.getAttribute('aria-label') ?? element.textContent?.trim()
    return {
      text: label || element.getAttribute('name') || element.tagName,
      seen: outlined && width > 0 && height > 0 && bottom > 0 && right > 0,
      place: everything.indexOf(element),
    }
  })
