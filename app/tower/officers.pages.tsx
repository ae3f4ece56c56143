import { type Names, Named as Provision } from '#charter/index.ts'
import type { View } from '#kit/view.ts'
import { plain } from '#kit/words.ts'
import { Badge, type Tone } from '#ui/badges.tsx'
import { href } from '#ui/href.ts'
import { EmptyState } from '#ui/notices.tsx'
import { Page } from '#ui/page.tsx'
import { Table } from '#ui/table.tsx'
import { DayText } from '#ui/text.tsx'
import { InItsLanguage } from '#ui/trust.tsx'
import type { Seat } from './officers.ts'
import { words } from './words.ts'

const tones: Record<Seat['state'], Tone> = { filled: 'good', ending: 'waiting', vacant: 'late' }

const vacantAmong = (seats: readonly Seat[]) => seats.filter(({ state }) => state === 'vacant')

/** How many bodies have nobody who sees to human rights, and which. */
export const Vacancies = ({ view, seats }: { view: View; seats: readonly Seat[] }) => {
  const w = words(view).officers
  const vacant = vacantAmong(seats)
  return (
    <>
      <p>{w.count(vacant.length, seats.length)}</p>
      {vacant.length > 0 && <p class="muted">{vacant.map(({ name }) => plain(name, view)).join(', ')}</p>}
      <p>
        <a href={href(view, '/departments/officers')}>{w.all}</a>
      </p>
    </>
  )
}

/** Every body that is to have a human rights officer, and whether it has; nobody's name. */
export const OfficersPage = (props: {
  view: View
  seats: readonly Seat[]
  basis: string | undefined
  names: Names
}) => {
  const { view, seats, basis, names } = props
  const w = words(view).officers
  return (
    <Page view={view} current="tower" title={w.title} lead={w.lead} breadcrumbs={towerCrumbs(view)}>
      {basis && (
        <p>
          {w.basis}: <Provision view={view} provision={basis} names={names} />
        </p>
      )}
      {seats.length === 0 ? (
        <EmptyState title={w.unsaid} />
      ) : (
        <>
          <p>
            <strong>{w.count(vacantAmong(seats).length, seats.length)}</strong>
          </p>
          <Table
            view={view}
            caption={w.caption}
            columns={[
              { key: 'body', label: words(view).body },
              { key: 'state', label: w.state },
              { key: 'since', label: w.since, kind: 'date' },
              { key: 'until', label: w.until, kind: 'date' },
            ]}
            rows={seats.map((seat) => ({
              body: (
                <a href={href(view, `/bodies/${seat.body}`)}>
                  <InItsLanguage view={view} text={seat.name} />
                </a>
              ),
              state: <Badge tone={tones[seat.state]}>{w[seat.state]}</Badge>,
              since: seat.since ? <DayText view={view} day={seat.since} /> : w.never,
              until: seat.until && <DayText view={view} day={seat.until} />,
            }))}
            downloads={['csv', 'json'].map((format) => ({
              href: href(view, `/departments/officers.${format}`),
              label: format.toUpperCase(),
            }))}
          />
        </>
      )}
    </Page>
  )
}

export const towerCrumbs = (view: View) => [{ href: href(view, '/tower'), label: words(view).title }]
