import { canonical } from '#kit/canonical.ts'
import type { View } from '#kit/view.ts'
import { plain, say } from '#kit/words.ts'
import { href } from '#ui/href.ts'
import { Disclosure } from '#ui/navigation.tsx'
import { EmptyState } from '#ui/notices.tsx'
import { type Happening, Timeline } from '#ui/steps.tsx'
import { WithName } from '#ui/text.tsx'
import { InItsLanguage, Local } from '#ui/trust.tsx'
import { mostOfHistory, type PublicEntry } from './reads.ts'
import { actorName, thingName, words } from './words.ts'

type Props = { view: View; entries: readonly PublicEntry[] }

/** What the record says of one thing, in the order given; each entry leads to its proof, and the last to all before. */
export const History = ({ view, entries }: Props) => {
  const w = words(view)
  if (entries.length === 0) return <EmptyState title={w.noHistory} />
  const isCut = entries.length > mostOfHistory
  const shown = isCut ? entries.slice(-mostOfHistory) : entries
  return (
    <>
      {isCut && (
        <p>
          <a href={`${href(view, '/record')}?${new URLSearchParams({ about: entries[0]!.about })}`}>
            {w.wholeHistory}
          </a>
        </p>
      )}
      <Timeline
        view={view}
        entries={shown.map((entry) => ({
          at: entry.at,
          title: sentenceOf(view, entry),
          by: actorName(view, entry.actor),
          href: href(view, `/record/${entry.number}`),
        }))}
      />
    </>
  )
}

/** The same of many things, each named; what one act did to many alike is told once. */
export const News = ({ view, entries }: Props) => (
  <Timeline
    view={view}
    entries={alike(entries).flatMap((same) =>
      same.length > 2 ? together(view, same) : same.map(alone(view)),
    )}
  />
)

/** Entries side by side that one act made, saying the same of different things. */
export function alike(entries: readonly PublicEntry[]): PublicEntry[][] {
  const runs: PublicEntry[][] = []
  for (const entry of entries) {
    const run = runs.at(-1)
    if (run?.[0] && isAlike(run[0], entry)) run.push(entry)
    else runs.push([entry])
  }
  return runs
}

const isAlike = (a: PublicEntry, b: PublicEntry): boolean =>
  a.what === b.what &&
  a.actor === b.actor &&
  a.at.equals(b.at) &&
  canonical(a.facts) === canonical(b.facts) &&
  a.erased === b.erased

const alone =
  (view: View) =>
  (entry: PublicEntry): Happening => ({
    at: entry.at,
    title: <NewsOf view={view} entry={entry} />,
    by: actorName(view, entry.actor),
    href: href(view, `/${entry.about}`),
    children: <EntryLink view={view} entry={entry} />,
  })

function together(view: View, entries: readonly PublicEntry[]): Happening {
  const [first] = entries as [PublicEntry]
  const w = words(view)
  return {
    at: first.at,
    title: (
      <>
        <WithName
          says={(name) => w.andMore(name, entries.length - 1)}
          name={thingName(view, first.about, first.title)}
          lang={langOf(view, first)}
        />
        : {sentenceOf(view, first)}
      </>
    ),
    by: actorName(view, first.actor),
    children: (
      <Disclosure summary={w.eachOf(entries.length)}>
        <ul>
          {entries.map((entry) => (
            <li>
              <a href={href(view, `/${entry.about}`)}>
                {entry.title ? <Local view={view} text={entry.title} /> : thingName(view, entry.about)}
              </a>{' '}
              <EntryLink view={view} entry={entry} />
            </li>
          ))}
        </ul>
      </Disclosure>
    ),
  }
}

const langOf = (view: View, { title }: PublicEntry) =>
  title ? say(title, view.lang, view.languages).lang : view.lang

const EntryLink = ({ view, entry }: { view: View; entry: PublicEntry }) => (
  <a class="muted" href={href(view, `/record/${entry.number}`)}>
    {words(view).number(entry.number)}
  </a>
)

type Said = Pick<PublicEntry, 'what' | 'facts' | 'erased'>
type Named = Said & Pick<PublicEntry, 'title'>

/** What an entry says, as a sentence in the reader's language. */
export const sentenceOf = (view: View, { what, facts, erased }: Said): string =>
  erased ? words(view).erased : view.tell(what, facts)

/** The same with the name of the thing before it, for a reader who comes from elsewhere. */
export const newsOf = (view: View, entry: Named): string => {
  const sentence = sentenceOf(view, entry)
  return entry.title ? `${plain(entry.title, view)}: ${sentence}` : sentence
}

/** The same on a page, where the name says which language it is in. */
export const NewsOf = ({ view, entry }: { view: View; entry: Named }) => (
  <>
    {entry.title && (
      <>
        <InItsLanguage view={view} text={entry.title} />:{' '}
      </>
    )}
    {sentenceOf(view, entry)}
  </>
)
