import type { City } from '#kit/city.ts'
import { number } from '#kit/numbers.ts'
import { type Ref, roomOf } from '#kit/ref.ts'
import type { Told } from '#kit/room.ts'
import type { View } from '#kit/view.ts'
import { Badge } from '#ui/badges.tsx'
import { href } from '#ui/href.ts'
import { standings } from './commitment.ts'
import { commitmentsServing } from './links.reads.ts'
import { CommitmentLines, tones } from './parts.tsx'
import { countsFor, newestFor } from './told.reads.ts'
import { linkWords, words } from './words.ts'

/** What was promised for a right, by how it stands and the newest of it; of anything else, what was said to serve it. */
export const tells = (city: City, view: View, about: Ref): Promise<Told | undefined> =>
  roomOf(about) === 'charter' ? tellsOfArticle(city, view, about) : tellsOfThing(city, view, about)

async function tellsOfThing({ reads }: City, view: View, about: Ref): Promise<Told | undefined> {
  const lines = await commitmentsServing(reads, about)
  if (lines.length === 0) return undefined
  return { title: linkWords(view).told, order: 40, shows: <CommitmentLines view={view} lines={lines} /> }
}

async function tellsOfArticle({ reads }: City, view: View, about: Ref): Promise<Told | undefined> {
  const newest = await newestFor(reads, about)
  if (newest.length === 0) return undefined
  const counts = await countsFor(about)(reads, view.at)
  const w = linkWords(view)
  return {
    title: w.told,
    order: 40,
    shows: (
      <>
        <ul class="meta">
          {standings
            .filter((each) => counts[each] > 0)
            .map((each) => (
              <li>
                <a href={href(view, `/commitments?kind=new&standing=${each}&article=${about}`)}>
                  <Badge tone={tones[each]}>
                    {words(view).standings[each]} {number(counts[each], view.lang)}
                  </Badge>
                </a>
              </li>
            ))}
        </ul>
        <CommitmentLines view={view} lines={newest} />
      </>
    ),
  }
}
