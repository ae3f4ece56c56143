import type { View } from '#kit/view.ts'
import { href } from '#ui/href.ts'
import { EmptyState } from '#ui/notices.tsx'
import { Timeline } from '#ui/steps.tsx'
import type { PublicEntry } from './reads.ts'
import { actorName, words } from './words.ts'

/** What the record says of a thing, in the order given; each entry leads to its proof. */
export const History = ({ view, entries }: { view: View; entries: readonly PublicEntry[] }) =>
  entries.length === 0 ? (
    <EmptyState title={words(view).noHistory} />
  ) : (
    <Timeline
      view={view}
      entries={entries.map((entry) => ({
        at: entry.at,
        title: sentenceOf(view, entry),
        by: actorName(view, entry.actor),
        href: href(view, `/record/${entry.number}`),
      }))}
    />
  )

/** What an entry says, as a sentence in the reader's language. */
export const sentenceOf = (
  view: View,
  { what, facts, erased }: Pick<PublicEntry, 'what' | 'facts' | 'erased'>,
): string => (erased ? words(view).erased : view.tell(what, facts))
