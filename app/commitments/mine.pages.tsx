import type { View } from '#kit/view.ts'
import type { Tone } from '#ui/badges.tsx'
import { href } from '#ui/href.ts'
import { Pagination, StructuredList, SummaryCounts } from '#ui/lists.tsx'
import { EmptyState } from '#ui/notices.tsx'
import { Page } from '#ui/page.tsx'
import type { CommitmentLine } from './commitment.ts'
import { crumbs } from './desk.crumbs.ts'
import { type Mine, type Shows, shows } from './mine.ts'
import { Downloads } from './pages.tsx'
import { line, tones } from './parts.tsx'
import { mineWords } from './words.mine.ts'
import { words } from './words.ts'

type Props = {
  view: View
  show: Shows
  counts: Mine
  lines: readonly CommitmentLine[]
  next: string | undefined
  nameOf(body: string): string
}

/** Everything that somebody's bodies have promised, by how it stands. */
export const MinePage = ({ view, show, counts, lines, next, nameOf }: Props) => {
  const w = mineWords(view)
  const path = '/desk/commitments/mine'
  return (
    <Page view={view} current="desk" title={w.title} lead={w.lead} breadcrumbs={crumbs(view)} noindex>
      <SummaryCounts
        view={view}
        items={shows.map((each) => ({
          count: counts[each],
          label: labelOf(view, each),
          href: href(view, `${path}?show=${each}`),
          ...(counts[each] > 0 && { tone: toneOf(each) }),
        }))}
      />
      <section class="flow">
        <h2>{labelOf(view, show)}</h2>
        <StructuredList
          items={lines.map((each) => ({
            ...line(view, each, nameOf),
            href: href(view, `/desk/commitments/${each.id}`),
          }))}
          empty={<EmptyState title={w.none} />}
        />
        <Pagination view={view} next={next} />
      </section>
      <Downloads view={view} path={path} />
    </Page>
  )
}

const labelOf = (view: View, show: Shows): string => {
  if (show === 'open' || show === 'all') return mineWords(view)[show]
  return show === 'silent' ? words(view).silent : words(view).standings[show]
}

const toneOf = (show: Shows): Tone => {
  if (show === 'open' || show === 'all') return 'neutral'
  return show === 'silent' ? 'stopped' : tones[show]
}
