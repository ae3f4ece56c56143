import type { View } from '#kit/view.ts'
import { href } from '#ui/href.ts'
import { StructuredList } from '#ui/lists.tsx'
import { EmptyState } from '#ui/notices.tsx'
import { Page } from '#ui/page.tsx'
import { Local } from '#ui/trust.tsx'
import type { Plan } from './plan.ts'
import { words } from './words.ts'

export const PlansPage = ({ view, rows }: { view: View; rows: readonly { plan: Plan; tasks: number }[] }) => {
  const w = words(view)
  return (
    <Page view={view} title={w.title} lead={w.lead} current="plan">
      <StructuredList
        level={2}
        empty={<EmptyState title={w.none} />}
        items={rows.map(({ plan }) => ({
          title: <Local view={view} text={plan.doc.title} />,
          href: href(view, `/plans/${plan.key}`),
        }))}
      />
    </Page>
  )
}
