import { valueText } from '#charter/index.ts'
import type { NormInForce } from '#kit/city.ts'
import type { Procedure } from '#kit/procedures.ts'
import type { View } from '#kit/view.ts'
import { ButtonRow, LinkButton } from '#ui/buttons.tsx'
import { href } from '#ui/href.ts'
import { Page } from '#ui/page.tsx'
import { Local } from '#ui/trust.tsx'
import { words } from './words.ts'

export type Door = { procedure: Procedure; answer: NormInForce }

type DoorsProps = {
  view: View
  doors: readonly Door[]
  /** The right from whose page somebody came, which is carried on. */
  article: string | undefined
  quickExit: string | undefined
}

/** Which way fits, how long it takes, and whether a name is needed: before anything is written. */
export const DoorsPage = ({ view, doors, article, quickExit }: DoorsProps) => {
  const w = words(view)
  return (
    <Page
      view={view}
      current="petitions"
      title={w.doors.title}
      lead={doors.length > 1 ? w.doors.lead : w.lead}
      breadcrumbs={[{ href: href(view, '/petitions'), label: w.title }]}
      {...(quickExit && { quickExit })}
    >
      {doors.map((door) => (
        <DoorOf view={view} door={door} article={article} />
      ))}
      <p>{w.doors.how}</p>
      <p>{w.doors.help}</p>
      <p>
        <a href={href(view, '/petitions')}>{w.doors.similar}</a> ·{' '}
        <a href={href(view, '/petitions/return')}>{w.back}</a>
      </p>
    </Page>
  )
}

const DoorOf = (props: Pick<DoorsProps, 'view' | 'article'> & { door: Door }) => {
  const { view, article } = props
  const { procedure, answer } = props.door
  const w = words(view).doors
  const about = article ? `?article=${article}` : ''
  const to = (way: string) => href(view, `/petitions/new/${procedure.key}${way}${about}`)
  const isKnown = view.viewer.kind === 'person'
  return (
    <section class="flow" aria-labelledby={`door-${procedure.key}`}>
      <h2 id={`door-${procedure.key}`}>
        <Local view={view} text={procedure.label} />
      </h2>
      <p>
        <Local view={view} text={procedure.text} />
      </p>
      <ul class="meta">
        <li>{w.days(valueText(view, answer))}</li>
        <li>{procedure.anonymous ? w.nameless : w.named}</li>
        <li>{procedure.open ? w.open : w.notOpen}</li>
        <li>{w.published}</li>
      </ul>
      <ButtonRow>
        <LinkButton href={to('')}>{isKnown ? w.account : w.signIn}</LinkButton>
        <LinkButton href={to('/no-account')} kind="secondary">
          {w.noAccount}
        </LinkButton>
        {procedure.anonymous && (
          <LinkButton href={to('/anonymous')} kind="secondary">
            {w.anonymous}
          </LinkButton>
        )}
      </ButtonRow>
    </section>
  )
}
