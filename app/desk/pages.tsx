import { day as dayText } from '#kit/dates.ts'
import type { Tool, Waiting } from '#kit/room.ts'
import { dayAt, daysBetween } from '#kit/time.ts'
import type { View } from '#kit/view.ts'
import { Badge } from '#ui/badges.tsx'
import { PostButton } from '#ui/buttons.tsx'
import { href } from '#ui/href.ts'
import { type Listed, StructuredList } from '#ui/lists.tsx'
import { EmptyState } from '#ui/notices.tsx'
import { Page } from '#ui/page.tsx'
import { Local, LocalOf } from '#ui/trust.tsx'
import { lastDay, sorted } from './waiting.ts'
import { words } from './words.ts'

type Props = {
  view: View
  waiting: readonly Waiting[]
  tools: readonly Tool[]
  /** Whether letters say beforehand what falls due; nothing for whom there are none. */
  letters: boolean | undefined
}

/** A day's work at one look: late first, then mine by date, then what others owe me. */
export const DeskPage = ({ view, waiting, tools, letters }: Props) => {
  const w = words(view)
  const { late, mine, others } = sorted(waiting, view.at)
  return (
    <Page
      view={view}
      current="desk"
      title={w.title}
      lead={w.lead}
      noindex
      {...(tools.length > 0 && { aside: <Tools view={view} tools={tools} /> })}
    >
      {late.length > 0 && (
        <section class="flow">
          <h2>{w.count(w.late, late.length)}</h2>
          <StructuredList items={late.map((each) => item(view, each, true))} />
        </section>
      )}
      {(mine.length > 0 || late.length === 0) && (
        <section class="flow">
          <h2>{w.count(w.mine, mine.length)}</h2>
          <StructuredList
            items={mine.map((each) => item(view, each, false))}
            empty={<EmptyState title={w.nothing} />}
          />
        </section>
      )}
      <section class="flow">
        <h2>{w.count(w.others, others.length)}</h2>
        <StructuredList
          items={others.map((each) => item(view, each, false))}
          empty={<p>{w.nothingOthers}</p>}
        />
      </section>
      {letters !== undefined && <Letters view={view} on={letters} />}
    </Page>
  )
}

const Letters = ({ view, on }: { view: View; on: boolean }) => {
  const w = words(view).letters
  return (
    <section class="flow not-printed">
      <h2>{w.title}</h2>
      <p>{on ? w.on : w.off}</p>
      <PostButton
        view={view}
        action={href(view, '/desk/letters')}
        fields={{ wanted: on ? 'no' : 'yes' }}
        kind="secondary"
        small
      >
        {on ? w.stop : w.start}
      </PostButton>
    </section>
  )
}

const Tools = ({ view, tools }: Pick<Props, 'view' | 'tools'>) => (
  <nav class="flow" aria-labelledby="tools">
    <h2 id="tools">{words(view).tools}</h2>
    <ul class="bare">
      {tools.map((each) => (
        <li>
          <a href={href(view, each.path)}>
            <Local view={view} text={each.label} />
          </a>
        </li>
      ))}
    </ul>
  </nav>
)

function item(view: View, { title, of, href: to, dueAt }: Waiting, late: boolean): Listed {
  const w = words(view)
  const last = dueAt && lastDay(dueAt, view.timeZone)
  return {
    title: <LocalOf view={view} text={title} of={of} />,
    href: href(view, to),
    meta: [last ? w.due(dayText(last, view.lang)) : w.noDue],
    ...(late &&
      last && {
        badges: <Badge tone="late">{w.lateBy(daysBetween(last, dayAt(view.at, view.timeZone)))}</Badge>,
      }),
  }
}
