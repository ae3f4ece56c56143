import { expect, test } from 'vitest'
import { testCity } from '#testing/city.ts'
import { fromMarkdown } from './pages.tsx'

const display = { theme: 'dark', contrast: 'normal', text: 'large' }

for (const [back, to] of [
  ['/ko/charter?on=2020-01-01', '/ko/charter?on=2020-01-01'],
  ['//evil.example', '/'],
  ['/\\evil.example', '/'],
  ['/.//evil.example', '/'],
  ['/ko\r\nset-cookie: a=b', '/'],
] as const)
  test(`who chose how pages look and came from “${back}” goes on to ${to}`, async () => {
    const { browser, bugs } = await testCity()
    const answer = await browser().post('/ko/prefs', { ...display, back })
    expect(answer.headers.get('location')).toBe(to)
    expect(bugs).toEqual([])
  })

test('a city’s text can neither run anything nor lead to a script', () => {
  const shown = fromMarkdown(
    '[one](javascript:alert(1)) [two](&#106;avascript:alert(1)) <b>three</b> [four](https://example.org) [five](/ko/charter)',
  )
  expect(shown).not.toContain('javascript:')
  expect(shown).toContain('one two &#60;b&#62;three')
  expect(shown).toContain('<a href="https://example.org">four</a> <a href="/ko/charter">five</a>')
})

test('whatever else a city has written is read from the page about it', async () => {
  const { browser } = await testCity()
  const { get, page } = browser()
  expect(await page('/en/about')).toContain('href="/en/about/indicators"')
  expect(await page('/ko/about/easy-read')).toContain('<h1')
  expect(await page('/en/about/indicators')).toContain('sound signals and tactile paving')
  for (const not of ['about', 'privacy', 'nothing']) expect((await get(`/en/about/${not}`)).status).toBe(404)
})
