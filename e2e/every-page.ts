import type { Page } from '@playwright/test'
import { beforeAll, expect, test } from 'vitest'
import { complaintsOf, openBrowser } from './browser.ts'
import { type Crawl, crawl } from './crawl.ts'
import { type DeclaredPage, declaredPages as declared } from './declared.ts'
import { faultsOf } from './inspect.ts'
import { liveIn, places } from './places.ts'

/** Those who between them may see every page. */
const people = [
  undefined,
  'Yuna',
  'Harim',
  'Daeun',
  'Taeyang',
  'Eunji',
  'Audit office',
  'Nari',
  'Jiwoo',
  'Gaon',
  'Haneul',
  'Doyun',
  'Seoyun',
  'Eunchae',
  'Sejin',
]

/** Pages that this city has not got, and why. */
const absent: Readonly<Record<string, string>> = {
  '/sign-in/with/:provider': 'the demonstration knows no other service to sign in with',
  '/sign-in/with/:provider/back': 'the same',
  '/norms/:norm': 'leads on to its place in the list',
  '/committees/:key/sittings': 'leads on to the page of the committee, where they stand',
  '/committees/:key/members': 'the same',
  '/commitments/:id/steps/:no': 'leads on to its place on the page of the promise',
  '/petitions/:id{[0-9]+}/opinions/:opinion{[0-9]+}': 'leads on to its place among the others',
  '/indicators/priorities': 'shows the newest year, which has an address of its own',
  '/plans/:key/years/:year/actions': 'shows the page of the year, whose list programs read',
  // Doors that stand open only at a moment to which the demonstration does not come; their rooms' own tests go in.
  '/desk/commitments/:id/signatures': 'nobody’s signature is awaited',
  '/desk/indicators/:key{[a-z0-9-]+}/definition': 'what is measured stays as it was made',
  '/desk/plan/:key/submission': 'no plan is complete that is only being made',
  '/desk/plan/:key/decision': 'no plan lies before the committee',
  '/desk/year/actions/:id/agreement': 'nobody of the cast is asked to agree',
  '/desk/year/plans/:key/:year/report': 'the report of the year is written',
  '/indicators/rounds/:key': 'leads on to its place in the list',
  '/plan': 'leads on to the plan that runs now',
  '/desk/tower/mine': 'leads on to the page of one’s own body',
  '/unsubscribe/one-click': 'is for mail programs, and leads people on to where they choose',
}

/** Declares a test for every page of the site in one language. */
export function testEveryPage(lang: 'ko' | 'en'): void {
  const browser = openBrowser()
  const found: Crawl = { pages: new Map(), asked: new Set(), dead: [] }
  const titles = new Map<string, string>()
  const tabs = new Map<string | undefined, Promise<Page>>()
  const newPage = (as?: string) => browser.newPage({ lang, ...(as && { as }) })

  /** A tab for each of the people, kept from page to page. */
  const tabOf = (as: string | undefined): Promise<Page> => {
    const tab = tabs.get(as) ?? newPage(as)
    tabs.set(as, tab)
    return tab
  }

  beforeAll(async () => {
    await liveIn({ lang, newPage })
    for (const as of people)
      await crawl(found, { request: (await tabOf(as)).request, as, from: `/${lang}`, declared })
  }, 300_000)

  /** The address with the most on it, or the way to a page that no link leads to. */
  async function arriveAt(page: DeclaredPage): Promise<Page> {
    const way = places[page.path]
    if (way) return way({ lang, newPage })
    const best = found.pages.get(page)
    if (!best) throw new Error(`No link leads to ${page.path}, for none of the people.`)
    const tab = await tabOf(best.as)
    await tab.goto(best.address)
    return tab
  }

  test('every link leads somewhere', () => {
    expect(found.dead.join('\n')).toBe('')
    expect(found.asked.size).toBeGreaterThan(100)
  })

  test.for([
    ['that is not there', '/nothing-here', undefined],
    ['for others', '/desk/people', 'Harim'],
    ['of a link that is over', '/sign-in/link/nothing', undefined],
    ['of a refused request', '/unsubscribe', undefined],
  ] as const)('a page %s', async ([, path, as]) => {
    const tab = await tabOf(as)
    await tab.goto(`/${lang}${path}`)
    complaintsOf(tab)
    expect(await faultsOf(tab, lang)).toBe('')
  })

  test.for(declared.filter(({ path }) => !(path in absent)))('$path', async (page) => {
    const tab = await arriveAt(page)
    const { pathname } = new URL(tab.url())
    expect(page.matches(pathname.slice(`/${lang}`.length)), `came to ${pathname}`).toBe(true)
    const title = await tab.title()
    expect(titles.get(title), `“${title}” is also the title of`).toBeUndefined()
    titles.set(title, page.path)
    expect(complaintsOf(tab), tab.url()).toEqual([])
    expect(await faultsOf(tab, lang), tab.url()).toBe('')
  })
}
