import { expect, test } from 'vitest'
import { openBrowser } from './browser.ts'
import { join, signOut } from './ways-in.ts'

// What scripts add, on the real site.
const { newPage } = openBrowser()

test('Minho makes a passkey and comes back with it, without a letter', async () => {
  const page = await newPage()
  await withAuthenticator(page)
  await join(page, 'en', 'passkey@journey.example')
  await page.goto('/en/me/security')
  await page.getByRole('button', { name: 'Add a passkey on this device' }).click()
  await page.getByRole('button', { name: 'Remove' }).waitFor()
  await signOut(page)
  await page.goto('/en/sign-in')
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click()
  await page.waitForURL('**/en/me')
  await page.getByRole('link', { name: /^passkey ?: my page$/ }).waitFor()
})

test('somebody else’s passkey opens nothing, and the page says so', async () => {
  const page = await newPage()
  await withAuthenticator(page)
  await page.goto('/en/sign-in')
  const button = page.getByRole('button', { name: 'Sign in with a passkey' })
  await button.click()
  await page.getByText('That did not work.').waitFor()
  expect(new URL(page.url()).pathname).toBe('/en/sign-in')
})

test('Daeun’s connection dies while she calls a sitting: it is called once, when the connection is back', async () => {
  const page = await newPage({ as: 'Daeun' })
  const desk = '/en/desk/committees/human-rights-civil-committee'
  await page.goto(desk)
  const before = await page.getByRole('link', { name: /^Sitting \d+$/ }).count()
  await page.goto(`${desk}/sittings/new`)
  await page.getByLabel('Day').fill(Temporal.Now.plainDateISO().add({ weeks: 6 }).toString())
  await page.getByLabel('Time').fill('10:30')
  await page.getByLabel('Length in minutes').fill('60')
  await page.getByLabel('Place').fill('The library in Buk-gu')
  await page.getByLabel('In person', { exact: true }).check()
  await page.context().setOffline(true)
  await page.getByRole('button', { name: 'Call a sitting' }).click()
  await page.getByText('You are offline.').waitFor()
  expect(await page.getByLabel('Place').inputValue()).toBe('The library in Buk-gu')
  await page.context().setOffline(false)
  await page.waitForURL(/sittings\/\d+/)
  await page.goto(desk)
  expect(await page.getByRole('link', { name: /^Sitting \d+$/ }).count()).toBe(before + 1)
})

test('what Minho types brings up what others asked for, and outlives a broken connection and a closed window', async () => {
  const page = await newPage({ as: 'Minho' })
  await page.goto('/en/petitions/new')
  await page.getByRole('main').getByRole('link', { name: 'Write it' }).first().click()
  const address = page.url()
  const title = '저상버스가 언제 오는지 알려 주세요'
  await page.getByLabel('Language of your text').selectOption('ko')
  await page.getByLabel('What do you want, in one line?').fill(title)
  await page
    .getByLabel('What happened, and what should the city do?')
    .fill('정류장 화면에 저상버스 도착 시각이 나오지 않아 휠체어로 오래 기다립니다.')
  await page.getByRole('link', { name: /저상버스가 오는 시각/ }).waitFor()

  const context = page.context()
  await context.setOffline(true)
  await page.getByRole('button', { name: 'Go on' }).click()
  await page.getByText('You are offline.').waitFor()
  await page.close()
  await context.setOffline(false)

  const later = await context.newPage()
  await later.goto(address)
  await later.waitForFunction(
    (typed) => document.querySelector<HTMLInputElement>('#title')?.value === typed,
    title,
  )
  await later.getByRole('button', { name: 'Go on' }).click()
  await later.getByRole('heading', { level: 1, name: 'Is this right?' }).waitFor()
})

/** A key in the browser that is touched whenever a page asks. */
async function withAuthenticator(page: Awaited<ReturnType<typeof newPage>>): Promise<void> {
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('WebAuthn.enable')
  await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
}
