import { serve } from '@hono/node-server'
import type { Browser, BrowserContext, Page as Tab } from '@playwright/test'
import { Hono } from 'hono'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { readAssets } from '#ui/assets.ts'
import { exampleView } from '#ui/example.ts'
import { TextArea, TextField } from '#ui/fields.tsx'
import { Form } from '#ui/forms.tsx'
import { Page } from '#ui/page.tsx'
import { launch } from './browser.ts'

// What a form does with a person's words when the connection, the server or the person goes away.
let browser: Browser
let context: BrowserContext
let tab: Tab
let base: string
let stop: () => void
const received: string[] = []
let answers: 'thanks' | 'broken' = 'thanks'

beforeAll(async () => {
  const assets = await readAssets()
  const view = { ...exampleView('en'), assets: assets.url }
  const site = new Hono()
    .get('/assets/*', (c) => assets.serve(c))
    .get('/', (c) =>
      c.html(
        <Page view={view} title="Propose" quickExit="/weather">
          <Form view={view} action="/" submit="Send" draft="proposal">
            <TextField view={view} name="title" label="Title" />
            <TextArea view={view} name="body" label="Body" max={20} />
            <TextField view={view} name="phone" label="Telephone" sensitive />
          </Form>
        </Page>,
      ),
    )
    .post('/', async (c) => {
      received.push(String((await c.req.parseBody()).title))
      await new Promise((resolve) => setTimeout(resolve, 300))
      if (answers === 'broken') return c.html(<Page view={view} title="Broken" status={500} />, 500)
      return c.redirect('/thanks', 303)
    })
    .get('/thanks', (c) => c.html(<Page view={view} title="Thanks" />))
    .get('/weather', (c) => c.html(<Page view={view} title="Sunny" />))
  const server = serve({ fetch: site.fetch, port: 0 }, ({ port }) => {
    base = `http://localhost:${port}/`
  })
  stop = () => server.close()
  browser = await launch()
})

afterAll(async () => {
  await browser.close()
  stop()
})

beforeEach(async () => {
  answers = 'thanks'
  received.length = 0
  context = await browser.newContext()
  tab = await context.newPage()
  await tab.goto(base)
})

afterEach(() => context.close())

const title = () => tab.getByLabel('Title')
const send = () => tab.getByRole('button', { name: 'Send' })
const heading = (name: string) => tab.getByRole('heading', { name, level: 1 })

async function write(text: string): Promise<void> {
  await title().fill(text)
  await tab.waitForFunction((text) => localStorage.getItem('draft:proposal')?.includes(text), text)
}

test('what Yuna typed is back when she comes back, but not what is sensitive', async () => {
  await tab.getByLabel('Telephone').fill('000-123')
  await write('A lower kerb')
  await tab.goto(base)
  expect(await title().inputValue()).toBe('A lower kerb')
  expect(await tab.getByLabel('Telephone').inputValue()).toBe('')
  expect(await tab.evaluate(() => JSON.stringify(localStorage))).not.toContain('000-123')
  await tab.getByRole('button', { name: 'Clear it' }).click()
  expect(await title().inputValue()).toBe('')
  await tab.goto(base)
  expect(await title().inputValue()).toBe('')
})

test('once it has arrived, nothing of it stays on the device', async () => {
  await write('A lower kerb')
  await send().click()
  await heading('Thanks').waitFor()
  expect(await tab.evaluate(() => localStorage.length)).toBe(0)
})

test('when the server breaks, nothing is lost', async () => {
  answers = 'broken'
  await write('A lower kerb')
  await send().click()
  await heading('Broken').waitFor()
  await tab.goto(base)
  expect(await title().inputValue()).toBe('A lower kerb')
})

test('without a connection it waits, and is sent once there is one', async () => {
  await write('A lower kerb')
  await context.setOffline(true)
  await send().click()
  await tab.getByText('You are offline.').waitFor()
  expect(received).toEqual([])
  await context.setOffline(false)
  await heading('Thanks').waitFor()
  expect(received).toEqual(['A lower kerb'])
})

test('pressed twice, it is sent once', async () => {
  await write('A lower kerb')
  await send().dblclick()
  await heading('Thanks').waitFor()
  expect(received).toEqual(['A lower kerb'])
})

test('a draft older than a week is forgotten', async () => {
  await write('A lower kerb')
  await tab.evaluate(() => {
    const draft = JSON.parse(localStorage.getItem('draft:proposal')!)
    localStorage.setItem('draft:proposal', JSON.stringify({ ...draft, kept: draft.kept - 8 * 86_400_000 }))
  })
  await tab.goto(base)
  expect(await title().inputValue()).toBe('')
})

test('the characters that are left are counted while one types', async () => {
  await tab.getByLabel('Body').fill('휠체어로 버스 타기')
  await tab.getByText('10 characters left').waitFor()
  await tab.getByLabel('Body').fill('휠체어로 버스 타기'.repeat(3))
  await tab.getByText('10 characters too many').waitFor()
})

test('three times Esc leaves the page, and the way back does not lead to it', async () => {
  await tab.goto(`${base}thanks`)
  await tab.goto(base)
  for (let i = 0; i < 3; i++) await tab.keyboard.press('Escape')
  await heading('Sunny').waitFor()
  await tab.goBack()
  await heading('Thanks').waitFor()
})
