import { dayAt } from '#kit/time.ts'
import type { View } from '#kit/view.ts'
import { LinkButton } from '#ui/buttons.tsx'
import { href } from '#ui/href.ts'
import { StructuredList } from '#ui/lists.tsx'
import { EmptyState } from '#ui/notices.tsx'
import { Page } from '#ui/page.tsx'
import { DayText } from '#ui/text.tsx'
import { nowOf, StateBadge, TitleOf } from './parts.tsx'
import { type Petition, stateOf } from './petition.ts'
import { words } from './words.ts'

type MineProps = { view: View; filed: readonly Petition[]; signed: readonly Petition[] }

/** Somebody's own petitions and those they signed, each with what happens now. */
export const MinePage = ({ view, filed, signed }: MineProps) => {
  const w = words(view)
  return (
    <Page
      view={view}
      current="petitions"
      title={w.ofMine.title}
      lead={w.ofMine.lead}
      breadcrumbs={[{ href: href(view, '/petitions'), label: w.title }]}
      noindex
    >
      <section class="flow">
        <h2>{w.ofMine.filed}</h2>
        <StructuredList
          items={filed.map((each) => item(view, each))}
          empty={
            <EmptyState
              title={w.ofMine.noneFiled}
              action={<LinkButton href={href(view, '/petitions/new')}>{w.begin}</LinkButton>}
            />
          }
        />
      </section>
      <section class="flow">
        <h2>{w.ofMine.signed}</h2>
        <StructuredList
          items={signed.map((each) => item(view, each))}
          empty={<EmptyState title={w.ofMine.noneSigned} />}
        />
      </section>
    </Page>
  )
}

const item = (view: View, petition: Petition) => ({
  title: <TitleOf view={view} of={petition} />,
  href: href(view, `/petitions/${petition.id}`),
  text: nowOf(view, petition),
  meta: [
    words(view).number(petition.id),
    <DayText view={view} day={dayAt(petition.filedAt, view.timeZone)} />,
  ],
  badges: <StateBadge view={view} state={stateOf(petition, view.at)} />,
})
