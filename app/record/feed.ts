import { Feed } from 'feed'
import type { City } from '#kit/city.ts'
import { dateOf } from '#kit/time.ts'
import type { View } from '#kit/view.ts'
import { say } from '#kit/words.ts'
import { newsOf } from './history.tsx'
import type { PublicEntry } from './reads.ts'
import { actorName, thingName, words } from './words.ts'

/** The newest entries as an Atom feed in the reader's language. */
export function atomFeed(city: City, view: View, entries: readonly PublicEntry[], kind?: string): string {
  const at = (path: string) => `${city.baseUrl}/${view.lang}${path}`
  const self = at(kind ? `/record/feeds/${kind}.atom` : '/record.atom')
  const cityName = say(view.cityName, view.lang, view.languages).text
  const feed = new Feed({
    id: self,
    title: `${kind ? thingName(view, kind) : words(view).title} · ${cityName}`,
    description: words(view).lead,
    link: at('/record'),
    language: view.lang,
    feedLinks: { atom: self },
    updated: dateOf(entries[0]?.at ?? view.at),
    generator: false,
  })
  for (const entry of entries) {
    feed.addItem({
      id: `${city.baseUrl}/record/${entry.number}`,
      title: asHtml(newsOf(view, entry)),
      link: at(`/${entry.about}`),
      date: dateOf(entry.at),
      author: [{ name: actorName(view, entry.actor) }],
    })
  }
  return feed.atom1()
}

// The feed declares its titles to be HTML, so what is meant as text must say so.
const asHtml = (text: string) => text.replace(/[&<>]/g, (each) => `&#${each.charCodeAt(0)};`)
