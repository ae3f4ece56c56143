import { day as dayText } from '#kit/dates.ts'
import { money } from '#kit/money.ts'
import { number } from '#kit/numbers.ts'
import { dayAt, type Instant } from '#kit/time.ts'
import type { View } from '#kit/view.ts'
import { href } from '#ui/href.ts'
import { DescriptionList } from '#ui/lists.tsx'
import { Notice } from '#ui/notices.tsx'
import { Page } from '#ui/page.tsx'
import { Table } from '#ui/table.tsx'
import { PersonText } from '#ui/text.tsx'
import { Local } from '#ui/trust.tsx'
import { crumbs, Downloads, partName } from './parts.tsx'
import type { Plan } from './plan.ts'
import { yearWords } from './words.year.ts'
import { type BodyNames, namesOf, Reasons, StandingBadge } from './year.parts.tsx'
import { type YearFigure, type YearLine, yearFigures } from './year.ts'

export type Told = { text: string; lang: string; body: string; at: Instant; agenda: string | null }

type Props = {
  view: View
  plan: Plan
  year: number
  names: BodyNames
  figures: Readonly<Record<string, number>>
  lines: readonly YearLine[]
  /** As it was put before the committee; nothing while it was not. */
  told: Told | undefined
}

/** A year told to the committee: written from the data, with what the office adds; made to be printed. */
export const YearReportPage = (props: Props) => {
  const { view, plan, year, told } = props
  const w = yearWords(view)
  const at = `/plans/${plan.key}/years/${year}`
  return (
    <Page
      view={view}
      current="plan"
      wide
      title={w.reportOn(year)}
      lead={w.reportLead}
      breadcrumbs={[...crumbs(view, plan), { href: href(view, at), label: w.ofYear(year) }]}
    >
      <Notice
        view={view}
        title={
          told
            ? w.reportFrozen(
                dayText(dayAt(told.at, view.timeZone), view.lang),
                namesOf(view, props.names, [told.body]),
              )
            : w.reportLive
        }
      >
        {told?.agenda && <a href={href(view, `/${told.agenda}`)}>{w.agenda}</a>}
      </Notice>
      {told && (
        <section class="flow">
          <h2>{w.officeSays}</h2>
          <PersonText text={told.text} lang={told.lang} />
        </section>
      )}
      <YearFigures view={view} figures={props.figures} />
      <YearTable {...props} />
      <Downloads view={view} path={`${at}/report`} />
    </Page>
  )
}

export const YearFigures = ({ view, figures }: Pick<Props, 'view' | 'figures'>) => {
  const w = yearWords(view)
  const said = (key: YearFigure, value: number) =>
    key === 'cost'
      ? value === 0
        ? w.free
        : money(value, view.currency, view.lang)
      : number(value, view.lang)
  return (
    <section class="flow">
      <h2>{w.figuresTitle}</h2>
      <DescriptionList
        items={yearFigures
          .filter((key) => figures[key] || ['tasks', 'actions', 'cost'].includes(key))
          .map((key) => ({ term: w.figures[key], is: said(key, figures[key] ?? 0) }))}
      />
    </section>
  )
}

/** Every action with its reasons, area by area. */
export const YearTable = ({ view, plan, names, lines }: Pick<Props, 'view' | 'plan' | 'names' | 'lines'>) => {
  const w = yearWords(view)
  return (
    <>
      {[...Map.groupBy(lines, ({ area }) => area)].map(([area, all]) => (
        <Table
          view={view}
          level={2}
          caption={area === '' ? w.noArea : partName(view, plan.doc.areas, area)}
          columns={[
            { key: 'task', label: w.task },
            { key: 'action', label: w.action },
            { key: 'leads', label: w.leads },
            { key: 'reached', label: w.reached },
            { key: 'standing', label: w.standing },
            { key: 'why', label: w.why },
          ]}
          rows={all.map((line) => ({
            task: (
              <>
                {line.task} <Local view={view} text={line.taskTitle} />
              </>
            ),
            action: line.title === null ? '–' : <span lang={line.lang ?? undefined}>{line.title}</span>,
            leads: namesOf(view, names, line.leads) || '–',
            reached:
              line.target === null
                ? '–'
                : line.reached === null
                  ? w.notReported
                  : w.reachedOf(line.reached, line.target),
            standing: <StandingBadge view={view} standing={line.standing} />,
            why: <Why view={view} names={names} line={line} />,
          }))}
        />
      ))}
    </>
  )
}

const Why = ({ view, names, line }: { view: View; names: BodyNames; line: YearLine }) => {
  const w = yearWords(view)
  const { obstacle, helpAsked, lifted } = line
  const known =
    obstacle && obstacle !== 'none' ? w.obstacles[obstacle as keyof typeof w.obstacles] : undefined
  return (
    <>
      <Reasons view={view} names={names} reasons={line.reasons} lang={line.lang ?? view.lang} />
      {known && ` ${w.obstacle}: ${known}.`}
      {helpAsked > 0 && ` ${w.helpAsked}: ${helpAsked}.`}
      {lifted > 0 && ` ${w.lifted}: ${lifted}.`}
    </>
  )
}
