import { day as dayText } from '#kit/dates.ts'
import type { Day } from '#kit/time.ts'
import type { View } from '#kit/view.ts'
import { Lateness } from '#ui/charts/lateness.tsx'
import { LoadBars } from '#ui/charts/load-bars.tsx'
import { href } from '#ui/href.ts'
import { StructuredList, SummaryCounts } from '#ui/lists.tsx'
import { Neighbours } from '#ui/navigation.tsx'
import { EmptyState, Notice } from '#ui/notices.tsx'
import { Page } from '#ui/page.tsx'
import { WithName } from '#ui/text.tsx'
import { Local } from '#ui/trust.tsx'
import type { ActionLine } from './action.reads.ts'
import { aboutAction } from './action.ts'
import { crumbs, Downloads, partName } from './parts.tsx'
import { aboutTask, type Plan } from './plan.ts'
import { isAfter } from './quarter.ts'
import { yearWords } from './words.year.ts'
import { actionItem, type BodyNames, dayOf, namesOf, toneOf } from './year.parts.tsx'
import type { LoadOfBody, Silence, Year } from './year.reads.ts'
import { colours } from './year.standing.ts'

export type YearProps = {
  view: View
  names: BodyNames
  year: Year
  /** Of the whole year; the lines may have been narrowed. */
  counts: Readonly<Record<string, number>>
  silences: readonly Silence[]
  loads: readonly LoadOfBody[]
  agreedBy: Day | undefined
  years: readonly number[]
}

const path = (plan: Plan, year: number) => `/plans/${plan.key}/years/${year}`

/** A year of a plan: what each task does, how far it came, who said nothing, and who carries how much. */
export const YearPage = (props: YearProps) => {
  const { view, year: of, counts } = props
  const w = yearWords(view)
  const at = path(of.plan, of.year)
  return (
    <Page
      view={view}
      current="plan"
      wide
      title={w.year(of.year)}
      lead={w.lead}
      breadcrumbs={crumbs(view, of.plan)}
    >
      <SummaryCounts
        view={view}
        items={[...colours, 'none' as const]
          .filter((each) => counts[each])
          .map((each) => ({
            count: counts[each] ?? 0,
            label: w.colours[each],
            href: href(view, each === 'none' ? `${at}#without` : `${at}?standing=${each}#actions`),
            tone: toneOf(each),
          }))}
      />
      <p>
        {w.computed} <a href={href(view, '/norms')}>{w.norms}</a> ·{' '}
        <a href={href(view, `${at}/report`)}>{w.reportOn(of.year)}</a>
      </p>
      <Silences {...props} />
      <Actions {...props} />
      <Unagreed {...props} />
      <Without {...props} />
      <Loads {...props} />
      <Reports {...props} />
      <Downloads view={view} path={`${at}/actions`} />
      <Years {...props} />
    </Page>
  )
}

const Silences = ({ view, names, silences }: YearProps) => {
  const w = yearWords(view)
  if (silences.length === 0) return <p>{w.nobodySilent}</p>
  return (
    <section class="flow" id="silence">
      <h2>{w.silence}</h2>
      <Notice view={view} kind="warning" title={w.silenceWhy} />
      <StructuredList
        items={silences.map(({ body, reports, agreements, since }) => ({
          title: namesOf(view, names, [body]),
          href: href(view, `/bodies/${body}`),
          meta: [w.silent(reports, agreements), w.since(dayOf(view, since))],
        }))}
      />
    </section>
  )
}

/** By area, in the plan's own order. */
const Actions = ({ view, names, year: { plan, lines } }: YearProps) => {
  const w = yearWords(view)
  const areas = [...Map.groupBy(lines, ({ task }) => task.area)]
  return (
    <section class="flow" id="actions">
      <h2>{w.actions}</h2>
      {areas.length === 0 && <EmptyState title={w.none} />}
      {areas.map(([area, all]) => (
        <>
          <h3>{area === '' ? w.noArea : partName(view, plan.doc.areas, area)}</h3>
          <StructuredList level={4} items={all.map((each) => actionItem(view, names, each))} />
        </>
      ))}
    </section>
  )
}

/** What was put forward and has not the yes of every lead, once the day for it has passed. */
const Unagreed = ({ view, names, year: { lines }, agreedBy }: YearProps) => {
  const open = lines.filter(({ standing }) => standing.colour === 'proposed')
  if (open.length === 0 || !agreedBy || !isAfter(names.on, agreedBy)) return null
  return (
    <section class="flow" id="unagreed">
      <h2>{yearWords(view).unagreed}</h2>
      <StructuredList items={open.map((each) => actionItem(view, names, each))} />
    </section>
  )
}

const Without = ({ view, names, year: { without }, agreedBy }: YearProps) => {
  const w = yearWords(view)
  if (without.length === 0) return null
  return (
    <section class="flow" id="without">
      <h2>{w.without}</h2>
      <p>{w.withoutWhy(agreedBy && dayText(agreedBy, view.lang))}</p>
      <StructuredList
        items={without.map((task) => ({
          title: <Local view={view} text={task.title} />,
          href: href(view, `/${aboutTask(task)}`),
          ...(task.leads.length > 0 && { meta: [namesOf(view, names, task.leads)] }),
        }))}
      />
    </section>
  )
}

const Loads = ({ view, names, loads }: YearProps) => {
  const w = yearWords(view)
  if (loads.length === 0) return null
  return (
    <section class="flow" id="load">
      <LoadBars
        view={view}
        caption={w.load}
        name={w.body}
        loads={loads.map(({ body, ...counts }) => ({
          name: namesOf(view, names, [body]),
          href: href(view, `/bodies/${body}`),
          counts,
        }))}
      />
    </section>
  )
}

const Reports = ({ view, names, year: { lines } }: YearProps) => {
  const w = yearWords(view)
  const awaited = lines.flatMap((line) => awaitedOf(view, line))
  if (awaited.length === 0) return null
  return (
    <section class="flow" id="lateness">
      <Lateness view={view} caption={w.lateness} name={w.action} things={awaited} today={names.on} />
    </section>
  )
}

/** When each report was due, and when the first word came. */
const awaitedOf = (view: View, { action, task, quarters }: ActionLine) =>
  quarters.flatMap(({ quarter, dueOn, state, reports }) => {
    const came = reports.at(-1)?.at.toZonedDateTimeISO(view.timeZone).toPlainDate() ?? null
    if (!dueOn || state === 'ahead') return []
    const name = (
      <WithName
        says={(title) => yearWords(view).quarterOf(title, quarter)}
        name={action.title}
        lang={action.lang}
      />
    )
    return [{ name, href: href(view, `/${aboutAction(task, action.id)}`), due: dueOn, came }]
  })

const Years = ({ view, year: { plan, year }, years }: YearProps) => {
  const w = yearWords(view)
  const crumb = (other: number) =>
    years.includes(other) ? { href: href(view, path(plan, other)), label: w.year(other) } : undefined
  return <Neighbours view={view} before={crumb(year - 1)} after={crumb(year + 1)} />
}
