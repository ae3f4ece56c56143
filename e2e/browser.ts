import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { type Browser, type BrowserContextOptions, chromium, type Page } from '@playwright/test'
import { afterAll, beforeAll, inject } from 'vitest'

/** How somebody looks at the city. */
export type Look = {
  javascript?: boolean
  /** In CSS pixels; 360 is a small telephone. */
  width?: number
  lang?: 'ko' | 'en'
  theme?: 'light' | 'dark'
  contrast?: 'normal' | 'high'
  /** The name, in English, of one of the demonstration's people. */
  as?: string
}

/** One Chromium for all the tests of a file, closed with every page it has when they are over. */
export function openBrowser(): { newPage(look?: Look): Promise<Page> } {
  let browser: Browser
  beforeAll(async () => {
    browser = await launch()
  })
  afterAll(() => browser.close())
  return {
    async newPage(look = {}) {
      const context = await browser.newContext(optionsOf(look))
      const { theme = 'auto', contrast = 'normal' } = look
      if (look.theme || look.contrast)
        await context.addCookies([
          {
            name: 'prefs',
            value: `theme=${theme}&contrast=${contrast}&text=normal`,
            url: inject('site').url,
          },
        ])
      context.setDefaultTimeout(15_000)
      const page = await context.newPage()
      listen(page)
      if (look.as) await signIn(page, look.as)
      return page
    },
  }
}

const complaints = new WeakMap<Page, string[]>()

function listen(page: Page): void {
  const heard: string[] = []
  complaints.set(page, heard)
  page.on('console', (message) => {
    if (message.type() === 'error') heard.push(`the console says: ${message.text()}`)
  })
  page.on('pageerror', (error) => heard.push(`a script broke: ${error.message}`))
  page.on('requestfailed', (request) => {
    const why = request.failure()?.errorText
    if (why !== 'net::ERR_ABORTED') heard.push(`nothing came from ${request.url()}: ${why}`)
  })
}

/** What the browser has complained about on this page since it was last asked. */
export const complaintsOf = (page: Page): string[] => complaints.get(page)?.splice(0) ?? []

/** Debian's Chromium where there is one, without its calls home. */
export function launch(): Promise<Browser> {
  const onPath = (process.env.PATH ?? '').split(delimiter).map((folder) => join(folder, 'chromium'))
  const executablePath = onPath.find((path) => existsSync(path))
  return chromium.launch({
    args: ['--no-sandbox', '--disable-background-networking'],
    ...(executablePath && { executablePath }),
  })
}

function optionsOf({ javascript = true, width = 1280, lang = 'en' }: Look): BrowserContextOptions {
  return {
    baseURL: inject('site').url,
    javaScriptEnabled: javascript,
    locale: lang === 'ko' ? 'ko-KR' : 'en-GB',
    timezoneId: 'Asia/Seoul',
    viewport: { width, height: 800 },
    reducedMotion: 'reduce',
  }
}

/** Signs in on the demonstration's page, where staff count as having shown their second factor. */
export async function signIn(page: Page, name: string): Promise<void> {
  await page.goto('/en/demo')
  const one = page.getByRole('listitem').filter({ has: page.getByText(name, { exact: true }) })
  await one.getByRole('button', { name: 'Sign in' }).click()
  await page.waitForURL(/\/(desk|me)$/)
}
