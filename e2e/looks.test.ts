import { expect, test } from 'vitest'
import { openBrowser } from './browser.ts'
import { barriers, faultsOf } from './inspect.ts'

// Every part there is, in every way a reader may want to see it.
const { newPage } = openBrowser()

for (const theme of ['light', 'dark'] as const)
  for (const contrast of ['normal', 'high'] as const)
    test(`all parts in ${theme} colours and ${contrast} contrast`, async () => {
      const page = await newPage({ theme, contrast })
      await page.goto('/ko/ui')
      expect(await barriers(page)).toEqual([])
    })

for (const path of ['/ko', '/en/city', '/ko/committees/human-rights-civil-committee', '/en/sign-in'])
  test(`${path} in dark colours and high contrast`, async () => {
    const page = await newPage({ theme: 'dark', contrast: 'high' })
    await page.goto(path)
    expect(await faultsOf(page, path.slice(1, 3))).toBe('')
  })

test('what axe, the width of a telephone or a reader would stumble over is found', async () => {
  const page = await newPage()
  await page.goto('/en/charter/11')
  expect(await faultsOf(page, 'en')).toBe('')
  await page.evaluate(() => {
    document.querySelector('main')!.insertAdjacentHTML(
      'beforeend',
      `<h1>Second</h1><img src="/nothing.png"><p id="pale">pale</p><p>room.code</p><p>undefined</p>
       <p>조항</p><div id="wide">wide</div>`,
    )
    document.getElementById('pale')!.style.color = '#ddd'
    document.getElementById('wide')!.style.width = '2000px'
  })
  const faults = await faultsOf(page, 'ko')
  for (const fault of [
    /^image-alt \(1\): img/m,
    /^color-contrast \(1\): #pale/m,
    /^the page says its language is en$/m,
    /^2 headings of the first order$/m,
    /^a word is missing: room\.code$/m,
    /^it says “undefined”$/m,
    /^Korean that is not marked as Korean: “조항”$/m,
    /^\d+ px wide on a screen of 360: div “wide”$/m,
  ])
    expect(faults).toMatch(fault)
})
