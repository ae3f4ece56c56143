import type { Bodies } from '#bodies/index.ts'
import { nameOf } from '#bodies/index.ts'
import { todayOf } from '#kit/day-asked.ts'
import type { View } from '#kit/view.ts'
import { href } from '#ui/href.ts'
import { DescriptionList } from '#ui/lists.tsx'
import { Page } from '#ui/page.tsx'
import { Table } from '#ui/table.tsx'
import { Moment, PersonText } from '#ui/text.tsx'
import { bodyAt, type CourseProps, dayOf, Section } from './course.pages.tsx'
import type { Hidings } from './moderation.reads.ts'
import { grounds } from './moderation.ts'
import { words } from './words.desk.ts'

/** Every time words were hidden: on what ground, why, and what came of the appeal. Never the words. */
export const ModerationSection = (props: CourseProps) => {
  const { view, whole } = props
  const w = words(view).course
  if (whole.moderations.length === 0) return null
  return (
    <Section id="moderation" title={w.moderation}>
      {whole.moderations.map((each) => (
        <Moderation {...props} moderation={each} />
      ))}
    </Section>
  )
}

type Moderated = CourseProps & { moderation: CourseProps['whole']['moderations'][number] }

const Moderation = (props: Moderated) => {
  const { view, moderation } = props
  const all = words(view)
  const w = all.course
  const named = bodyAt(props)
  const { id, at, what, ground, statement, lang, by, decidedAt, restored, decision } = moderation
  return (
    <article class="flow" id={`moderation-${id}`}>
      <h3>{w.hidden[what]}</h3>
      <DescriptionList
        items={[
          { term: w.ground, is: all.grounds[ground] },
          { term: w.statement, is: <span lang={lang}>{statement}</span> },
        ]}
      />
      <p class="muted">
        {w.hiddenBy(named(by, at))} · <Moment view={view} at={at} />
      </p>
      {!moderation.appealedAt && <p>{w.mayAppeal}</p>}
      {moderation.appealTo && moderation.appealedAt && (
        <p>
          {w.appealTo(named(moderation.appealTo, moderation.appealedAt))}
          {moderation.appealDueAt && !decidedAt && ` · ${w.dueBy} ${dayOf(view, moderation.appealDueAt)}`}
        </p>
      )}
      {decidedAt && decision && (
        <PersonText
          text={decision}
          lang={moderation.decisionLang ?? lang}
          by={
            <>
              <strong>{restored ? w.restored : w.kept}</strong> · <Moment view={view} at={decidedAt} />
            </>
          }
        />
      )}
    </article>
  )
}

type Props = {
  view: View
  bodies: Bodies
  hidings: Hidings
  moderator: string
  appealBodies: readonly string[]
}

/** How often words were hidden on each ground. Counts, never a list of people. */
export const ModerationPage = ({ view, bodies, hidings, moderator, appealBodies }: Props) => {
  const all = words(view)
  const w = all.moderation
  const named = (key: string) => nameOf(view, bodies, key, todayOf(view))
  return (
    <Page
      view={view}
      current="petitions"
      title={w.title}
      lead={w.lead}
      breadcrumbs={[{ href: href(view, '/petitions'), label: all.course.petitions }]}
    >
      <Table
        view={view}
        caption={w.title}
        columns={[
          { key: 'ground', label: w.ground },
          { key: 'petition', label: w.petitions, kind: 'number' },
          { key: 'opinion', label: w.opinions, kind: 'number' },
          { key: 'appealed', label: w.appealed, kind: 'number' },
          { key: 'restored', label: w.restored, kind: 'number' },
        ]}
        rows={grounds.map((ground) => ({ ...hidings[ground], ground: all.grounds[ground] }))}
      />
      <p>{w.moderator(named(moderator))}</p>
      <p>{w.appeals(appealBodies.map(named).join(', '))}</p>
    </Page>
  )
}
