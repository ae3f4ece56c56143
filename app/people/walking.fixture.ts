import type { Mail } from '#kit/mail.ts'
import { type Browser, type TestCity, testCity } from '#testing/city.ts'
import { settleDemo } from './demo.tsx'

export const visits = {
  library: 'BBBBBBBBBBBBBBBBBBBBBA',
  counter: 'CCCCCCCCCCCCCCCCCCCCCA',
  phone: 'DDDDDDDDDDDDDDDDDDDDDA',
}

/** What stands in a letter: the address to press and the code to type. */
export function readLetter(mail: Mail | undefined, baseUrl = 'https://city.example') {
  const text = mail?.text ?? ''
  const address = text.match(/https:\/\/\S+/)?.[0] ?? ''
  return { path: address.replace(baseUrl, ''), code: text.match(/^[0-9A-Z]{4}-[0-9A-Z]{4}$/m)?.[0] ?? '' }
}

/** Signs in by the code of a letter, as somebody known or as far as the form for newcomers. */
export async function arrive(
  city: TestCity,
  browser: Browser,
  email: string,
  to?: string,
): Promise<Response> {
  await browser.post('/en/sign-in', { email, ...(to && { to }) })
  const { code } = readLetter(city.mails.at(-1))
  return browser.post('/en/sign-in/code', { code })
}

export const adult = {
  name: 'Yuna',
  lang: 'en',
  age: 'older',
  childUntil: '',
  guardianEmail: '',
  account: 'yes',
  also: 'notices',
}

/** Makes an account and stays signed in. */
export async function join(
  city: TestCity,
  browser: Browser,
  email: string,
  fields: Partial<typeof adult> = {},
): Promise<void> {
  await arrive(city, browser, email)
  const answer = await browser.post('/en/sign-in/welcome', { ...adult, ...fields })
  if (answer.status !== 303) throw new Error(await answer.text())
}

/** A demonstration with its cast. */
export async function demoCity(): Promise<TestCity> {
  const city = await testCity({ demo: true })
  await settleDemo(city.city, city.files)
  return city
}

/** Signs in as one of the cast of a demonstration, second factor included. */
export async function come(city: TestCity, who: string, visit?: string): Promise<Browser> {
  const browser = city.browser(visit)
  const answer = await browser.post('/en/demo', { who })
  if (answer.status !== 303) throw new Error(await answer.text())
  return browser
}

/** The first code that a page shows. */
export const codeOn = (page: string): string =>
  page.match(/<code class="code">([0-9A-Z]+(?:-[0-9A-Z]+)+)<\/code>/)?.[1] ?? ''
