import type { Subjects } from '#kit/subjects.ts'
import type { View } from '#kit/view.ts'
import { type Lang, type Localized, plain } from '#kit/words.ts'
import { href } from '#ui/href.ts'
import { still } from '#ui/still.ts'
import { words } from './words.ts'

export type AsideProps = {
  view: View
  topics: Subjects['topics']
  districts: readonly { key: string; name: Localized }[]
}

/** One step to the petitions of a topic or a place; on a telephone the search offers the same. */
export const ListAside = ({ view, topics, districts }: AsideProps) => {
  const { lang } = view
  const w = words(view).list
  const of = (by: string, key: string, name: Localized) => ({
    path: `/petitions?${by}=${encodeURIComponent(key)}`,
    label: plain(name, view),
  })
  return (
    <>
      <Places lang={lang} title={w.byTopic} all={topics.map(({ key, label }) => of('topic', key, label))} />
      <Places
        lang={lang}
        title={w.byPlace}
        all={districts.map(({ key, name }) => of('district', key, name))}
      />
    </>
  )
}

type PlacesProps = { lang: Lang; title: string; all: readonly { path: string; label: string }[] }

const Places = still(({ lang, title, all }: PlacesProps) =>
  all.length === 0 ? null : (
    <nav class="in-page" aria-label={title}>
      <p class="in-page-title" aria-hidden="true">
        {title}
      </p>
      <ul>
        {all.map(({ path, label }) => (
          <li>
            <a href={href({ lang }, path)}>{label}</a>
          </li>
        ))}
      </ul>
    </nav>
  ),
)
