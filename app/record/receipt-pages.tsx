import type { Child } from 'hono/jsx'
import type { Shown } from '#kit/form.ts'
import type { View } from '#kit/view.ts'
import { LinkButton } from '#ui/buttons.tsx'
import { TextField } from '#ui/fields.tsx'
import { at, Form } from '#ui/forms.tsx'
import { href } from '#ui/href.ts'
import { DescriptionList } from '#ui/lists.tsx'
import { Notice } from '#ui/notices.tsx'
import { Page } from '#ui/page.tsx'
import { Receipt as Slip } from '#ui/receipt.tsx'
import { Moment } from '#ui/text.tsx'
import { Local } from '#ui/trust.tsx'
import { sentenceOf } from './history.tsx'
import { type Proof, ProofText } from './pages.tsx'
import type { PublicEntry } from './reads.ts'
import { checkPathOf, type Receipt } from './receipt.ts'
import { thingName, words } from './words.ts'

type Row = { term: Child; is: Child }

/** A slip to print or copy, for the page that follows an act. */
export const ReceiptOf = (props: {
  view: View
  receipt: Receipt
  title?: Child
  /** What only its holder has, to come back with. */
  secret?: string
  /** What the room adds: when an answer is due. */
  rows?: readonly Row[]
  note?: Child
}) => {
  const { view, receipt } = props
  const w = words(view).receipts
  const check = href(view, checkPathOf(receipt))
  return (
    <Slip
      view={view}
      title={props.title ?? w.slip}
      number={receipt.number}
      code={receipt.code}
      {...(props.secret && { secret: props.secret })}
      rows={[
        { term: w.when, is: <Moment view={view} at={receipt.at} /> },
        ...(props.rows ?? []),
        { term: w.check, is: <a href={check}>{view.baseUrl + check}</a> },
        { term: w.fingerprint, is: <code>{receipt.commitment}</code> },
      ]}
      note={props.note ?? w.note}
      address={view.baseUrl + check}
    />
  )
}

export const ReceiptsPage = ({ view, shown }: { view: View; shown: Shown }) => {
  const w = words(view).receipts
  return (
    <Page view={view} current="record" title={w.title} lead={w.lead} shown={shown} breadcrumbs={crumbs(view)}>
      <Form view={view} action={href(view, '/record/receipts')} submit={w.submit} shown={shown}>
        <TextField {...at(view, shown, 'number')} label={w.number} width="short" inputmode="numeric" />
        <TextField
          {...at(view, shown, 'code')}
          label={w.code}
          hint={w.codeHint}
          width="medium"
          autocomplete="off"
        />
      </Form>
    </Page>
  )
}

type GenuineProps = {
  view: View
  receipt: Receipt
  /** Nothing where what was done is not for the public. */
  entry: PublicEntry | undefined
  erasedBy: number | undefined
  proof: Proof | undefined
  /** Whether the city still holds what it sealed. */
  intact: boolean
}

export const GenuinePage = ({ view, receipt, entry, erasedBy, proof, intact }: GenuineProps) => {
  const w = words(view).receipts
  return (
    <Page
      view={view}
      current="record"
      kicker={`${w.number} ${receipt.number}`}
      title={w.genuine}
      noindex
      breadcrumbs={[...crumbs(view), { href: href(view, '/record/receipts'), label: w.title }]}
    >
      {intact ? (
        <Notice view={view} kind="success" title={w.intact}>
          <p>{w.means}</p>
        </Notice>
      ) : (
        <Notice view={view} kind="error" title={w.altered}>
          <p>{w.alteredMeans}</p>
        </Notice>
      )}
      <DescriptionList
        items={[
          { term: w.when, is: <Moment view={view} at={receipt.at} /> },
          { term: w.what, is: entry ? whatOf(view, entry, erasedBy) : w.notPublic },
          ...(entry ? [{ term: w.about, is: <Thing view={view} entry={entry} /> }] : []),
          { term: w.fingerprint, is: <code>{receipt.commitment}</code> },
        ]}
      />
      {entry && (
        <p>
          <LinkButton href={href(view, `/${entry.about}`)}>{w.onwards}</LinkButton>
        </p>
      )}
      <section class="flow" aria-labelledby="proof">
        <h2 id="proof">{words(view).entry.proof}</h2>
        {proof ? (
          <ProofText view={view} file={`${checkPathOf(receipt)}/entry.tlog-proof`} proof={proof} />
        ) : (
          <p>{words(view).entry.waiting}</p>
        )}
        <p>
          <a href={href(view, '/record/how-to-verify')}>{words(view).seal.how}</a>
        </p>
      </section>
    </Page>
  )
}

const whatOf = (view: View, entry: PublicEntry, erasedBy: number | undefined): Child =>
  erasedBy === undefined ? (
    <a href={href(view, `/record/${entry.number}`)}>{sentenceOf(view, entry)}</a>
  ) : (
    <>
      {words(view).erased} <a href={href(view, `/record/${erasedBy}`)}>{words(view).entry.erasedBy}</a>
    </>
  )

const Thing = ({ view, entry }: { view: View; entry: PublicEntry }) => (
  <a href={href(view, `/${entry.about}`)}>
    {entry.title ? <Local view={view} text={entry.title} /> : thingName(view, entry.about)}
  </a>
)

const crumbs = (view: View) => [{ href: href(view, '/record'), label: words(view).title }]
