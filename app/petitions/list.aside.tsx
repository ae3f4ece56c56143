import { raw } from 'hono/html'
import { keptLately, madeOnce } from '#kit/made-once.ts'
import type { Subjects } from '#kit/subjects.ts'
import type { View } from '#kit/view.ts'
import { type Lang, type Localized, plain } from '#kit/words.ts'
import { href } from '#ui/href.ts'
import { words } from './words.ts'

type Topics = Subjects['topics']
type Districts = readonly { key: string; name: Localized }[]

export type AsideProps = { view: View; topics: Topics; districts: Districts }

/** One step to the petitions of a topic or a place; on a telephone the search offers the same. */
export const ListAside = ({ view, topics, districts }: AsideProps) =>
  drawn(topics)(districts)(view.lang, view.languages)

/** Drawn once for what a city has in a language, until it has something else. */
const drawn = keptLately(
  (topics: Topics) =>
    keptLately(
      (districts: Districts) =>
        madeOnce((lang: Lang, languages: readonly Lang[]) =>
          raw(String(<Places reader={{ lang, languages }} topics={topics} districts={districts} />)),
        ),
      10,
    ),
  10,
)

type Reader = Pick<View, 'lang' | 'languages'>

const Places = ({ reader, topics, districts }: Omit<AsideProps, 'view'> & { reader: Reader }) => {
  const w = words(reader).list
  return (
    <>
      <Links reader={reader} title={w.byTopic} by="topic" all={topics} />
      <Links
        reader={reader}
        title={w.byPlace}
        by="district"
        all={districts.map(({ key, name }) => ({ key, label: name }))}
      />
    </>
  )
}

type LinksProps = {
  reader: Reader
  title: string
  by: string
  all: readonly { key: string; label: Localized }[]
}

const Links = ({ reader, title, by, all }: LinksProps) =>
  all.length === 0 ? null : (
    <nav class="in-page" aria-label={title}>
      <p class="in-page-title" aria-hidden="true">
        {title}
      </p>
      <ul>
        {all.map(({ key, label }) => (
          <li>
            <a href={href(reader, `/petitions?${by}=${encodeURIComponent(key)}`)}>{plain(label, reader)}</a>
          </li>
        ))}
      </ul>
    </nav>
  )
