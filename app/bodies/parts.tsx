import type { IsoDay, Precision } from '#city/index.ts'
import { day as dayText } from '#kit/dates.ts'
import type { View } from '#kit/view.ts'
import { href } from '#ui/href.ts'
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

/** The provision something rests on, `human-rights-ordinance/25`, as a link to its page. */
export const Basis = ({ view, provision }: { view: View; provision: string }) => {
  const [law, article] = provision.split('/')
  const plain = article?.replace(/\(.*$/, '')
  return (
    <a href={href(view, `/law/${law}${plain ? `/${plain}` : ''}`)}>{words(view).provision(law!, article)}</a>
  )
}
