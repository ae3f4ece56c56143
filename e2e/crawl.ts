import type { APIRequestContext } from '@playwright/test'
import type { DeclaredPage } from './declared.ts'

/** A page to look at: of all addresses found for it, the one with the most on it that can be looked at in time. */
export type Found = { address: string; as: string | undefined; size: number }

export type Crawl = {
  pages: Map<DeclaredPage, Found>
  asked: Set<string>
  /** Links that lead nowhere, with the page they stand on. */
  dead: string[]
}

type Walker = {
  request: APIRequestContext
  as: string | undefined
  from: string
  declared: readonly DeclaredPage[]
}

/** What a list is saved as is no page, though its address may look like one. */
const isFile = (path: string): boolean => /\.(csv|json)$/.test(path)

const atOnce = 6

/** Of a longer page nobody sees the end in time; a shorter one of its sort serves better. */
const longest = 200_000
const worth = (size: number): number => (size <= longest ? size : -size)

/** How many pages of a sort are read for all their links. */
const enough = 6

/**
 * Follows the site's own links as one person, and adds what they reach to what others have found. Of each sort of page
 * the first few are read for all their links, the others only for sorts of which too few are known: so no sort is lost,
 * however many things the city has. What everybody may see is asked once.
 */
export async function crawl(into: Crawl, { request, as, from, declared }: Walker): Promise<void> {
  const lang = from.split('/')[1]!
  const pageAt = (path: string) =>
    isFile(path) ? undefined : declared.find((each) => each.matches(path.slice(`/${lang}`.length)))
  const read = new Map<DeclaredPage, number>()
  const met = new Map<DeclaredPage, number>()
  const queue = [{ address: from, on: '(the beginning)' }]
  const seen = new Set([from])

  const isNew = (link: string): boolean => {
    if (seen.has(link)) return false
    const page = pageAt(link.split('?')[0]!)
    const isPublic = !page || page.audience === 'anyone'
    if (isPublic && into.asked.has(link) && (!page || met.has(page))) return false
    seen.add(link)
    if (page) met.set(page, (met.get(page) ?? 0) + 1)
    return true
  }

  const isRare = (link: string): boolean => {
    const page = pageAt(link.split('?')[0]!)
    return page !== undefined && (met.get(page) ?? 0) < enough
  }

  const visit = async ({ address, on }: { address: string; on: string }) => {
    into.asked.add(address)
    const answer = await request.get(address)
    if (answer.status() >= 400)
      into.dead.push(`${address} (${answer.status()}) on ${on}, as ${as ?? 'nobody'}`)
    const { pathname, search } = new URL(answer.url())
    const page = pageAt(pathname)
    if (!page || answer.status() >= 400) return
    const html = await answer.text()
    const known = into.pages.get(page)
    if (!known || worth(html.length) > worth(known.size))
      into.pages.set(page, { address: pathname + search, as, size: html.length })
    const before = read.get(page) ?? 0
    read.set(page, before + 1)
    queue.push(
      ...linksIn(html, address, lang)
        .filter((link) => before < enough || isRare(link))
        .filter(isNew)
        .map((link) => ({ address: link, on: address })),
    )
  }
  while (queue.length > 0) await Promise.all(queue.splice(0, atOnce).map(visit))
}

/** Links to the same site in the same language; the other language is crawled for itself. */
const linksIn = (html: string, address: string, lang: string): string[] =>
  [...html.matchAll(/<a [^>]*?href="([^"]+)"/g)]
    .map(([, href]) => new URL(href!.replaceAll('&amp;', '&'), `http://site${address}`))
    .filter(
      ({ host, pathname }) =>
        host === 'site' && (pathname === `/${lang}` || pathname.startsWith(`/${lang}/`)),
    )
    .map(({ pathname, search }) => pathname + search)
