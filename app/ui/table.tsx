import type { Child } from 'hono/jsx'
import type { Examples, Say } from './example.ts'
import { type Seen, words } from './words.ts'

export type Column = {
  key: string
  label: string
  kind?: 'text' | 'number' | 'date'
  /** Where the list is sorted by this column, and how it is sorted now. */
  sort?: { href: string; now?: 'ascending' | 'descending' | undefined }
}

/**
 * Rows of facts. On a narrow screen each row becomes a block with its labels (`stack`),
 * or the table is moved sideways (`scroll`), for comparing numbers.
 */
export const Table = (props: {
  view: Seen
  caption: string
  /** Makes the caption a heading of the page. */
  level?: 2 | 3
  columns: readonly Column[]
  rows: readonly Record<string, Child>[]
  foot?: Record<string, Child>
  layout?: 'stack' | 'scroll'
  note?: Child
  downloads?: readonly { href: string; label: string }[]
}) => {
  const { columns } = props
  const layout = props.layout ?? 'stack'
  const [first, ...others] = columns
  const row = (cells: Record<string, Child>) => (
    <tr>
      {first && (
        <th scope="row" class={first.kind} data-label={first.label}>
          <Cell holds={cells[first.key]} />
        </th>
      )}
      {others.map(({ key, label, kind }) => (
        <td class={kind} data-label={label}>
          <Cell holds={cells[key]} />
        </td>
      ))}
    </tr>
  )
  return (
    <div
      class={`table ${layout}`}
      {...(layout === 'scroll' && { tabindex: 0, role: 'region', 'aria-label': props.caption })}
    >
      <table>
        <caption>{props.level ? <Title level={props.level}>{props.caption}</Title> : props.caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <ColumnHead view={props.view} column={column} />
            ))}
          </tr>
        </thead>
        <tbody>{props.rows.map(row)}</tbody>
        {props.foot && <tfoot>{row(props.foot)}</tfoot>}
      </table>
      {(props.note || props.downloads) && (
        <p class="table-note">
          {props.note} {props.downloads && <Downloads view={props.view} links={props.downloads} />}
        </p>
      )}
    </div>
  )
}

const Title = ({ level, children }: { level: 2 | 3; children: Child }) =>
  level === 2 ? <h2>{children}</h2> : <h3>{children}</h3>

/** One box in the cell, so that on a phone its parts flow beside the label as one text. */
const Cell = ({ holds }: { holds: Child }) =>
  holds === undefined || holds === null || holds === false || holds === '' ? null : <div>{holds}</div>

const ColumnHead = ({ view, column: { label, kind, sort } }: { view: Seen; column: Column }) => (
  <th scope="col" class={kind} aria-sort={sort?.now}>
    {sort ? (
      <a href={sort.href}>
        {label}
        {sort.now && (
          <>
            {' '}
            <span aria-hidden="true">{sort.now === 'ascending' ? '▲' : '▼'}</span>
            <span class="screen-only">({words(view).table.sorted[sort.now]})</span>
          </>
        )}
      </a>
    ) : (
      label
    )}
  </th>
)

/** The same facts for programs. */
const Downloads = ({ view, links }: { view: Seen; links: readonly { href: string; label: string }[] }) => (
  <span class="downloads">
    {words(view).table.downloads}{' '}
    {links.map(({ href, label }) => (
      <>
        {' '}
        <a href={href}>{label}</a>
      </>
    ))}
  </span>
)

const invented = (s: Say): { columns: Column[]; rows: Record<string, Child>[] } => ({
  columns: [
    { key: 'name', label: s('위원회', 'Committee'), sort: { href: '#name', now: 'ascending' } },
    { key: 'until', label: s('임기', 'Until'), kind: 'date' },
    { key: 'seats', label: s('자리', 'Seats'), kind: 'number', sort: { href: '#seats' } },
    { key: 'share', label: s('여성 비율', 'Women'), kind: 'number' },
  ],
  rows: [
    {
      name: <a href="#1">{s('인권위원회', 'Human rights')}</a>,
      until: '2027. 3. 31.',
      seats: '15',
      share: '53.3%',
    },
    {
      name: <a href="#2">{s('교통위원회', 'Transport')}</a>,
      until: '2026. 12. 31.',
      seats: '9',
      share: '33.3%',
    },
  ],
})

export const examples: Examples = {
  'table, stacked on a phone': (view, s) => (
    <Table
      view={view}
      caption={s('위원회와 임기', 'Committees and terms')}
      {...invented(s)}
      foot={{ name: s('모두', 'Altogether'), until: '', seats: '24', share: '45.8%' }}
      downloads={[
        { href: '#csv', label: 'CSV' },
        { href: '#json', label: 'JSON' },
      ]}
    />
  ),
  'table, moved sideways on a phone': (view, s) => (
    <Table
      view={view}
      caption={s('견주어 보는 숫자', 'Numbers to compare')}
      {...invented(s)}
      layout="scroll"
      note={s('지어낸 숫자입니다.', 'Invented numbers.')}
    />
  ),
}
