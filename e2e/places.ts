import type { Page } from '@playwright/test'
import { linkFor } from './letters.ts'
import { liveWithPetitions, petition } from './petitioning.ts'
import { bringIn, liveWithPlans } from './planning.ts'
import { arrive, ask, join, joinAsChild, press, send, setUpApp, signOut } from './ways-in.ts'

export type Visit = {
  lang: 'ko' | 'en'
  /** A browser of its own: nobody's, or that of somebody of the demonstration. */
  newPage(as?: string): Promise<Page>
}

const committee = 'committees/human-rights-civil-committee'

/** Gives the city something to show: a sitting, somebody proposed, a member, and petitions in rare states. */
export async function liveIn({ lang, newPage }: Visit): Promise<void> {
  await liveWithPetitions({ lang, newPage })
  await liveWithPlans({ lang, newPage })
  const daeun = await newPage('Daeun')
  await callSitting(daeun, lang)
  await propose(daeun, lang, 'Oh Bora')
  await propose(daeun, lang, 'Kim Gaon')
  await press(daeun)
}

/** Pages to which only a letter or a form leads, and how one comes there. */
export const places: Readonly<Record<string, (visit: Visit) => Promise<Page>>> = {
  async '/desk/indicators/imports/:id'({ lang, newPage }) {
    const page = await newPage('Jiwoo')
    await bringIn(page, lang)
    return page
  },
  async '/ui'({ lang, newPage }) {
    const page = await newPage()
    await page.goto(`/${lang}/ui`)
    return page
  },
  async '/sign-in/code'({ lang, newPage }) {
    const page = await newPage()
    await ask(page, lang, mailbox(lang, 'code'))
    return page
  },
  async '/sign-in/link/:link'({ lang, newPage }) {
    const page = await newPage()
    await ask(page, lang, mailbox(lang, 'link'))
    await page.goto(await linkFor(mailbox(lang, 'link'), `${lang}/sign-in/link`))
    return page
  },
  async '/sign-in/welcome'({ lang, newPage }) {
    const page = await newPage()
    await arrive(page, lang, mailbox(lang, 'welcome'))
    return page
  },
  async '/sign-in/second-factor'({ lang, newPage }) {
    const page = await newPage()
    await join(page, lang, mailbox(lang, 'factor'))
    await setUpApp(page, lang)
    await signOut(page)
    await arrive(page, lang, mailbox(lang, 'factor'))
    await page.goto(`/${lang}/sign-in/second-factor`)
    return page
  },
  async '/me/email/code'({ lang, newPage }) {
    const page = await newPage()
    await join(page, lang, mailbox(lang, 'moving'))
    await page.goto(`/${lang}/me/email`)
    await send(page, { email: mailbox(lang, 'moved') })
    return page
  },
  async '/me/guardian'({ lang, newPage }) {
    const page = await newPage()
    await joinAsChild(page, lang, mailbox(lang, 'child'), mailbox(lang, 'parent'))
    return page
  },
  async '/guardian/:link'({ lang, newPage }) {
    const page = await newPage()
    await joinAsChild(await newPage(), lang, mailbox(lang, 'youngster'), mailbox(lang, 'guardian'))
    await page.goto(await linkFor(mailbox(lang, 'guardian'), '\\w+/guardian'))
    return page
  },
  async '/invitation/:link'({ lang, newPage }) {
    const page = await newPage()
    const link = await offer(await newPage('Eunji'), lang, 'officer', mailbox(lang, 'invited'))
    await join(page, lang, mailbox(lang, 'invited'))
    await page.goto(link)
    return page
  },
  async '/record/:number{[0-9]{1,15}}/erase'({ lang, newPage }) {
    const page = await newPage()
    const link = await offer(await newPage('Eunji'), lang, 'records', mailbox(lang, 'keeper'))
    await join(page, lang, mailbox(lang, 'keeper'))
    await setUpApp(page, lang)
    await page.goto(link)
    await press(page)
    await page.goto(`/${lang}/record/1/erase`)
    return page
  },
  async '/petitions/:id{[0-9]+}/receipt'({ lang, newPage }) {
    const page = await newPage('Minho')
    await petition(page, lang, 'transport')
    return page
  },
  async '/record/receipts/:number/:code'({ lang, newPage }) {
    const page = await newPage('Minho')
    await petition(page, lang, 'transport')
    await page.locator('.receipt a[href*="/record/receipts/"]').click()
    return page
  },
  async '/follow'({ lang, newPage }) {
    const page = await newPage('Minho')
    await page.goto(`/${lang}/follow?about=charter/11`)
    return page
  },
  async '/unsubscribe'({ lang, newPage }) {
    const page = await newPage()
    await join(page, lang, mailbox(lang, 'follower'))
    await page.goto(`/${lang}/follow?about=${committee}`)
    await send(page, { how: 'at-once' })
    const daeun = await newPage('Daeun')
    await propose(daeun, lang, 'Lee Daon')
    await press(daeun)
    await page.goto(await linkFor(mailbox(lang, 'follower'), '\\w+/unsubscribe'))
    return page
  },
}

const mailbox = (lang: string, name: string) => `${name}.${lang}@example.org`

/** Offers a task in the first body there is. @returns the address in the letter about it */
async function offer(page: Page, lang: string, role: string, email: string): Promise<string> {
  await page.goto(`/${lang}/desk/people`)
  const body = await page.locator('select[name="body"] option').nth(1).getAttribute('value')
  await send(page, { email, role, body: body ?? '' })
  return linkFor(email, '\\w+/invitation')
}

/** Calls a sitting in five weeks. */
async function callSitting(page: Page, lang: string): Promise<void> {
  await page.goto(`/${lang}/desk/${committee}/sittings/new`)
  const day = Temporal.Now.plainDateISO().add({ weeks: 5 }).toString()
  const agenda = 'Lower kerbs\nShade at bus stops'
  await send(page, {
    day,
    time: '14:00',
    minutes: '90',
    place: 'Room 3',
    mode: 'both',
    agenda,
    kind: 'regular',
  })
}

/** Proposes a member, and comes to what the rules say. */
async function propose(page: Page, lang: string, name: string): Promise<void> {
  await page.goto(`/${lang}/desk/${committee}/members/new`)
  const from = Temporal.Now.plainDateISO().toString()
  await send(page, { seat: 'experts', name, from, sex: 'woman' })
}
