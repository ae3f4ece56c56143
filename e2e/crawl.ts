import type { APIRequestContext } from '@playwright/test'
import type { DeclaredPage } from './declared.ts'

/** A page to look at: of all addresses found for it, the one with the most on it. */
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

const atOnce = 6

/**
 * Follows the site's own links as one person, and adds what they reach to what others have found. Of each sort of page
 * the first six are read for their links; the links of all of them are asked. What everybody may see is asked once.
 */
export async function crawl(into: Crawl, { request, as, from, declared }: Walker): Promise<void> {
  const lang = from.split('/')[1]!
  const pageAt = (path: string) => declared.find((each) => each.matches(path.slice(`/${lang}`.length)))
  const read = new Map<DeclaredPage, number>()
  const met = new Set<DeclaredPage>()
  const queue = [{ address: from, on: '(the beginning)' }]
  const seen = new Set([from])

  const isNew = (link: string): boolean => {
    if (seen.has(link)) return false
    const page = pageAt(link.split('?')[0]!)
    const isPublic = !page || page.audience === 'anyone'
    if (isPublic && into.asked.has(link) && (!page || met.has(page))) return false
    seen.add(link)
    if (page) met.add(page)
    return true
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
    if (html.length > (into.pages.get(page)?.size ?? 0))
      into.pages.set(page, { address: pathname + search, as, size: html.length })
    const before = read.get(page) ?? 0
    read.set(page, before + 1)
    if (before >= 6) return
    queue.push(
      ...linksIn(html, address, lang)
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
