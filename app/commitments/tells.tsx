import { and, desc, eq, type SQL, sql } from 'drizzle-orm'
import type { City } from '#kit/city.ts'
import type { Reads } from '#kit/db.ts'
import { madeOnce } from '#kit/made-once.ts'
import { number } from '#kit/numbers.ts'
import { reckoned } from '#kit/reckoned.ts'
import { type Ref, roomOf } from '#kit/ref.ts'
import type { Told } from '#kit/room.ts'
import type { Instant } from '#kit/time.ts'
import type { View } from '#kit/view.ts'
import { Badge } from '#ui/badges.tsx'
import { href } from '#ui/href.ts'
import { type Standing, standings } from './commitment.ts'
import { commitmentsServing } from './links.reads.ts'
import { CommitmentLines, tones } from './parts.tsx'
import { lineColumns } from './reads.ts'
import { standingIs } from './standing.reads.ts'
import { commitments as c, marks } from './tables.ts'
import { linkWords, words } from './words.ts'

/** How many promises serve an article, by how they stand. What was being done already counts apart, so not here. */
type Counts = Record<Standing, number>

const sumOf = (counts: Counts): number => standings.reduce((sum, each) => sum + counts[each], 0)

const countsFor = madeOnce((article: string) =>
  reckoned(
    (reads, at) => count(reads, article, at),
    (counts) => sumOf(counts) > 1000,
  ),
)

const ofArticle = (article: string): SQL | undefined =>
  and(eq(marks.facet, 'article'), eq(marks.key, article), eq(c.kind, 'new'))

async function count(reads: Reads, article: string, at: Instant): Promise<Counts> {
  const columns = Object.fromEntries(
    standings.map((each) => [each, sql<number>`(count(*) filter (where ${standingIs(each, at)}))::int`]),
  )
  const [row] = await reads
    .select(columns)
    .from(c)
    .innerJoin(marks, eq(marks.commitment, c.id))
    .where(ofArticle(article))
  return row as Counts
}

const newestFor = (reads: Reads, article: string) =>
  reads
    .select(lineColumns)
    .from(marks)
    .innerJoin(c, eq(c.id, marks.commitment))
    .where(ofArticle(article))
    .orderBy(desc(marks.commitment))
    .limit(2)

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
