import type { Chapter } from '#city/index.ts'
import type { View } from '#kit/view.ts'
import { type Localized, say } from '#kit/words.ts'
import { News, type PublicEntry } from '#record/index.ts'
import { href } from '#ui/href.ts'
import { DoorList, StructuredList } from '#ui/lists.tsx'
import { Opening } from '#ui/opening.tsx'
import { Page } from '#ui/page.tsx'
import { Local } from '#ui/trust.tsx'
import { words } from './words.ts'

type Props = {
  view: View
  motto: Localized | undefined
  chapters: readonly Chapter[]
  lately: readonly PublicEntry[]
}

/** What a resident can do here, in verbs. */
export const HomePage = ({ view, motto, chapters, lately }: Props) => {
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
          { href: href(view, '/contact'), ...w.doors.speak },
          { href: href(view, '/committees'), ...w.doors.decide },
          { href: href(view, '/record'), ...w.doors.promised },
          { href: href(view, '/charter'), ...w.doors.rights },
        ]}
      />
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
