import type { City } from '#kit/city.ts'
import { number } from '#kit/numbers.ts'
import { type Ref, roomOf } from '#kit/ref.ts'
import type { Told } from '#kit/room.ts'
import type { View } from '#kit/view.ts'
import { Badge } from '#ui/badges.tsx'
import { href } from '#ui/href.ts'
import { StructuredList } from '#ui/lists.tsx'
import { petitionItem } from './list.pages.tsx'
import { listed } from './list.reads.ts'
import { countsFor, type Shown, shown } from './told.reads.ts'
import { words } from './words.ts'

const title = { en: 'What people asked for', ko: '시민이 요청한 일' }

/** On the page of an article: how much people asked for by it, and the newest of it. */
export async function tells(city: City, view: View, about: Ref): Promise<Told | undefined> {
  if (roomOf(about) !== 'charter') return undefined
  const { reads, facts } = city
  const asked = { query: { article: about }, at: view.at, languages: view.languages }
  const counts = await countsFor(about)(reads, view.at)
  const { rows } = await listed(reads, asked, { after: undefined, limit: 1 })
  if (rows.length === 0) return undefined
  return {
    title,
    order: 50,
    shows: (
      <>
        <ul class="meta">
          {shown
            .filter((each) => counts[each] > 0)
            .map((each) => (
              <li>
                <Count view={view} article={about} what={each} count={counts[each]} />
              </li>
            ))}
        </ul>
        <StructuredList items={rows.map((row) => petitionItem(view, facts.subjects, row))} />
      </>
    ),
  }
}

const tones = { overdue: 'late', open: 'waiting', answered: 'good' } as const

/** How many; the list has no one choice for all that was ever answered. */
const Count = (props: { view: View; article: Ref; what: Shown; count: number }) => {
  const { view, article, what, count } = props
  const badge = (
    <Badge tone={tones[what]}>
      {words(view).list.counts[what]} {number(count, view.lang)}
    </Badge>
  )
  if (what === 'answered') return badge
  return <a href={href(view, `/petitions?article=${article}&state=${what}`)}>{badge}</a>
}
