import type { Child } from 'hono/jsx'
import { type Bodies, nameOf } from '#bodies/index.ts'
import { day as dayText } from '#kit/dates.ts'
import { todayOf } from '#kit/day-asked.ts'
import { dayAt, type Instant } from '#kit/time.ts'
import type { View } from '#kit/view.ts'
import type { plain } from '#kit/words.ts'
import { href } from '#ui/href.ts'
import { DescriptionList } from '#ui/lists.tsx'
import { Notice } from '#ui/notices.tsx'
import { Table } from '#ui/table.tsx'
import { Local, Trust } from '#ui/trust.tsx'
import type { WholeIndicator } from './indicator.reads.ts'
import type { Definition, Release } from './indicator.ts'
import { groupOf } from './indicator.ts'
import { figureSaid, groupSaid, valueSaid } from './parts.tsx'
import { words } from './words.ts'

type Props = { view: View; whole: WholeIndicator; bodies: Bodies }

const dayOf = (view: View, at: Instant) => dayText(dayAt(at, view.timeZone), view.lang)

/** How far it is to the target, or why nothing can be said of it. */
export const TargetOf = ({ view, whole: { doc, line, targets } }: Props) => {
  const w = words(view)
  if (!line.goal) return null
  const { goal, standing } = line.goal
  const decided = targets.at(-1)?.reason
  const share = (part: number) => `${Math.round(part * 100)}%`
  const said = (value: number, period: string) => w.in(valueSaid(view, doc, value), period)
  return (
    <section class="flow">
      <h2>{w.page.target}</h2>
      {standing.is === 'unsaid' && <Notice view={view}>{w.unsaid[standing.why]}</Notice>}
      <DescriptionList
        items={[
          { term: w.page.from, is: said(goal.start, goal.from.name) },
          { term: w.page.to, is: said(goal.value, goal.by.name) },
          ...(standing.is === 'unsaid'
            ? []
            : [
                { term: w.standings[standing.is], is: '' },
                { term: w.page.gap, is: share(standing.closed) },
                { term: w.page.time, is: share(standing.elapsed) },
              ].filter(({ is }) => is !== '')),
        ]}
      />
      {standing.is !== 'unsaid' && (
        <p>
          <strong>{w.standings[standing.is]}.</strong> {w.page.straight}
        </p>
      )}
      {decided && (
        <p>
          <span lang={decided.lang}>{decided.text}</span> ({w.page.decided(dayOf(view, decided.at))})
        </p>
      )}
    </section>
  )
}

/** What is counted, in each of its definitions. */
export const Definitions = ({ view, whole: { doc } }: Props) => {
  const w = words(view).page
  if (doc.definitions.length === 0) return null
  return (
    <section class="flow">
      <h2>{w.definition}</h2>
      {doc.definitions.map((each, at) => (
        <div class="flow">
          {doc.definitions.length > 1 && <h3>{w.definitionFrom(each.from)}</h3>}
          <p>
            <Local view={view} text={each.text} /> {each.breaks && at > 0 && <strong>{w.breaks}</strong>}
          </p>
          {each.numerator && <DescriptionList items={formulaOf(view, each)} />}
        </div>
      ))}
    </section>
  )
}

/** A formula with the names of its parts, and the rule for what is not known of them. */
function formulaOf(view: View, { numerator, denominator, times, missing }: Definition) {
  const w = words(view).page
  return [
    {
      term: w.formula,
      is: (
        <>
          {numerator && <Local view={view} text={numerator} />}
          {denominator && (
            <>
              {' ÷ '}
              <Local view={view} text={denominator} />
            </>
          )}{' '}
          {times !== undefined && w.times(String(times))}
        </>
      ),
    },
    { term: w.missingRule, is: w.missingRules[missing] },
  ]
}

/** What is known of the indicator itself, and plainly what is not. */
export const About = ({ view, whole, bodies }: Props) => {
  const w = words(view)
  const { doc, next, within, parts } = whole
  const link = (key: string, title: Parameters<typeof plain>[0]) => (
    <a href={href(view, `/indicators/${key}`)}>
      <Local view={view} text={title} />
    </a>
  )
  const facts: { term: string; is: Child | undefined }[] = [
    { term: w.page.owner, is: doc.owner && ownerIn(view, bodies, doc.owner) },
    { term: w.page.kind, is: doc.measures && w.measures[doc.measures] },
    { term: w.page.good, is: doc.good && w.goods[doc.good] },
    { term: w.page.unit, is: doc.unit && <Local view={view} text={doc.unit} /> },
    { term: w.page.definition, is: doc.definitions.length > 0 ? '' : undefined },
  ]
  const missing = facts.filter(({ is }) => is === undefined).map(({ term }) => term)
  return (
    <section class="flow">
      <h2>{w.page.about}</h2>
      <DescriptionList
        items={[
          ...facts.filter(({ is }) => is !== undefined && is !== ''),
          {
            term: w.page.secondSource,
            is: doc.secondSource ? <Local view={view} text={doc.secondSource} /> : w.page.noSecondSource,
          },
          { term: w.page.frequency, is: w.frequencies[doc.frequency] },
          {
            term: w.page.due,
            is: next ? w.page.dueOf(next.period.name, dayText(next.dueOn, view.lang)) : w.page.dueNone,
          },
          ...(within ? [{ term: w.page.part, is: link(within.key, within.doc.title) }] : []),
          ...(parts.length > 0
            ? [
                {
                  term: w.page.parts,
                  is: (
                    <ul class="bare">
                      {parts.map((each) => (
                        <li>{link(each.key, each.doc.title)}</li>
                      ))}
                    </ul>
                  ),
                },
              ]
            : []),
        ]}
      />
      {missing.length > 0 && <p>{w.page.undocumentedLead(missing.join(', '))}</p>}
      {doc.note && (
        <p>
          <Local view={view} text={doc.note} />
        </p>
      )}
      {doc.source.length > 0 && <Trust view={view} of={doc} />}
    </section>
  )
}

const ownerIn = (view: View, bodies: Bodies, owner: string) => (
  <a href={href(view, `/bodies/${owner}`)}>{nameOf(view, bodies, owner, todayOf(view))}</a>
)

/** Through whose hands the figures came. */
export const Releases = ({ view, whole: { releases }, bodies }: Props) => {
  const w = words(view).page
  if (releases.length === 0) return null
  const hands = ({ enteredAt, checkedAt, approvedAt, way }: Release) =>
    checkedAt && approvedAt
      ? w.steps(dayOf(view, enteredAt), dayOf(view, checkedAt), dayOf(view, approvedAt))
      : w.ways[way]
  return (
    <Table
      view={view}
      level={2}
      caption={w.releases}
      columns={[
        { key: 'at', label: w.release, kind: 'date' },
        { key: 'body', label: w.owner },
        { key: 'hands', label: w.through },
        { key: 'rows', label: w.rows, kind: 'number' },
        ...(releases.some(({ note }) => note) ? [{ key: 'note', label: w.note }] : []),
      ]}
      rows={releases.map((each) => ({
        at: each.publishedAt && dayOf(view, each.publishedAt),
        body: each.body && nameOf(view, bodies, each.body, todayOf(view)),
        hands: hands(each),
        rows: each.rows,
        note: each.note && <span lang={each.lang}>{each.note}</span>,
      }))}
    />
  )
}

/** What was once published and is no longer so. */
export const Corrections = ({ view, whole }: Props) => {
  const w = words(view)
  const { doc, corrected, releases, values } = whole
  if (corrected.length === 0) return null
  const now = (was: (typeof corrected)[number]) =>
    values.find(
      (each) =>
        each.by === was.by &&
        JSON.stringify([each.of, each.district, each.unit]) ===
          JSON.stringify([was.of, was.district, was.unit]) &&
        each.period.from.equals(was.period.from) &&
        each.period.until.equals(was.period.until),
    )
  return (
    <Table
      view={view}
      level={2}
      caption={w.page.corrections}
      columns={[
        { key: 'period', label: w.figures.period },
        { key: 'group', label: w.figures.group },
        { key: 'was', label: w.page.was, kind: 'number' },
        { key: 'now', label: w.page.now, kind: 'number' },
        { key: 'since', label: w.page.since, kind: 'date' },
      ]}
      rows={corrected.map((was) => {
        const is = now(was)
        const by = is && releases.find(({ id }) => id === is.release)
        return {
          period: was.period.name,
          group: groupSaid(view, groupOf(doc, was.of)) || w.whole,
          was: figureSaid(view, doc, { ...was, corrections: 0 }),
          now: is && figureSaid(view, doc, { ...is, corrections: 0 }),
          since: by?.publishedAt && dayOf(view, by.publishedAt),
        }
      })}
      note={w.page.correctionsLead}
    />
  )
}
