import type { Page } from '@playwright/test'
import { digitsAt, stepAt } from '../app/people/totp.ts'
import { linkTo } from './letters.ts'

export type Visit = {
  lang: 'ko' | 'en'
  /** A browser of its own: nobody's, or that of somebody of the demonstration. */
  newPage(as?: string): Promise<Page>
}

/** Pages that no link leads to, and how one comes there. */
export const places: Readonly<Record<string, (visit: Visit) => Promise<Page>>> = {
  '/ui': ({ lang, newPage }) => open(newPage(), `/${lang}/ui`),
  '/sign-in/code': ({ lang, newPage }) => ask(newPage(), lang, 'code'),
  async '/sign-in/link/:link'({ lang, newPage }) {
    const page = await ask(newPage(), lang, 'link')
    await page.goto(await linkTo(mailbox(lang, 'link'), /sign-in\/link/))
    return page
  },
  '/sign-in/welcome': ({ lang, newPage }) => arrive(newPage(), lang, 'welcome'),
  async '/sign-in/second-factor'({ lang, newPage }) {
    const { page } = await withSecondFactor(newPage(), lang, 'factor')
    await signOut(page)
    await arrive(page, lang, 'factor')
    return open(page, `/${lang}/sign-in/second-factor`)
  },
  async '/me/email/code'({ lang, newPage }) {
    const page = await open(newPage('Minho'), `/${lang}/me/email`)
    await send(page, { email: mailbox(lang, 'minho') })
    return page
  },
  '/me/guardian': ({ lang, newPage }) => joinAsChild(newPage(), lang, 'asking'),
  async '/guardian/:link'({ lang, newPage }) {
    await joinAsChild(newPage(), lang, 'asked')
    return open(newPage(), await linkTo(mailbox(lang, 'guardian-asked'), /guardian/))
  },
  async '/invitation/:link'({ lang, newPage }) {
    await offer(newPage('Eunji'), lang, 'officer', mailbox(lang, 'invited'))
    const page = await join(newPage(), lang, 'invited')
    return open(page, await linkTo(mailbox(lang, 'invited'), /invitation/))
  },
  async '/record/:number{[0-9]{1,15}}/erase'({ lang, newPage }) {
    await offer(newPage('Eunji'), lang, 'records', mailbox(lang, 'records'))
    const { page } = await withSecondFactor(newPage(), lang, 'records')
    await page.goto(await linkTo(mailbox(lang, 'records'), /invitation/))
    await press(page)
    return open(page, `/${lang}/record/1/erase`)
  },
  '/follow': ({ lang, newPage }) => open(newPage('Yuna'), `/${lang}/follow?about=charter/11`),
  async '/unsubscribe'({ lang, newPage }) {
    const page = await join(newPage(), lang, 'follower')
    await page.goto(`/${lang}/follow?about=${committee}`)
    await send(page, { how: 'at-once' })
    await callSitting(newPage('Daeun'), lang)
    return open(page, await linkTo(mailbox(lang, 'follower'), /unsubscribe/))
  },
  '/committees/:key/sittings/:no': async ({ lang, newPage }) => {
    const page = await callSitting(newPage('Daeun'), lang)
    return open(page, page.url().replace('/desk/', '/'))
  },
  '/desk/committees/:key/sittings/:no': ({ lang, newPage }) => callSitting(newPage('Daeun'), lang),
  async '/desk/committees/:key/sittings/:no/items/:item'({ lang, newPage }) {
    const page = await callSitting(newPage('Daeun'), lang)
    await page.locator('main a[href*="/items/"]').first().click()
    return page
  },
  '/desk/committees/:key/proposals/:id': ({ lang, newPage }) => propose(newPage('Daeun'), lang, 'Bora'),
  async '/desk/committees/:key/members/:id'({ lang, newPage }) {
    const page = await propose(newPage('Daeun'), lang, 'Gaon')
    await press(page)
    await page.getByRole('link', { name: 'Gaon' }).click()
    return page
  },
}

const committee = 'committees/human-rights-civil-committee'

const mailbox = (lang: string, name: string) => `${name}.${lang}@example.org`

async function open(coming: Page | Promise<Page>, address: string): Promise<Page> {
  const page = await coming
  await page.goto(address)
  return page
}

/** Asks for a letter to sign in with. */
async function ask(coming: Page | Promise<Page>, lang: string, name: string): Promise<Page> {
  const page = await open(coming, `/${lang}/sign-in`)
  await send(page, { email: mailbox(lang, name) })
  return page
}

/** Signs in by the letter; whoever is new comes to the welcome. */
async function arrive(coming: Page | Promise<Page>, lang: string, name: string): Promise<Page> {
  const page = await ask(coming, lang, name)
  await page.goto(await linkTo(mailbox(lang, name), /sign-in\/link/))
  await press(page)
  return page
}

async function join(coming: Page | Promise<Page>, lang: string, name: string): Promise<Page> {
  const page = await arrive(coming, lang, name)
  await send(page, { name, age: 'older', account: 'yes' })
  return page
}

async function joinAsChild(coming: Page | Promise<Page>, lang: string, name: string): Promise<Page> {
  const page = await arrive(coming, lang, name)
  const childUntil = Temporal.Now.plainDateISO().add({ years: 3 }).toString()
  const guardianEmail = mailbox(lang, `guardian-${name}`)
  await send(page, { name, age: 'younger', childUntil, guardianEmail, account: 'yes' })
  return page
}

/** A new account with an authenticator app, and what makes its digits. */
export async function withSecondFactor(
  coming: Page | Promise<Page>,
  lang: string,
  name: string,
): Promise<{ page: Page; digits(): string }> {
  const page = await join(coming, lang, name)
  await page.goto(`/${lang}/me/second-factor`)
  const secret = (await page.locator('main code').first().innerText()).replace(/\s/g, '')
  const digits = () => digitsAt(secret, stepAt(Temporal.Now.instant()))
  await send(page, { code: digits() })
  return { page, digits }
}

async function offer(coming: Page | Promise<Page>, lang: string, role: string, email: string): Promise<void> {
  const page = await open(coming, `/${lang}/desk/people`)
  const body = await page.locator('select[name="body"] option').nth(1).getAttribute('value')
  await send(page, { email, role, body: body ?? '' })
}

/** Calls a sitting in five weeks, as the committee's secretary. */
async function callSitting(coming: Promise<Page>, lang: string): Promise<Page> {
  const page = await open(coming, `/${lang}/desk/${committee}/sittings/new`)
  const day = Temporal.Now.plainDateISO().add({ weeks: 5 }).toString()
  const agenda = 'Lower kerbs\nShade at bus stops'
  await send(page, {
    day,
    time: '14:00',
    minutes: '90',
    place: 'City hall, room 3',
    mode: 'both',
    agenda,
    kind: 'regular',
  })
  return page
}

async function propose(coming: Promise<Page>, lang: string, name: string): Promise<Page> {
  const page = await open(coming, `/${lang}/desk/${committee}/members/new`)
  const seat = await page.locator('select[name="seat"] option').nth(1).getAttribute('value')
  const from = Temporal.Now.plainDateISO().toString()
  await send(page, { seat: seat ?? '', name, from, sex: 'woman' })
  return page
}

const signOut = (page: Page) => page.locator('form[action$="/sign-out"] button').click()

/** Fills in the form that has these fields, by their names, and sends it. */
export async function send(page: Page, fields: Record<string, string>): Promise<void> {
  const names = Object.keys(fields)
  const form = page
    .locator('main form')
    .filter({ has: page.locator(`[name="${names[0]}"]`) })
    .first()
  for (const [name, value] of Object.entries(fields)) {
    const field = form.locator(`[name="${name}"]`)
    const kind = await field.first().getAttribute('type')
    if (kind === 'radio' || kind === 'checkbox')
      await form.locator(`[name="${name}"][value="${value}"]`).check()
    else if (await field.evaluate((each) => each.tagName === 'SELECT')) await field.selectOption(value)
    else await field.fill(value)
  }
  await form.locator('button[type=submit]').last().click()
}

/** Presses the one button of a page that only asks for that. */
const press = (page: Page) => page.locator('main form button[type=submit]').first().click()
