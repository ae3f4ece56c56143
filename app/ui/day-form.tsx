import type { Day } from '#kit/time.ts'
import { Button, LinkButton } from './buttons.tsx'
import type { Examples } from './example.ts'
import { DateField } from './fields.tsx'
import { Icon } from './icons.tsx'
import { type Seen, words } from './words.ts'

/** Shows a page as of any day: by hand, or from one day on which something changed to the next. */
export const DayForm = (props: { view: Seen; on: Day; today: Day; changed: readonly string[] }) => {
  const { view, on, today } = props
  const w = words(view).dayForm
  const past = [...new Set(props.changed)].filter((each) => each <= today.toString()).sort()
  const earlier = past.findLast((each) => each < on.toString())
  const later = past.find((each) => each > on.toString())
  return (
    <form method="get" class="filters not-printed">
      <DateField view={view} name="on" label={w.on} value={on.toString()} />
      <Button kind="secondary">{w.show}</Button>
      <div class="button-row">
        {earlier && (
          <LinkButton kind="quiet" href={`?on=${earlier}`}>
            <Icon name="back" /> {w.earlier}
          </LinkButton>
        )}
        {later && (
          <LinkButton kind="quiet" href={`?on=${later}`}>
            {w.later} <Icon name="next" />
          </LinkButton>
        )}
        {!on.equals(today) && (
          <LinkButton kind="quiet" href="?">
            {w.today}
          </LinkButton>
        )}
      </div>
    </form>
  )
}

export const examples: Examples = {
  'any day': (view) => (
    <DayForm
      view={view}
      on={Temporal.PlainDate.from('2019-07-01')}
      today={Temporal.PlainDate.from('2026-11-21')}
      changed={['2012-05-21', '2019-07-01', '2020-12-15', '2027-01-01']}
    />
  ),
}
