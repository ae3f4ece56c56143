import type { View } from '#kit/view.ts'
import { type Localized, plain } from '#kit/words.ts'
import { Dumbbell } from '#ui/charts/dumbbell.tsx'
import { LineChart } from '#ui/charts/line-chart.tsx'
import { DistrictMap, type FeatureCollection } from '#ui/district-map.tsx'
import { isBroken, newestOf, previous } from './change.ts'
import { breaksOf, directionOf, linesOf, pointsOf, sayIn } from './chart.ts'
import type { WholeIndicator } from './indicator.reads.ts'
import { groupOf, type Value } from './indicator.ts'
import { chapterOf, figureSaid, groupSaid, marksOf } from './parts.tsx'
import { inTime } from './period.ts'
import { words } from './words.ts'

export type Place = { key: string; name: Localized; code?: string | undefined }

export type GroupsProps = {
  view: View
  whole: WholeIndicator
  districts: readonly Place[]
  shapes: FeatureCollection
}

/** As many lines as can be told apart in one picture. */
const mostLines = 6

/** The course for everybody; where nobody reckons one, that of the first groups. */
export const Course = ({ view, whole }: GroupsProps) => {
  const w = words(view)
  const { doc, line, values } = whole
  const caption = w.course(plain(doc.title, view))
  const says = sayIn(view, doc)
  const chapter = chapterOf(doc)
  const look = { view, caption, says, ...(chapter !== undefined && { chapter }) }
  const second = values.filter((each) => each.by === 'second' && isWhole(each))
  if (line.course.length > 0)
    return <LineChart {...look} {...linesOf(view, line, second, [w.page.figures, w.sides.second])} />
  const groups = [...Map.groupBy(values.filter(isOwn), nameIn(view, whole))].slice(0, mostLines)
  return (
    <LineChart
      {...look}
      series={groups.map(([name, all]) => ({ name, points: pointsOf(view, all) }))}
      breaks={breaksOf(view, doc)}
    />
  )
}

const isOwn = ({ by }: Value): boolean => by === 'owner'
const isWhole = ({ of, district, unit }: Value): boolean =>
  Object.keys(of).length === 0 && district === null && unit === null

const nameIn =
  (view: View, { doc }: WholeIndicator) =>
  ({ of, unit }: Value): string =>
    [groupSaid(view, groupOf(doc, of)), unit].filter(Boolean).join(', ') || words(view).whole

/** Each dimension in a picture of its own: its groups then and now, the worst first. */
export const Groups = ({ view, whole }: GroupsProps) => {
  const own = whole.values.filter((each) => isOwn(each) && each.district === null)
  const dimensions = [...new Set(own.flatMap(({ of }) => Object.keys(of)))]
  return (
    <>
      {dimensions.map((dimension) => {
        const only = own.filter(({ of }) => Object.keys(of).length === 1 && dimension in of)
        return only.length > 0 && <Groupings view={view} whole={whole} dimension={dimension} values={only} />
      })}
    </>
  )
}

const Groupings = (props: {
  view: View
  whole: WholeIndicator
  dimension: string
  values: readonly Value[]
}) => {
  const { view, whole, dimension } = props
  const w = words(view).page
  const { doc } = whole
  const known = doc.dimensions.find((each) => each.key === dimension)
  const label = known ? plain(known.label, view) : dimension
  const last = newestOf(props.values)?.period ?? props.values.at(-1)!.period
  const before = previous(props.values, { period: last })?.period
  const at = (period: Value['period'] | undefined) =>
    new Map(
      props.values
        .filter((each) => period && inTime(each.period, period) === 0)
        .map((each) => [each.of[dimension]!, each]),
    )
  const [then, now] = [at(before), at(last)]
  const pairs = [...new Set([...now.keys(), ...then.keys()])].map((category) => {
    const [was, is] = [then.get(category), now.get(category)]
    const comparable = was && (!is || !isBroken(doc.definitions, was.definition, is.definition))
    const note = is?.value === null ? marksOf(view, is) : undefined
    return {
      name: groupSaid(view, groupOf(doc, { [dimension]: category })),
      from: comparable ? was.value : null,
      to: is?.value ?? null,
      ...(note && { note }),
    }
  })
  return (
    <Dumbbell
      view={view}
      caption={before ? w.groupsOf(label, before.name, last.name) : `${w.groups(label)}, ${last.name}`}
      labels={{ name: w.group, from: before?.name ?? w.before, to: last.name }}
      pairs={pairs}
      direction={directionOf(doc)}
      says={sayIn(view, doc)}
      {...(chapterOf(doc) !== undefined && { chapter: chapterOf(doc)! })}
    />
  )
}

/** The newest figures of the districts, as a map and a table. */
export const ByDistrict = ({ view, whole, districts, shapes }: GroupsProps) => {
  const { doc, values } = whole
  const own = values.filter(
    (each) => isOwn(each) && each.district !== null && Object.keys(each.of).length === 0,
  )
  const last = own.toSorted((a, b) => inTime(b.period, a.period))[0]?.period
  if (!last) return null
  const now = own.filter(({ period }) => inTime(period, last) === 0)
  return (
    <DistrictMap
      view={view}
      caption={words(view).page.map(last.name)}
      shapes={shapes}
      districts={districts.map(({ key, name }) => {
        const one = now.find(({ district }) => district === key)
        return {
          id: key,
          name: plain(name, view),
          ...(one?.value != null && { value: one.value }),
          ...(one?.hidden && { hidden: true }),
          ...(one && !one.hidden && { text: figureSaid(view, doc, one) }),
        }
      })}
    />
  )
}
