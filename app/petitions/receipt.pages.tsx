import { day as dayText } from '#kit/dates.ts'
import { explain } from '#kit/deadline.explained.ts'
import type { Step } from '#kit/deadline.ts'
import type { View } from '#kit/view.ts'
import { type Receipt, ReceiptOf } from '#record/index.ts'
import { LinkButton } from '#ui/buttons.tsx'
import { href } from '#ui/href.ts'
import { Disclosure } from '#ui/navigation.tsx'
import { Page } from '#ui/page.tsx'
import { InParts } from '#ui/text.tsx'
import { bodyName, lastDay, TitleOf } from './parts.tsx'
import type { Petition } from './petition.ts'
import { words } from './words.ts'

type FiledProps = {
  view: View
  petition: Petition
  receipt: Receipt
  /** Only for whoever has no account, and only now. */
  code: string | undefined
  steps: readonly Step[]
}

/** The slip to take home: what was filed, when the answer is due and why then, and what happens next. */
export const FiledPage = ({ view, petition, receipt, code, steps }: FiledProps) => {
  const w = words(view)
  const page = href(view, `/petitions/${petition.id}`)
  return (
    <Page
      view={view}
      current="petitions"
      title={w.receipt.title}
      lead={w.receipt.lead}
      breadcrumbs={[{ href: href(view, '/petitions'), label: w.title }]}
      noindex
    >
      <ReceiptOf
        view={view}
        receipt={receipt}
        title={w.receipt.slip}
        {...(code && { secret: code })}
        rows={rows(view, petition, code)}
        {...(code && { note: w.receipt.secret })}
      />
      <Disclosure summary={w.receipt.how}>
        <ol>
          {explain(steps, view).map((each) => (
            <li>
              <InParts parts={each} />
            </li>
          ))}
        </ol>
      </Disclosure>
      <section class="flow">
        <h2>{w.receipt.next}</h2>
        <ol>
          {w.receipt.steps.map((each) => (
            <li>{each}</li>
          ))}
        </ol>
      </section>
      <p>
        <LinkButton href={page}>{w.receipt.go}</LinkButton>
      </p>
    </Page>
  )
}

function rows(view: View, petition: Petition, code: string | undefined) {
  const w = words(view).receipt
  const page = href(view, `/petitions/${petition.id}`)
  const back = href(view, '/petitions/return')
  const last = (at: Petition['dueAt']) => at && dayText(lastDay(at, view.timeZone), view.lang)
  const due = last(petition.dueAt)
  const signable = last(petition.signableUntil)
  return [
    {
      term: w.petition,
      is: (
        <>
          {words(view).number(petition.id)}: <TitleOf view={view} of={petition} />
        </>
      ),
    },
    { term: w.page, is: <a href={page}>{view.baseUrl + page}</a> },
    { term: w.body, is: bodyName(view, petition.body) },
    ...(due ? [{ term: w.due, is: <strong>{due}</strong> }] : []),
    ...(signable ? [{ term: w.signable, is: signable }] : []),
    ...(petition.way === 'clerk' ? [{ term: w.by, is: w.clerk }] : []),
    ...(code ? [{ term: w.comeBack, is: <a href={back}>{view.baseUrl + back}</a> }] : []),
  ]
}
