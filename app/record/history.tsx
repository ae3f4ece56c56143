import type { View } from '#kit/view.ts'
import { say } from '#kit/words.ts'
import { href } from '#ui/href.ts'
import { EmptyState } from '#ui/notices.tsx'
import { Timeline } from '#ui/steps.tsx'
import type { PublicEntry } from './reads.ts'
import { actorName, words } from './words.ts'

/** What the record says, in the order given; each entry leads to its proof. Away from a thing's own page, `named`. */
export const History = (props: { view: View; entries: readonly PublicEntry[]; named?: boolean }) => {
  const { view, entries, named } = props
  if (entries.length === 0) return <EmptyState title={words(view).noHistory} />
  return (
    <Timeline
      view={view}
      entries={entries.map((entry) => ({
        at: entry.at,
        title: named ? newsOf(view, entry) : sentenceOf(view, entry),
        by: actorName(view, entry.actor),
        href: href(view, `/record/${entry.number}`),
      }))}
    />
  )
}

type Said = Pick<PublicEntry, 'what' | 'facts' | 'erased'>

/** What an entry says, as a sentence in the reader's language. */
export const sentenceOf = (view: View, { what, facts, erased }: Said): string =>
  erased ? words(view).erased : view.tell(what, facts)

/** The same with the name of the thing before it, for a reader who comes from elsewhere. */
export const newsOf = (view: View, entry: Said & Pick<PublicEntry, 'title'>): string => {
  const sentence = sentenceOf(view, entry)
  return entry.title ? `${say(entry.title, view.lang, view.languages).text}: ${sentence}` : sentence
}
