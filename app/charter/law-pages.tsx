import type { NumberMap } from '#city/index.ts'
import { todayOf } from '#kit/day-asked.ts'
import type { Day } from '#kit/time.ts'
import type { View } from '#kit/view.ts'
import { say } from '#kit/words.ts'
import { History, type PublicEntry } from '#record/index.ts'
import { DayForm } from '#ui/day-form.tsx'
import { href } from '#ui/href.ts'
import { DescriptionList, StructuredList } from '#ui/lists.tsx'
import { InPageNav } from '#ui/navigation.tsx'
import { Page } from '#ui/page.tsx'
import { Table } from '#ui/table.tsx'
import { DayBy, WebLink } from '#ui/text.tsx'
import { Local, Trust } from '#ui/trust.tsx'
import { versionName } from './article-page.tsx'
import { type Law, type Provision, shownOn } from './charter.ts'
import { articleItem, Downloads, StandingBadge } from './pages.tsx'
import { words } from './words.ts'

/** Everything the city's human rights work rests on, sorted by what it is. */
export const LawsPage = ({ view, laws, on }: { view: View; laws: readonly Law[]; on: Day }) => {
  const w = words(view)
  const kinds = [...new Set(laws.map((each) => each.kind))]
  return (
    <Page
      view={view}
      current="charter"
      title={w.law}
      lead={w.lawLead}
      breadcrumbs={[{ href: href(view, '/charter'), label: w.title }]}
    >
      {kinds.map((kind) => (
        <section class="flow">
          <h2>{w.kinds[kind]}</h2>
          <StructuredList
            items={laws.filter((each) => each.kind === kind).map((each) => lawItem(view, each, on))}
          />
        </section>
      ))}
      <Downloads view={view} path="/law" />
    </Page>
  )
}

function lawItem(view: View, law: Law, on: Day) {
  const w = words(view)
  const { version, is } = shownOn(law.versions, on)
  return {
    title: <Local view={view} text={law.title} />,
    href: href(view, `/law/${law.key}`),
    meta: [
      law.binding ? w.binding : w.notBinding,
      version.number && <Local view={view} text={version.number} />,
      <DayBy view={view} on={version.from} precision={version.precision} />,
    ].filter((each) => each !== undefined),
    ...(is !== 'in force' && { badges: <StandingBadge view={view} is={is} /> }),
  }
}

type LawProps = {
  view: View
  law: Law
  articles: readonly Provision[]
  on: Day
  changed: readonly string[]
  history: readonly PublicEntry[]
}

/** One instrument: its versions, where its numbers went, its articles as of a day. */
export const LawPage = ({ view, law, articles, on, changed, history }: LawProps) => {
  const w = words(view)
  const { is } = shownOn(law.versions, on)
  return (
    <Page
      view={view}
      current="charter"
      title={say(law.title, view.lang, view.languages)}
      kicker={w.kinds[law.kind]}
      {...(is !== 'in force' && { badges: <StandingBadge view={view} is={is} /> })}
      breadcrumbs={[
        { href: href(view, '/charter'), label: w.title },
        { href: href(view, '/law'), label: w.law },
      ]}
      aside={<InPageNav view={view} items={parts(view, law, articles)} />}
    >
      {law.note && (
        <p>
          <Local view={view} text={law.note} />
        </p>
      )}
      <DescriptionList
        items={[
          { term: w.force, is: law.binding ? w.binding : w.notBinding },
          ...(law.address ? [{ term: w.officialText, is: <WebLink href={law.address} /> }] : []),
          { term: w.source, is: <Trust view={view} of={law} /> },
        ]}
      />
      {articles.length > 0 && (
        <section class="flow" id="articles">
          <h2>{w.articles}</h2>
          <DayForm view={view} on={on} today={todayOf(view)} changed={changed} />
          <StructuredList items={articles.map((each) => articleItem(view, each, on))} />
        </section>
      )}
      <section id="versions">
        <VersionTable view={view} law={law} />
      </section>
      {law.numberMaps.map((map) => (
        <section id={`numbers-${map.from}`}>
          <NumberMapTable view={view} law={law} map={map} />
        </section>
      ))}
      <section class="flow" id="history">
        <h2>{w.history}</h2>
        <History view={view} entries={history} />
      </section>
    </Page>
  )
}

const parts = (view: View, law: Law, articles: readonly Provision[]) => {
  const w = words(view)
  return [
    ...(articles.length > 0 ? [{ id: 'articles', label: w.articles }] : []),
    { id: 'versions', label: w.versions },
    ...law.numberMaps.map((map) => ({ id: `numbers-${map.from}`, label: numberMapName(view, law, map) })),
    { id: 'history', label: w.history },
  ]
}

const numberMapName = (view: View, law: Law, { from, to }: NumberMap) =>
  words(view).numberMap(versionName(view, law, from), versionName(view, law, to))

const VersionTable = ({ view, law }: { view: View; law: Law }) => {
  const w = words(view)
  return (
    <Table
      view={view}
      caption={w.versions}
      level={2}
      columns={[
        { key: 'date', label: w.date, kind: 'date' },
        { key: 'what', label: w.whatHappened },
        { key: 'number', label: w.number },
        { key: 'note', label: w.note },
      ]}
      rows={law.versions.map((each) => ({
        date: (
          <a href={`?on=${each.from}`}>
            <DayBy view={view} on={each.from} precision={each.precision} />
          </a>
        ),
        what: w.acts[each.act],
        number: each.number && <Local view={view} text={each.number} />,
        note: each.note && <Local view={view} text={each.note} />,
      }))}
    />
  )
}

const NumberMapTable = ({ view, law, map }: { view: View; law: Law; map: NumberMap }) => {
  const w = words(view)
  return (
    <Table
      view={view}
      caption={numberMapName(view, law, map)}
      level={2}
      columns={[
        { key: 'was', label: w.was },
        { key: 'now', label: w.now },
        { key: 'matter', label: w.matter },
      ]}
      rows={map.rows.map((row) => ({
        was: row.was ? w.article(row.was).replace(' ', '\u00a0') : w.newMatter,
        now: row.now.map((no, index) => (
          <>
            {index > 0 && ', '}
            <a href={href(view, `/law/${law.key}/${no}`)}>{w.article(no)}</a>
          </>
        )),
        matter: <Local view={view} text={row.matter} />,
      }))}
    />
  )
}
