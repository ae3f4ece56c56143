import type { EvaluationFile } from '#city/index.ts'
import { dayBy, type Precision } from '#kit/dates.ts'
import { number } from '#kit/numbers.ts'
import type { Day } from '#kit/time.ts'
import type { View } from '#kit/view.ts'
import { DescriptionList } from '#ui/lists.tsx'
import { EmptyState, Notice } from '#ui/notices.tsx'
import { Page } from '#ui/page.tsx'
import { Local, Trust } from '#ui/trust.tsx'
import { crumbs } from './headline.pages.tsx'
import { words } from './words.ts'

/** Rounds of evaluation as they were published, each beside what it was said of. */
export const RoundsPage = ({ view, rounds }: { view: View; rounds: readonly EvaluationFile[] }) => {
  const w = words(view)
  return (
    <Page
      view={view}
      current="indicators"
      title={w.rounds.title}
      lead={w.rounds.lead}
      breadcrumbs={crumbs(view)}
    >
      {rounds.length === 0 && <EmptyState title={w.rounds.none} />}
      {rounds.map((each) => (
        <Round view={view} round={each} />
      ))}
      <Notice view={view} title={w.rounds.why}>
        {w.rounds.whyText}
      </Notice>
    </Page>
  )
}

const Round = ({ view, round }: { view: View; round: EvaluationFile }) => {
  const w = words(view).rounds
  const { key, measured, improved, notImproved, publishedOn, precision, chapters, note } = round
  const said = (count: number) => number(count, view.lang)
  const on = publishedOn && Temporal.PlainDate.from(publishedOn)
  // Its key is the year of its data.
  const ended = Temporal.PlainDate.from({ year: Number(key.slice(0, 4)), month: 12, day: 31 })
  const parts = chapters.map((each) => {
    const change =
      each.change === undefined ? undefined : w.change(`${each.change > 0 ? '+' : ''}${each.change}`)
    return each.improved === undefined
      ? w.changed(each.chapter, change ?? '')
      : w.inChapter(
          each.chapter,
          said(each.improved),
          each.measured === undefined ? undefined : said(each.measured),
        )
  })
  return (
    <section class="flow" id={key}>
      <h2>{w.key(key.slice(0, 4))}</h2>
      <DescriptionList
        items={[
          { term: w.scope, is: said(measured) },
          { term: w.improved, is: w.of(said(improved), said(measured)) },
          {
            term: w.notImproved,
            is: notImproved === undefined ? w.notKnown : w.of(said(notImproved), said(measured)),
          },
          { term: w.published, is: on ? whenIn(view, on, precision, ended) : w.notKnown },
        ]}
      />
      {parts.length > 0 && (
        <p>
          {w.chapters}: {parts.join('; ')}
        </p>
      )}
      {note && (
        <p>
          <Local view={view} text={note} />
        </p>
      )}
      <Trust view={view} of={round} />
    </section>
  )
}

/** When it was published, and how long after the year it was about; of a year alone nobody can say how long. */
function whenIn(view: View, on: Day, precision: Precision, ended: Day): string {
  const said = dayBy(on, precision, view.lang)
  if (precision === 'year') return said
  const { months } = ended.until(on, {
    largestUnit: 'month',
    smallestUnit: 'month',
    roundingMode: 'halfExpand',
  })
  return `${said}, ${words(view).rounds.after(months)}`
}
