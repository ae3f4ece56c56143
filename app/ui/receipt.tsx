import type { Child } from 'hono/jsx'
import { Mark } from './brand.tsx'
import type { Examples } from './example.ts'
import { DescriptionList } from './lists.tsx'
import { QrCode } from './qr.tsx'
import { type Seen, words } from './words.ts'

/** A slip to take home: printed, or copied by hand. */
export const Receipt = (props: {
  view: Seen
  title: Child
  number: string
  /** Shows that it is genuine. */
  code?: string
  /** Opens what is kept for its holder alone. */
  secret?: string
  rows: readonly { term: Child; is: Child }[]
  note?: Child
  /** The address at which it is checked, as a picture. */
  address?: string
}) => {
  const w = words(props.view).receipt
  return (
    <section class="receipt">
      <h2>
        <Mark size={28} /> {props.title}
      </h2>
      <dl class="receipt-codes">
        <dt>{w.number}</dt>
        <dd>{props.number}</dd>
        {props.code && (
          <>
            <dt>{w.code}</dt>
            <dd>{props.code}</dd>
          </>
        )}
        {props.secret && (
          <>
            <dt>{w.secret}</dt>
            <dd>{props.secret}</dd>
          </>
        )}
      </dl>
      <DescriptionList items={props.rows} />
      {props.address && <QrCode text={props.address} label={w.picture} />}
      {props.note && <p>{props.note}</p>}
      {props.secret && <p>{w.keep}</p>}
      <button type="button" class="button secondary small" data-print="" hidden>
        {w.print}
      </button>
    </section>
  )
}

export const examples: Examples = {
  receipt: (view, s) => (
    <Receipt
      view={view}
      title={s('접수증', 'Receipt')}
      number="417"
      code="7K3QM-2XW9A-PD40T"
      address="https://city.example/ko/record/receipts/417/7K3QM-2XW9A-PD40T"
      secret="7K4M-Q2XT-9HDA-3"
      rows={[
        { term: s('받은 날', 'Received'), is: s('2026. 11. 21. 14:30', '21 November 2026 at 14:30') },
        { term: s('답변 기한', 'Answer due'), is: s('2027. 2. 21.', '21 February 2027') },
      ]}
      note={s('이 번호로 언제든 다시 볼 수 있습니다.', 'With this number you can come back at any time.')}
    />
  ),
}
