import { readFile } from 'node:fs/promises'
import type { Locator, Page } from '@playwright/test'
import { expect, test } from 'vitest'
import { openBrowser } from './browser.ts'
import { codeFor, linkFor } from './letters.ts'
import { digitsOf, join, setUpApp, signOut } from './ways-in.ts'

// Everything that people do here can be done without a script.
const { newPage } = openBrowser()
const withoutScripts = (look = {}): Promise<Page> => newPage({ javascript: false, ...look })

const heading = (page: Page) => page.getByRole('heading', { level: 1 }).innerText()
const main = (page: Page) => page.getByRole('main')
const follow = (page: Page, name: string) =>
  main(page).getByRole('link', { name, exact: true }).first().click()
const goTo = (page: Page, name: string) =>
  page.getByRole('navigation').getByRole('link', { name, exact: true }).first().click()
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).first().click()

test('Sora walks from her rights to the proof that an entry is on the record', async () => {
  const page = await withoutScripts({ width: 360 })
  await page.goto('/en')
  await main(page).getByRole('link', { name: 'Know your rights' }).click()
  await follow(page, 'Right of disabled people to live without discrimination')
  await follow(page, 'CRPD, article 19')
  await goTo(page, 'Who is responsible')
  await page.getByLabel('As it stood on').fill('2012-05-21')
  await press(page, 'Show')
  await follow(page, 'Human Rights Office')
  await goTo(page, 'Committees')
  await follow(page, 'Human Rights Civil Committee')
  await goTo(page, 'Public record')
  await main(page)
    .getByRole('link', { name: /^No\. / })
    .filter({ visible: true })
    .first()
    .click()
  expect(new URL(page.url()).pathname).toMatch(/^\/en\/record\/\d+$/)
  const [proof] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Download the proof (.tlog-proof)' }).click(),
  ])
  expect(await readFile(await proof.path(), 'utf8')).toMatch(/^c2sp\.org\/tlog-proof@v1\n/)
})

test('first consonants find a right; the language changes and the page stays', async () => {
  const page = await withoutScripts({ lang: 'ko' })
  await page.goto('/')
  expect(new URL(page.url()).pathname).toBe('/ko')
  await page.getByRole('searchbox').fill('ㅊㅂㅇㅇ')
  await page.keyboard.press('Enter')
  await main(page).getByRole('link', { name: '장애인이 차별 없이 살 권리' }).click()
  await page.getByRole('link', { name: 'English' }).click()
  expect(new URL(page.url()).pathname).toBe('/en/charter/11')
  expect(await heading(page)).toBe('Right of disabled people to live without discrimination')
})

test('colours, contrast and size are as she wants them, on every page', async () => {
  const page = await withoutScripts()
  await page.goto('/en/charter')
  await page.getByText('Display settings').click()
  for (const choice of ['Dark', 'High', 'Very large']) await page.getByRole('radio', { name: choice }).check()
  await press(page, 'Show it this way')
  expect(new URL(page.url()).pathname).toBe('/en/charter')
  await goTo(page, 'Committees')
  const html = page.locator('html')
  expect([
    await html.getAttribute('data-theme'),
    await html.getAttribute('data-contrast'),
    await html.getAttribute('data-text'),
  ]).toEqual(['dark', 'high', 'larger'])
})

test('Minho comes in by a letter; what he mistypes is shown to him again', async () => {
  const page = await withoutScripts()
  await page.goto('/en/charter/11')
  await page.getByRole('link', { name: 'Sign in', exact: true }).click()
  await page.getByLabel('E-mail address').fill('minho at example.org')
  await press(page, 'Send me the link')
  expect(await page.title()).toMatch(/^Error/)
  expect(await page.getByLabel('E-mail address').inputValue()).toBe('minho at example.org')
  await page.getByLabel('E-mail address').fill('minho@journey.example')
  await press(page, 'Send me the link')
  await page.goto(await linkFor('minho@journey.example', 'en/sign-in/link'))
  await press(page, 'Sign in')
  await page.getByLabel('Name to be shown').fill('Minho')
  await page.getByLabel('Yes').check()
  await press(page, 'Make my account')
  expect(await page.getByLabel('Name to be shown').inputValue()).toBe('Minho')
  await page.getByLabel('I agree that the city keeps my account.').check()
  await press(page, 'Make my account')
  expect(new URL(page.url()).pathname).toBe('/en/charter/11')
  await page.getByRole('link', { name: /^Minho ?: my page$/ }).waitFor()
})

test('a session that is over loses nothing that was typed', async () => {
  const page = await withoutScripts()
  await join(page, 'en', 'sora@journey.example')
  await page.goto('/en/me/profile')
  await page.getByLabel('Name to be shown').fill('Sora of the third floor')
  await page.context().clearCookies({ name: /session/ })
  await press(page, 'Save')
  expect(await heading(page)).toBe('Sign in')
  await comeIn(page, 'sora@journey.example')
  expect(await page.getByLabel('Name to be shown').inputValue()).toBe('Sora of the third floor')
  await press(page, 'Save')
  await page.getByText('Saved.').waitFor()
})

test('a new officer takes up a task and shows a second factor', async () => {
  const eunji = await withoutScripts({ as: 'Eunji' })
  await eunji.goto('/en/desk/people')
  await eunji.getByLabel('E-mail address').fill('harim@journey.example')
  await eunji.getByLabel('Task').selectOption({ label: 'Officer' })
  await eunji.getByLabel('Body').selectOption({ label: 'Transport department (working name)' })
  await press(eunji, 'Send the offer')

  const harim = await withoutScripts()
  const offer = await linkFor('harim@journey.example', '\\w+/invitation')
  await join(harim, 'en', 'harim@journey.example')
  const secret = await setUpApp(harim, 'en')
  await harim.goto(offer)
  await press(harim, 'Take it up')
  await signOut(harim)

  await harim.goto('/en/desk')
  await comeIn(harim, 'harim@journey.example')
  expect(await heading(harim)).toBe('One more step')
  await harim.getByLabel('Six digits from your app').fill('000000')
  await press(harim, 'Go on')
  await harim.getByText('These digits are not right').first().waitFor()
  await harim.getByLabel('Six digits from your app').fill(digitsOf(secret, 1))
  await press(harim, 'Go on')
  expect(new URL(harim.url()).pathname).toBe('/en/desk')
})

test('Daeun appoints a member for longer than the rule says, with a reason that everybody reads', async () => {
  const daeun = await withoutScripts({ as: 'Daeun' })
  await daeun.goto('/en/desk/committees/human-rights-civil-committee')
  await follow(daeun, 'Propose a member')
  await daeun.getByLabel('Seat').selectOption({ label: 'Experts in human rights' })
  await daeun.getByRole('textbox', { name: /^Name \(/ }).fill('Oh Minseo')
  await daeun.getByLabel('From').fill('2027-01-01')
  await daeun.getByLabel('Term until').fill('2031-12-31')
  await press(daeun, 'Propose a member')
  await press(daeun, 'Appoint')
  await daeun.getByText('This appointment would break a rule.').first().waitFor()
  await daeun.getByLabel('Reason').fill('Nobody else knows the sewers.')
  await daeun.getByLabel('Who decided it').fill('Vice mayor')
  await daeun.getByLabel('Until when').fill('2029-01-01')
  await press(daeun, 'Appoint')

  const yuna = await withoutScripts()
  await yuna.goto('/en/committees/human-rights-civil-committee')
  await yuna.getByText('Nobody else knows the sewers.').waitFor()
  expect(await main(yuna).innerText()).not.toContain('Oh Minseo')
})

test('Sora asks without a name, keeps her code, comes back with it, reads the answer and says whether it helped', async () => {
  const sora = await withoutScripts({ width: 360 })
  await sora.goto('/en/petitions')
  await follow(sora, 'Write a petition')
  await follow(sora, 'Without any name')
  await sora.getByLabel('What do you want, in one line?').fill('A bench where the night bus stops')
  await sora
    .getByLabel('What happened, and what should the city do?')
    .fill('We wait an hour for the night bus after work, and there is nothing to sit on.')
  await press(sora, 'Go on')
  await sora.getByLabel('What it is about').selectOption({ label: 'Transport and mobility' })
  await sora.getByLabel('none of them, or I do not know').check()
  await press(sora, 'Send the petition')
  expect(await heading(sora)).toBe('The city has your petition')
  const slip = sora.locator('.receipt')
  const code = await told(slip, /^Secret code$/)
  const address = (await slip.getByRole('link', { name: /\/petitions\/\d+$/ }).getAttribute('href'))!

  const harim = await withoutScripts({ as: 'Harim' })
  await harim.goto(`${address.replace('/en/', '/en/desk/')}/answer?outcome=declined`)
  await harim
    .getByLabel('The answer in plain words')
    .fill('There will be no bench at this stop: the pavement is too narrow for it and for a wheelchair.')
  await harim.getByLabel('Reason').selectOption('other')
  await harim.getByLabel('What exactly stands in the way').fill('The pavement is 1.4 metres wide.')
  await harim.getByLabel('Day to look again').fill(Temporal.Now.plainDateISO().add({ months: 6 }).toString())
  await press(harim, 'Publish the answer')

  await sora.context().clearCookies()
  await sora.goto('/en/petitions/return')
  await sora.getByLabel('Code').fill(code.toLowerCase())
  await press(sora, 'Open it')
  await sora.getByText('The pavement is 1.4 metres wide.').first().waitFor()
  await main(sora).locator('summary').filter({ hasText: 'Did the answer help?' }).click()
  await sora.getByRole('radio', { name: 'Partly' }).check()
  await sora.getByLabel('Why?').filter({ visible: true }).fill('A rail to lean on would do.')
  await press(sora, 'Send')
  await sora.getByText('A rail to lean on would do.').first().waitFor()

  const anybody = await withoutScripts()
  await anybody.goto(address)
  await anybody.getByText('A rail to lean on would do.').first().waitFor()
  expect(await main(anybody).innerText()).not.toContain(code)
})

/** From the page that asks for an address, by the code of the letter. */
async function comeIn(page: Page, address: string): Promise<void> {
  await page.getByLabel('E-mail address').fill(address)
  await press(page, 'Send me the link')
  await page.getByLabel('Code').fill(await codeFor(address))
  await press(page, 'Go on')
}

/** What stands under a term. */
const told = (within: Locator, term: string | RegExp): Promise<string> =>
  within.locator('dt', { hasText: term }).locator('xpath=following-sibling::dd[1]').innerText()
