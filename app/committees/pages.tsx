import type { Committee } from '#city/index.ts'
import type { View } from '#kit/view.ts'
import { Badge } from '#ui/badges.tsx'
import { href } from '#ui/href.ts'
import { StructuredList } from '#ui/lists.tsx'
import { EmptyState } from '#ui/notices.tsx'
import { Page } from '#ui/page.tsx'
import { Moment } from '#ui/text.tsx'
import type { Sitting } from './sitting.ts'
import { words } from './words.ts'

export type Listed = {
  committee: Committee
  name: string
  /** Whether the body itself still stands; some committees had one task and ended with it. */
  stands: boolean
  members: number
  vacant: number
  next: Sitting | undefined
  late: number
}

/** Every committee, and whether it keeps its duties towards the public. */
export const CommitteesPage = ({ view, rows }: { view: View; rows: readonly Listed[] }) => {
  const w = words(view)
  const ended = rows.filter((each) => !each.stands)
  return (
    <Page view={view} current="committees" title={w.title} lead={w.lead}>
      <p>
        <a href={href(view, '/committees/recommendations')}>{w.recommendations.all}</a>
      </p>
      <StructuredList
        level={2}
        empty={<EmptyState title={w.none} />}
        items={rows.filter((each) => each.stands).map((each) => item(view, each))}
      />
      {ended.length > 0 && (
        <section class="flow">
          <h2>{w.ended}</h2>
          <StructuredList
            items={ended.map(({ committee, name }) => ({
              title: name,
              href: href(view, `/committees/${committee.key}`),
              meta: [w.kinds[committee.kind]],
            }))}
          />
        </section>
      )}
      <p class="not-printed">
        {w.downloads}: <a href={href(view, '/committees.csv')}>CSV</a> ·{' '}
        <a href={href(view, '/committees.json')}>JSON</a>
      </p>
    </Page>
  )
}

function item(view: View, { committee, name, members, vacant, next, late }: Listed) {
  const w = words(view)
  return {
    title: name,
    href: href(view, `/committees/${committee.key}`),
    meta: [
      w.kinds[committee.kind],
      w.membersCount(members),
      ...(vacant > 0 ? [w.vacantSeats(vacant)] : []),
      next ? (
        <>
          {w.next}: <Moment view={view} at={next.startsAt} />
        </>
      ) : (
        w.noNext
      ),
    ],
    ...(late > 0 && { badges: <Badge tone="late">{w.lateMinutes(late)}</Badge> }),
  }
}
