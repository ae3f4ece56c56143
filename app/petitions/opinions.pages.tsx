import type { Child } from 'hono/jsx'
import { blank, type Shown } from '#kit/form.ts'
import type { View } from '#kit/view.ts'
import { Badge } from '#ui/badges.tsx'
import { LinkButton } from '#ui/buttons.tsx'
import { HiddenField, Radios, TextArea } from '#ui/fields.tsx'
import { at, ErrorSummary, Form } from '#ui/forms.tsx'
import { href } from '#ui/href.ts'
import { Pagination } from '#ui/lists.tsx'
import { Disclosure } from '#ui/navigation.tsx'
import { EmptyState } from '#ui/notices.tsx'
import { Page } from '#ui/page.tsx'
import { PersonText } from '#ui/text.tsx'
import { StepForm } from './author.pages.tsx'
import type { Opinion } from './opinions.reads.ts'
import type { Part } from './page.reads.ts'
import { isDiscussed } from './petition.signing.ts'
import { type Petition, stances } from './petition.ts'
import { words } from './words.ts'

export const mostOpinion = 2000

export type OpinionsProps = {
  view: View
  petition: Petition
  opinions: readonly Opinion[]
  older: string | undefined
  part: Part
}

/** What people think, and the place to say it while it is discussed. */
export const Opinions = (props: OpinionsProps) => {
  const { view, petition, opinions, older } = props
  const w = words(view).opinions
  return (
    <>
      <p>{w.lead}</p>
      {opinions.length === 0 && <EmptyState title={w.none} />}
      {opinions.map((each) => (
        <OpinionText view={view} opinion={each} isOwn={each.id === props.part.hidden} />
      ))}
      <Pagination view={view} next={older} />
      {isDiscussed(petition, view.at) ? <SpeakBox {...props} /> : <p>{w.closed}</p>}
    </>
  )
}

const OpinionText = ({ view, opinion, isOwn }: { view: View; opinion: Opinion; isOwn: boolean }) => {
  const w = words(view).opinions
  return (
    <article id={`opinion-${opinion.id}`} class="flow">
      <p>
        <Badge>{w.stances[opinion.stance]}</Badge>
      </p>
      {opinion.hiddenAt ? (
        <p class="muted">{w.hidden}</p>
      ) : (
        <PersonText text={opinion.text} lang={opinion.lang} />
      )}
      {isOwn && (
        <Disclosure summary={words(view).author.appeal}>
          <StepForm
            view={view}
            id={opinion.petition}
            step="appeal"
            shown={blank}
            code={undefined}
            opinion={String(opinion.id)}
            among
          />
        </Disclosure>
      )}
    </article>
  )
}

const SpeakBox = ({ view, petition, part }: OpinionsProps): Child => {
  const w = words(view).opinions
  if (part.spoke) return <p>{w.spoke}</p>
  const path = href(view, `/petitions/${petition.id}/opinions`)
  if (view.viewer.kind !== 'person')
    return (
      <LinkButton href={`${href(view, '/sign-in')}?${new URLSearchParams({ to: path })}`}>
        {w.signIn}
      </LinkButton>
    )
  return <SpeakForm view={view} id={petition.id} shown={blank} />
}

export const SpeakForm = ({ view, id, shown }: { view: View; id: number; shown: Shown }) => {
  const w = words(view).opinions
  return (
    <Form
      view={view}
      action={href(view, `/petitions/${id}/opinions`)}
      submit={w.go}
      shown={shown}
      draft={`petition-${id}-opinion`}
    >
      <HiddenField name="lang" value={view.lang} />
      <Radios
        {...at(view, shown, 'stance')}
        label={w.stance}
        options={stances.map((each) => ({ value: each, label: w.stances[each] }))}
        inline
      />
      <TextArea {...at(view, shown, 'text')} label={w.text} rows={5} max={mostOpinion} />
    </Form>
  )
}

type AllProps = OpinionsProps & { shown: Shown }

/** The same on a page of its own, for reading on and for putting right what was typed. */
export const OpinionsPage = ({ shown, ...props }: AllProps) => {
  const { view, petition, part } = props
  const w = words(view)
  const isWrong = shown.problems.length > 0
  return (
    <Page
      view={view}
      current="petitions"
      title={w.opinions.all(petition.id)}
      breadcrumbs={[
        { href: href(view, '/petitions'), label: w.title },
        { href: href(view, `/petitions/${petition.id}`), label: w.number(petition.id) },
      ]}
      shown={shown}
      noindex
    >
      {(isWrong || shown.kept) && !part.spoke ? (
        <SpeakForm view={view} id={petition.id} shown={shown} />
      ) : (
        <>
          <ErrorSummary view={view} problems={shown.problems} />
          <Opinions {...props} />
        </>
      )}
    </Page>
  )
}
