import type { Chapter } from '#city/index.ts'
import { type Counts as CommitmentCounts, type CommitmentLine, CommitmentLines } from '#commitments/index.ts'
import { IndicatorLines } from '#indicators/index.ts'
import type { Subjects } from '#kit/subjects.ts'
import type { View } from '#kit/view.ts'
import { type Localized, say } from '#kit/words.ts'
import { type ListedPetition, type PetitionCounts, petitionItem } from '#petitions/index.ts'
import { YearStandings } from '#plan/index.ts'
import { News, type PublicEntry } from '#record/index.ts'
import { href } from '#ui/href.ts'
import { DoorList, StructuredList, SummaryCounts } from '#ui/lists.tsx'
import { Opening } from '#ui/opening.tsx'
import { Page } from '#ui/page.tsx'
import { Local } from '#ui/trust.tsx'
import type { Course } from './reads.ts'
import { words } from './words.ts'

type Props = {
  view: View
  motto: Localized | undefined
  chapters: readonly Chapter[]
  /** Absent where the city takes no petitions here. */
  petitions: PetitionCounts | undefined
  signable: readonly ListedPetition[]
  subjects: Subjects
  promises: CommitmentCounts['new']
  settled: readonly CommitmentLine[]
  lately: readonly PublicEntry[]
  course: Course
}

/** What a resident can do here, in verbs. */
export const HomePage = (props: Props) => {
  const { view, motto, chapters, lately } = props
  const w = words(view)
  return (
    <Page
      view={view}
      title={say(motto ?? view.cityName, view.lang, view.languages).text}
      heading={false}
      wide
      feed={{ href: href(view, '/record.atom'), title: w.lately }}
    >
      <Opening title={<Local view={view} text={motto ?? view.cityName} />} lead={w.lead} />
      <DoorList
        items={[
          { href: href(view, props.petitions ? '/petitions/new' : '/contact'), ...w.doors.speak },
          { href: href(view, '/committees'), ...w.doors.decide },
          { href: href(view, '/commitments'), ...w.doors.promised },
          { href: href(view, '/charter'), ...w.doors.rights },
        ]}
      />
      <Owed {...props} />
      <CourseNow {...props} />
      <Now {...props} />
      <div class="columns">
        {chapters.length > 0 && (
          <section class="flow">
            <h2>{w.charter}</h2>
            <StructuredList
              items={chapters.map((each, index) => ({
                number: w.chapter(each.no),
                title: <Local view={view} text={each.title} />,
                href: href(view, `/charter#chapter-${each.no}`),
                chapter: index + 1,
              }))}
            />
          </section>
        )}
        <section class="flow">
          <h2>{w.lately}</h2>
          <News view={view} entries={lately} />
          <p>
            <a href={href(view, '/record')}>{w.whole}</a> · <a href={href(view, '/city')}>{w.city}</a>
          </p>
        </section>
      </div>
    </Page>
  )
}

/** What the city owes today, in numbers that lead to what they count. */
const Owed = ({ view, petitions, promises }: Props) => {
  const w = words(view).owed
  const to = (path: string) => href(view, path)
  const asked = petitions
    ? [
        { count: petitions.open, label: w.open, href: to('/petitions?state=open'), tone: 'waiting' as const },
        {
          count: petitions.overdue,
          label: w.overdue,
          href: to('/petitions?state=overdue'),
          tone: 'late' as const,
        },
      ]
    : []
  return (
    <section class="flow">
      <h2>{w.title}</h2>
      <SummaryCounts
        view={view}
        items={[
          ...asked,
          { count: promises['under-way'], label: w.underWay, href: to('/commitments?standing=under-way') },
          { count: promises.late, label: w.late, href: to('/commitments?standing=late'), tone: 'waiting' },
          { count: promises.broken, label: w.broken, href: to('/commitments?standing=broken'), tone: 'late' },
          { count: promises.kept, label: w.kept, href: to('/commitments?standing=kept'), tone: 'good' },
        ]}
      />
    </section>
  )
}

/** What became worse and for whom, and how the plan's year stands, where there is anything to say of it. */
const CourseNow = ({ view, course: { worsened, year } }: Props) => {
  const w = words(view).course
  if (worsened.length === 0 && !year) return null
  return (
    <div class="columns">
      {worsened.length > 0 && (
        <section class="flow">
          <h2>{w.worsened}</h2>
          <IndicatorLines view={view} lines={worsened.map(({ line }) => line)} />
          <p>
            <a href={href(view, '/indicators')}>{w.forWhom}</a> · <a href={href(view, '/tower')}>{w.tower}</a>
          </p>
        </section>
      )}
      {year && (
        <section class="flow">
          <h2>{w.year}</h2>
          <YearStandings view={view} year={year} />
          <p>
            <a href={href(view, year.path)}>{w.wholeYear}</a>
          </p>
        </section>
      )}
    </div>
  )
}

/** Where somebody's voice helps now, and what lately came of others'. */
const Now = ({ view, signable, subjects, settled }: Props) => {
  const w = words(view)
  if (signable.length + settled.length === 0) return null
  return (
    <div class="columns">
      {signable.length > 0 && (
        <section class="flow">
          <h2>{w.signable}</h2>
          <StructuredList items={signable.map((each) => petitionItem(view, subjects, each))} />
          <p>
            <a href={href(view, '/petitions?sort=signatures')}>{w.allPetitions}</a>
          </p>
        </section>
      )}
      {settled.length > 0 && (
        <section class="flow">
          <h2>{w.settled}</h2>
          <CommitmentLines view={view} lines={settled} />
          <p>
            <a href={href(view, '/commitments')}>{w.allPromises}</a>
          </p>
        </section>
      )}
    </div>
  )
}
