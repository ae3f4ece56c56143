import type { Page } from '@playwright/test'
import type { Visit } from './places.ts'
import { send, sendForm } from './ways-in.ts'

/** Writes a petition and comes to its receipt. @returns its number */
export async function petition(page: Page, lang: string, topic: string): Promise<string> {
  await page.goto(`/${lang}/petitions/new`)
  await page.locator('main a[href*="/petitions/new/"]').first().click()
  await send(page, {
    title: 'A lower kerb at the stop',
    text: 'The kerb at our stop is too high to board the bus with a wheelchair.',
    lang: 'en',
  })
  await send(page, { topic, articles: 'none' })
  await page.waitForURL(/\/receipt/)
  return new URL(page.url()).pathname.split('/').at(-2)!
}

/** Brings petitions into the states in which officers have rare things to do. */
export async function liveWithPetitions({ lang, newPage }: Visit): Promise<void> {
  const yuna = await newPage('Yuna')
  const harim = await newPage('Harim')
  await resting(harim, lang, await petition(yuna, lang, 'transport'))
  await refused({ yuna, harim }, lang, await petition(yuna, lang, 'transport'))
  await hidden({ yuna, jiwoo: await newPage('Jiwoo') }, lang, await petition(yuna, lang, 'transport'))
  await askForHelp(harim, lang)
}

/** One whose clock stands still, with a hearing ahead and a mediation begun. */
async function resting(harim: Page, lang: string, id: string): Promise<void> {
  const day = Temporal.Now.plainDateISO().add({ weeks: 2 }).toString()
  const desk = `/${lang}/desk/petitions/${id}`
  await harim.goto(`${desk}/hearing`)
  await send(harim, { day, time: '19:00', place: 'Room 3', access: 'Step-free.' })
  await harim.goto(`${desk}/mediation`)
  await send(harim, { proposal: 'The stop moves by forty metres, to where the kerb is low.' })
  await harim.goto(`${desk}/pause`)
  await send(harim, { ground: 'experts', reason: 'A surveyor measures the kerb.' })
}

/** One that was declined, to which its author objects. */
async function refused(by: { yuna: Page; harim: Page }, lang: string, id: string): Promise<void> {
  await by.harim.goto(`/${lang}/desk/petitions/${id}/answer?outcome=declined`)
  await send(by.harim, {
    text: 'The city cannot lower this kerb: the drain lies under it, and the water has nowhere else to go.',
    reason: 'other',
    because: 'The drain.',
    reviewOn: Temporal.Now.plainDateISO().add({ months: 6 }).toString(),
  })
  await by.yuna.goto(`/${lang}/petitions/${id}`)
  await sendForm(by.yuna.locator('main form[action$="/objection"]'), { text: 'Another drain can be laid.' })
}

/** One whose words were hidden, and whose author appeals. */
async function hidden(by: { yuna: Page; jiwoo: Page }, lang: string, id: string): Promise<void> {
  await by.jiwoo.goto(`/${lang}/desk/petitions/${id}/hiding`)
  await send(by.jiwoo, { ground: 'advertising', statement: 'It was taken for an advertisement.' })
  await by.yuna.goto(`/${lang}/petitions/${id}`)
  await sendForm(by.yuna.locator('main form[action$="/appeal"]'), { text: 'It advertises nothing.' })
}

/** Asks a body that somebody of the cast speaks for. */
async function askForHelp(harim: Page, lang: string): Promise<void> {
  await harim.goto(`/${lang}/desk/commitments`)
  const form = harim.locator('main a[href*="/completion"], main a[href*="/reports"]').first()
  await harim.goto((await form.getAttribute('href'))!.replace(/[a-z]+$/, 'help'))
  await send(harim, { of: 'personnel-department', text: 'Two poles stand in the way.' })
}
