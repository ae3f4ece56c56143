import type { IsoDay, Precision } from '#city/index.ts'
import { day as dayText } from '#kit/dates.ts'
import type { Day } from '#kit/time.ts'
import type { View } from '#kit/view.ts'
import { say } from '#kit/words.ts'
import { href } from '#ui/href.ts'
import { type Bodies, shownOn } from './body.ts'
import { words } from './words.ts'

/** A day as far as it is known: a year, a month, or the whole day. */
export const DayBy = ({ view, on, precision }: { view: View; on: IsoDay; precision: Precision }) => {
  const { lang } = view
  const day = Temporal.PlainDate.from(on)
  if (precision === 'year') return <time datetime={on.slice(0, 4)}>{words(view).year(day.year)}</time>
  if (precision === 'day') return <time datetime={on}>{dayText(day, lang)}</time>
  const month = new Intl.DateTimeFormat(lang, { year: 'numeric', month: 'long' }).format(
    day.toPlainYearMonth().toPlainDate({ day: 1 }),
  )
  return <time datetime={on.slice(0, 7)}>{month}</time>
}

/** Bodies by the names they had on a day. */
export const Names = (props: { view: View; bodies: Bodies; keys: readonly string[]; on: Day }) => (
  <>
    {props.keys.map((key, at) => (
      <>
        {at > 0 && ', '}
        <a href={href(props.view, `/bodies/${key}`)}>{nameOf(props.view, props.bodies, key, props.on)}</a>
      </>
    ))}
  </>
)

/** What a body was called on a day, in the reader's language; its key, where the files do not have it. */
export function nameOf(view: Pick<View, 'lang' | 'languages'>, bodies: Bodies, key: string, on: Day): string {
  const body = bodies.get(key)
  return body ? say(shownOn(body, on).name, view.lang, view.languages).text : key
}
