import type { Child } from 'hono/jsx'
import { madeOnce } from '#kit/made-once.ts'
import type { View } from '#kit/view.ts'
import { type Lang, plain } from '#kit/words.ts'
import { Badge, type Tone } from '#ui/badges.tsx'
import { Sparkline } from '#ui/charts.tsx'
import { href } from '#ui/href.ts'
import { type Listed, StructuredList } from '#ui/lists.tsx'
import { Local } from '#ui/trust.tsx'
import type { ChangeClass } from './change.ts'
import type { Indicator, Value } from './indicator.ts'
import type { IndicatorLine } from './line.ts'
import { words } from './words.ts'

type Reader = Pick<View, 'lang' | 'languages'>

/** A figure with its unit, as the city prints it: with as many decimals as it says, or as many as it has. */
export const valueSaid = (view: Reader, doc: Pick<Indicator, 'unit' | 'decimals'>, value: number): string =>
  `${formatOf(view.lang, doc.decimals)(value)}${unitAfter(view, doc)}`

/** The unit as it stands after a figure. */
export function unitAfter(view: Reader, { unit }: Pick<Indicator, 'unit'>): string {
  if (!unit) return ''
  const said = plain(unit, view)
  if (/^\d/.test(said)) return ` (${said})`
  return /^[%°]/.test(said) || view.lang === 'ko' ? said : ` ${said}`
}

const formatOf = madeOnce((lang: Lang, decimals: number | undefined) => {
  const format = new Intl.NumberFormat(lang, {
    maximumFractionDigits: decimals ?? 10,
    ...(decimals !== undefined && { minimumFractionDigits: decimals }),
  })
  return (value: number) => format.format(value)
})

/** A figure with what must be known of it: that it is provisional, was corrected, or why it is not shown. */
export function figureSaid(view: Reader, doc: Pick<Indicator, 'unit' | 'decimals'>, of: Value): string {
  const beside = marksOf(view, of)
  if (of.value === null) return beside ?? words(view).statuses.missing
  const said = valueSaid(view, doc, of.value)
  return beside ? `${said} (${beside})` : said
}

/** What stands beside a figure, or in its place. */
export function marksOf(view: Reader, { status, hidden, corrections, marks }: Value): string | undefined {
  const w = words(view)
  const all = [
    hidden ? w.hidings[hidden] : undefined,
    status !== 'normal' && !(hidden && status === 'missing') ? w.statuses[status] : undefined,
    corrections > 0 ? w.corrected : undefined,
    noteIn(view, marks),
  ].filter((each) => each !== undefined)
  return all.length > 0 ? all.join(', ') : undefined
}

/** What the city's files say beside a figure. */
function noteIn(view: Reader, marks: Value['marks']): string | undefined {
  return marks?.note?.startsWith('{') ? plain(JSON.parse(marks.note), view) : marks?.note
}

const tones: Record<ChangeClass, Tone> = {
  worsened: 'late',
  improved: 'good',
  unchanged: 'neutral',
  context: 'neutral',
  'not-comparable': 'neutral',
  'not-known': 'neutral',
}

export const ChangeBadge = ({ view, is }: { view: View; is: ChangeClass }) => (
  <Badge tone={tones[is]}>{words(view).changes[is]}</Badge>
)

/** Says how late an indicator's values are, if they are. */
export const LateBadge = ({ view, of: { owed } }: { view: View; of: IndicatorLine }) =>
  owed && owed.late > 0 ? <Badge tone="waiting">{words(view).late(owed.late)}</Badge> : null

/** `12.8% (2018) → 29.5% (2019)` */
export function courseSaid(view: Reader, { doc, newest, before, change }: IndicatorLine): string {
  const w = words(view)
  // What is said beside a figure stands with it in the tables; here only how sure it is.
  const said = (of: Value) => w.in(figureSaid(view, doc, { ...of, marks: null }), of.period.name)
  if (!newest) return w.none
  return before && change.by !== null ? w.fromTo(said(before), said(newest)) : said(newest)
}

/** Indicators one under the other: the newest figure, what became of it, its course, and whether values are late. */
export const IndicatorLines = (props: {
  view: View
  lines: readonly IndicatorLine[]
  level?: 2 | 3 | 4
  empty?: Child
}) => (
  <StructuredList
    {...(props.level && { level: props.level })}
    {...(props.empty !== undefined && { empty: props.empty })}
    items={props.lines.map((each) => lineItem(props.view, each))}
  />
)

export function lineItem(view: View, line: IndicatorLine): Listed {
  const values = line.course.map(({ value }) => value)
  const label = words(view).course(plain(line.doc.title, view))
  return {
    title: <Local view={view} text={line.doc.title} />,
    href: href(view, `/indicators/${line.key}`),
    chapter: chapterOf(line.doc),
    text: courseSaid(view, line),
    badges: (
      <>
        {values.filter((each) => each !== null).length > 1 && <Sparkline values={values} label={label} />}
        {line.newest && <ChangeBadge view={view} is={line.change.is} />}
        <LateBadge view={view} of={line} />
      </>
    ),
  }
}

/** The chapter whose colour an indicator has. */
export const chapterOf = ({ chapter }: Pick<Indicator, 'chapter'>): number | undefined =>
  chapter === undefined ? undefined : Number(chapter)

/** A figure's group in words: `Women, 65 and over`; nothing for the whole. */
export const groupSaid = (
  view: Reader,
  groups: readonly Parameters<typeof plain>[0][],
  district?: string,
): string => [...groups.map((each) => plain(each, view)), ...(district ? [district] : [])].join(', ')
