import type { Locator, Page } from '@playwright/test'
import { digitsAt, stepAt } from '../app/people/totp.ts'
import { linkFor } from './letters.ts'

/** Fills in the form that has these fields, by their names, and sends it: so it is done the same in every language. */
export async function send(page: Page, fields: Record<string, string>): Promise<void> {
  const [first] = Object.keys(fields)
  const field = page.locator(`[name="${first}"]`)
  await sendForm(page.locator('main form').filter({ has: field }).first(), fields)
}

/** The same with one form of several that have the same fields, even where it is folded away. */
export async function sendForm(form: Locator, fields: Record<string, string>): Promise<void> {
  await form.evaluate((element) => {
    for (let at: Element | null = element; at; at = at.parentElement)
      if (at instanceof HTMLDetailsElement) at.open = true
  })
  for (const [name, value] of Object.entries(fields)) {
    const field = form.locator(`[name="${name}"]`)
    const kind = await field.first().getAttribute('type')
    if (kind === 'radio' || kind === 'checkbox')
      await form.locator(`[name="${name}"][value="${value}"]`).check()
    else if ((await form.locator(`select[name="${name}"]`).count()) > 0) await field.selectOption(value)
    else await field.fill(value)
  }
  await form.locator('button[type=submit]').last().click()
}

/** Presses the first button of a page that asks for no more. */
export const press = (page: Page): Promise<void> =>
  page.locator('main form button[type=submit]').first().click()

/** Asks for a letter to sign in with. */
export async function ask(page: Page, lang: string, address: string): Promise<void> {
  await page.goto(`/${lang}/sign-in`)
  await send(page, { email: address })
}

/** Signs in by the letter; whoever is new comes to the welcome. */
export async function arrive(page: Page, lang: string, address: string): Promise<void> {
  await ask(page, lang, address)
  await page.goto(await linkFor(address, `${lang}/sign-in/link`))
  await press(page)
}

/** Makes an account. */
export async function join(page: Page, lang: string, address: string): Promise<void> {
  await arrive(page, lang, address)
  await send(page, { name: nameIn(address), age: 'older', account: 'yes' })
}

/** Makes an account for somebody under fourteen, whose guardian is asked. */
export async function joinAsChild(
  page: Page,
  lang: string,
  address: string,
  guardianEmail: string,
): Promise<void> {
  await arrive(page, lang, address)
  const childUntil = Temporal.Now.plainDateISO().add({ years: 3 }).toString()
  await send(page, { name: nameIn(address), age: 'younger', childUntil, guardianEmail, account: 'yes' })
}

const nameIn = (address: string) => address.replace(/[.@].*/, '')

/** Sets up an authenticator app. @returns its secret */
export async function setUpApp(page: Page, lang: string): Promise<string> {
  await page.goto(`/${lang}/me/second-factor`)
  const secret = (await page.locator('main code').first().innerText()).replace(/\s/g, '')
  await send(page, { code: digitsOf(secret) })
  return secret
}

/** What the app shows, now or some half minutes later. The same digits are good only once. */
export const digitsOf = (secret: string, ahead = 0): string =>
  digitsAt(secret, stepAt(Temporal.Now.instant()) + ahead)

export const signOut = (page: Page): Promise<void> =>
  page.locator('form[action$="/sign-out"] button').first().click()
