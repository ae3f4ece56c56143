import { instant } from '#kit/dates.ts'
import type { Shown } from '#kit/form.ts'
import type { Instant } from '#kit/time.ts'
import type { View } from '#kit/view.ts'
import { Button, LinkButton } from '#ui/buttons.tsx'
import { DateField, Radios, Select } from '#ui/fields.tsx'
import { at, Form } from '#ui/forms.tsx'
import { href } from '#ui/href.ts'
import { DescriptionList, Pagination } from '#ui/lists.tsx'
import { Disclosure } from '#ui/navigation.tsx'
import { EmptyState, Notice } from '#ui/notices.tsx'
import { Page } from '#ui/page.tsx'
import { Moment } from '#ui/text.tsx'
import { Local } from '#ui/trust.tsx'
import { News, NewsOf, newsOf, sentenceOf } from './history.tsx'
import type { PublicEntry } from './reads.ts'
import { actorName, thingName, words } from './words.ts'

/** What the log holds, and since when. */
export type Seal = { size: number; cosignedAt: Instant; hidden: number }

/** What of the record a page shows. */
export type Chosen = { kind?: string | undefined; about?: string | undefined; day?: string | undefined }

type RecordProps = {
  view: View
  entries: readonly PublicEntry[]
  older: string | undefined
  chosen: Chosen
  kinds: readonly string[]
  seal: Seal | undefined
}

export const RecordPage = ({ view, entries, older, chosen, kinds, seal }: RecordProps) => {
  const w = words(view)
  return (
    <Page
      view={view}
      current="record"
      title={chosen.about ? w.about(thingName(view, chosen.about, entries[0]?.title)) : w.title}
      lead={w.lead}
      feed={{ href: href(view, feedPath(chosen)), title: w.feed }}
      aside={<SealFacts view={view} seal={seal} />}
    >
      <Filter view={view} chosen={chosen} kinds={kinds} />
      {entries.length === 0 ? <EmptyState title={w.nothing} /> : <News view={view} entries={entries} />}
      <Pagination view={view} older={older} />
      <Files view={view} chosen={chosen} />
    </Page>
  )
}

const Filter = ({ view, chosen, kinds }: { view: View; chosen: Chosen; kinds: readonly string[] }) => {
  const w = words(view)
  const options = kinds.map((kind) => ({ value: kind, label: thingName(view, kind) }))
  return (
    <form method="get" class="filters not-printed" aria-label={w.filter}>
      <Select
        view={view}
        name="kind"
        label={w.kind}
        empty={w.everything}
        options={options}
        value={chosen.kind ?? ''}
        optional
      />
      <DateField view={view} name="day" label={w.day} value={chosen.day ?? ''} optional />
      <Button kind="secondary">{w.show}</Button>
    </form>
  )
}

const SealFacts = ({ view, seal }: { view: View; seal: Seal | undefined }) => {
  const w = words(view).seal
  const n = (count: number) => count.toLocaleString(view.lang)
  return (
    <section class="flow" aria-labelledby="seal">
      <h2 id="seal">{w.title}</h2>
      {seal ? (
        <>
          <p>{w.size(n(seal.size))}</p>
          <p>
            {w.at}: <Moment view={view} at={seal.cosignedAt} />
          </p>
          {seal.hidden > 0 && <p>{w.hidden(n(seal.hidden))}</p>}
        </>
      ) : (
        <p>{w.none}</p>
      )}
      <p>
        <a href={href(view, '/record/how-to-verify')}>{w.how}</a>
      </p>
      <p>
        <a href={href(view, '/record/receipts')}>{words(view).receipts.title}</a>
      </p>
    </section>
  )
}

const Files = ({ view, chosen }: { view: View; chosen: Chosen }) => {
  const w = words(view)
  const query = new URLSearchParams(
    Object.entries(chosen).filter((pair): pair is [string, string] => Boolean(pair[1])),
  )
  const file = (path: string) => href(view, path) + (query.size > 0 ? `?${query}` : '')
  return (
    <p class="not-printed">
      {w.files}: <a href={file('/record.csv')}>{w.csv}</a> · <a href={file('/record.json')}>{w.json}</a> ·{' '}
      <a href={href(view, feedPath(chosen))}>{w.feed}</a>
    </p>
  )
}

const feedPath = ({ kind }: Chosen): string => (kind ? `/record/feeds/${kind}.atom` : '/record.atom')

/** Where an entry stands in the log, and the hashes that lead from it to what the city signed. */
export type Proof = { index: number; sealedAt: Instant; size: number; hashes: readonly string[] }

type EntryProps = {
  view: View
  entry: PublicEntry
  proof: Proof | undefined
  erasedBy: number | undefined
  mayErase: boolean
}

export const EntryPage = ({ view, entry, proof, erasedBy, mayErase }: EntryProps) => {
  const w = words(view).entry
  const here = `/record/${entry.number}`
  return (
    <Page
      view={view}
      current="record"
      kicker={w.title(entry.number)}
      title={newsOf(view, entry)}
      heading={<NewsOf view={view} entry={entry} />}
      breadcrumbs={[{ href: href(view, '/record'), label: words(view).title }]}
    >
      {erasedBy !== undefined && (
        <Notice view={view} kind="warning">
          <a href={href(view, `/record/${erasedBy}`)}>{w.erasedBy}</a>
        </Notice>
      )}
      <DescriptionList
        items={[
          { term: w.when, is: <Moment view={view} at={entry.at} /> },
          { term: w.by, is: actorName(view, entry.actor) },
          {
            term: w.about,
            is: (
              <a href={href(view, `/${entry.about}`)}>
                {entry.title ? <Local view={view} text={entry.title} /> : thingName(view, entry.about)}
              </a>
            ),
          },
          { term: w.kindOfEntry, is: <code>{entry.what}</code> },
        ]}
      />
      <section class="flow" aria-labelledby="proof">
        <h2 id="proof">{w.proof}</h2>
        {proof ? <ProofText view={view} file={`${here}.tlog-proof`} proof={proof} /> : <p>{w.waiting}</p>}
      </section>
      {mayErase && !entry.erased && (
        <LinkButton href={href(view, `${here}/erase`)} kind="danger" small>
          {w.erase}
        </LinkButton>
      )}
    </Page>
  )
}

/** In words, with the file that proves it. */
export const ProofText = ({ view, file, proof }: { view: View; file: string; proof: Proof }) => {
  const w = words(view).entry
  const n = (count: number) => count.toLocaleString(view.lang)
  return (
    <>
      <p>{w.sealed(n(proof.index + 1), instant(proof.sealedAt, view.lang, view.timeZone))}</p>
      <p>{w.leads(proof.hashes.length, n(proof.size))}</p>
      <p>
        <a href={href(view, file)} download>
          {w.download}
        </a>
      </p>
      {proof.hashes.length > 0 && (
        <Disclosure summary={w.hashes}>
          <ol>
            {proof.hashes.map((hash) => (
              <li>
                <code>{hash}</code>
              </li>
            ))}
          </ol>
        </Disclosure>
      )}
    </>
  )
}

export const ErasePage = (props: {
  view: View
  entry: PublicEntry
  reasons: readonly string[]
  shown: Shown
}) => {
  const { view, entry, shown } = props
  const w = words(view).erase
  const here = href(view, `/record/${entry.number}`)
  return (
    <Page view={view} current="record" title={w.title(entry.number)} lead={w.lead} shown={shown} noindex>
      <blockquote>{sentenceOf(view, entry)}</blockquote>
      <Form
        view={view}
        action={`${here}/erase`}
        submit={w.submit}
        kind="danger"
        shown={shown}
        cancel={{ href: here, label: w.cancel }}
      >
        <Radios
          {...at(view, shown, 'reason')}
          label={w.reason}
          options={props.reasons.map((reason) => ({ value: reason, label: w.reasons[reason] ?? reason }))}
        />
      </Form>
    </Page>
  )
}
