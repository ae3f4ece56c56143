import { expect, test } from 'vitest'
import { openBrowser } from './browser.ts'

// What comes out of a printer at a counter.
const { newPage } = openBrowser()

for (const path of [
  '/en/charter/11',
  '/ko/committees/human-rights-civil-committee',
  '/ko/bodies',
  '/en/norms',
])
  test(`${path} on paper: the text without what can only be pressed, within the width of A4`, async () => {
    const page = await newPage({ theme: 'dark' })
    await page.goto(path)
    await page.emulateMedia({ media: 'print' })
    expect(await page.getByRole('heading', { level: 1 }).isVisible()).toBe(true)
    for (const away of ['nav', 'search', 'button', '.skip', '.display', '.account'])
      expect([away, await page.locator(away).filter({ visible: true }).count()]).toEqual([away, 0])
    const { color, background } = await page.evaluate(() => {
      const { color, backgroundColor } = getComputedStyle(document.body)
      return { color, background: backgroundColor }
    })
    expect([lightness(color) < 0.3, lightness(background) > 0.9 || /, 0\)$/.test(background)]).toEqual([
      true,
      true,
    ])
    // The text of an A4 page with margins of 12 mm is 703 CSS pixels wide.
    await page.setViewportSize({ width: 703, height: 1000 })
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(703)
    const pdf = await page.pdf({ format: 'A4', margin: { left: '12mm', right: '12mm' } })
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-')
  })

test('an address that a printed page leads to stands beside its words', async () => {
  const page = await newPage()
  await page.goto('/en/law/human-rights-ordinance')
  await page.emulateMedia({ media: 'print' })
  const outward = page.locator('main a[href^="https:"]').filter({ visible: true }).first()
  const after = await outward.evaluate((each) => getComputedStyle(each, '::after').content)
  expect(after).toContain('https:')
})

/** From 0, black, to 1, white. */
function lightness(colour: string): number {
  const [red = 0, green = 0, blue = 0] = (colour.match(/[\d.]+/g) ?? []).map(Number)
  return (red + green + blue) / 3 / 255
}
