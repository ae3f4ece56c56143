import { nameOf } from '#bodies/index.ts'
import { day as dayText } from '#kit/dates.ts'
import type { Shown } from '#kit/form.ts'
import { dayAt } from '#kit/time.ts'
import type { View } from '#kit/view.ts'
import { plain } from '#kit/words.ts'
import { PostButton } from '#ui/buttons.tsx'
import { Checkbox, Fieldset, HiddenField, TextArea, TextField } from '#ui/fields.tsx'
import { at, Form } from '#ui/forms.tsx'
import { href } from '#ui/href.ts'
import { DescriptionList } from '#ui/lists.tsx'
import { Disclosure } from '#ui/navigation.tsx'
import { Notice } from '#ui/notices.tsx'
import { Page } from '#ui/page.tsx'
import { Table } from '#ui/table.tsx'
import { PersonText } from '#ui/text.tsx'
import type { Place } from './desk.answers.ts'
import { crumbs, FormFrame } from './desk.pages.tsx'
import type { releaseFor, World } from './desk.reads.ts'
import { type Definition, groupOf, type Side, seriesKey, type Value } from './indicator.ts'
import { figureSaid, groupSaid, unitAfter, valueSaid } from './parts.tsx'
import { inTime } from './period.ts'
import type { Known, valuesIn } from './reads.ts'
import { deskWords, words } from './words.ts'

type ValuesProps = {
  view: View
  shown: Shown
  known: Known
  side: Side
  /** Periods of which something is owed, the newest first, and the one to begin with. */
  periods: readonly string[]
  period: string | undefined
  places: readonly Place[]
  districtOf(key: string): string
  values: readonly Value[]
}

/** The figures of a period: the whole first, groups and districts where somebody has them. */
export const ValuesPage = (props: ValuesProps) => {
  const { view, shown, known, side, periods, places } = props
  const w = deskWords(view).form
  const [whole, ...others] = places
  return (
    <FormFrame
      view={view}
      shown={shown}
      title={w.title(plain(known.doc.title, view))}
      lead={side === 'owner' ? w.lead : w.secondLead}
      known={known}
    >
      <Form
        view={view}
        action={href(view, `/desk/indicators/${known.key}/values`)}
        submit={w.send}
        shown={shown}
        draft={`indicators-${known.key}-${side}`}
      >
        <HiddenField name="side" value={side} />
        <TextField
          {...at(view, shown, 'period')}
          label={w.period}
          value={props.period ?? periods[0] ?? ''}
          hint={
            <>
              {periods.length > 0 && `${words(view).missing(periods.at(-1)!, periods[0]!)}. `}
              {w.periodHint}
            </>
          }
          width="medium"
          max={40}
        />
        <Cell {...props} place={whole!} />
        {others.length > 0 && (
          <Disclosure summary={w.groups} open={shown.problems.some(({ field }) => field.startsWith('cell'))}>
            {others.map((place) => (
              <Cell {...props} place={place} />
            ))}
          </Disclosure>
        )}
        <Checkbox {...at(view, shown, 'provisional')} label={w.provisional} optional />
        <TextArea
          {...at(view, shown, 'note')}
          label={w.note}
          hint={w.noteHint}
          rows={3}
          max={2000}
          optional
        />
      </Form>
    </FormFrame>
  )
}

const Cell = ({
  view,
  shown,
  known: { doc },
  place,
  districtOf,
  values,
  side,
}: ValuesProps & { place: Place }) => {
  const w = deskWords(view).form
  const definition: Definition | undefined = doc.definitions.at(-1)
  const key = seriesKey(place)
  const last = values
    .filter((each) => each.by === side && seriesKey(each) === key && each.value !== null)
    .toSorted((a, b) => inTime(b.period, a.period))[0]
  const name = groupSaid(
    view,
    groupOf(doc, place.of),
    place.district === null ? undefined : districtOf(place.district),
  )
  const unit = unitAfter(view, doc).trim()
  const number = (part: string, label: string, extra: object = {}) => (
    <TextField
      {...at(view, shown, `${place.name}.${part}`)}
      id={`${place.name}.${part}`}
      label={label}
      inputmode="decimal"
      width="medium"
      max={40}
      optional
      {...extra}
    />
  )
  return (
    <Fieldset
      legend={name || words(view).whole}
      {...(last && { hint: w.last(valueSaid(view, doc, last.value!), last.period.name) })}
    >
      {definition?.numerator ? (
        <>
          {number('numerator', `${w.numerator}: ${plain(definition.numerator, view)}`)}
          {definition.denominator &&
            number('denominator', `${w.denominator}: ${plain(definition.denominator, view)}`)}
        </>
      ) : (
        number('value', unit ? w.valueIn(unit) : w.value)
      )}
      {(name !== '' || !definition?.denominator) && number('people', w.people, { hint: w.peopleHint })}
    </Fieldset>
  )
}

type ReleaseProps = {
  view: View
  shown: Shown
  at: NonNullable<Awaited<ReturnType<typeof releaseFor>>>
  entered: Awaited<ReturnType<typeof valuesIn>>
  published: readonly Value[]
  world: World
  districtOf(key: string): string
}

/** What was entered, beside what everybody sees now, for whoever takes the next step. */
export const ReleasePage = (props: ReleaseProps) => {
  const { view, shown, world } = props
  const { release, known, step, hand, took } = props.at
  const w = deskWords(view)
  const path = href(view, `/desk/indicators/releases/${release.id}`)
  return (
    <Page
      view={view}
      current="desk"
      title={w.release.title(plain(known.doc.title, view))}
      lead={w.from(
        release.body
          ? nameOf(view, world.bodies, release.body, world.today)
          : words(view).page.ways[release.way],
        dayText(dayAt(release.enteredAt, view.timeZone), view.lang),
      )}
      breadcrumbs={crumbs(view, known)}
      shown={shown}
      noindex
    >
      <Entered {...props} />
      {release.note && <PersonText text={release.note} lang={release.lang} />}
      {step && <DescriptionList items={[{ term: w.release.standsFor, is: w.release.steps[step] }]} />}
      {release.publishedAt && <Notice view={view}>{w.release.over}</Notice>}
      {release.returnedAt && (
        <Notice view={view} title={w.release.wasReturned}>
          <span lang={release.lang}>{release.returned}</span>
        </Notice>
      )}
      {step && took && <Notice view={view}>{w.release.ownStep}</Notice>}
      {step && !took && !hand && <Notice view={view}>{w.release.notYours}</Notice>}
      {step && hand && !took && (
        <>
          <PostButton view={view} action={`${path}/${step}`}>
            {w.release.buttons[step]}
          </PostButton>
          <Form
            view={view}
            action={`${path}/return`}
            submit={w.release.giveBack}
            shown={shown}
            kind="secondary"
          >
            <TextArea
              {...at(view, shown, 'reason')}
              label={w.release.why}
              hint={w.release.whyHint}
              rows={3}
              max={2000}
            />
          </Form>
        </>
      )}
      <p>
        <a href={href(view, `/indicators/${known.key}`)}>{w.public}</a>
      </p>
    </Page>
  )
}

/** A table may hold what a person can look through. */
const mostRows = 200

const Entered = ({ view, at: { known, release }, entered, published, districtOf }: ReleaseProps) => {
  const w = deskWords(view)
  const f = words(view).figures
  const { doc } = known
  const before = (value: Value) =>
    published.find(
      (each) =>
        each.by === release.by &&
        seriesKey(each) === seriesKey(value) &&
        inTime(each.period, value.period) === 0,
    )
  const number = (value: number | null) =>
    value === null ? '' : valueSaid(view, { unit: undefined, decimals: undefined }, value)
  return (
    <Table
      view={view}
      level={2}
      caption={w.release.values}
      columns={[
        { key: 'group', label: f.group },
        { key: 'period', label: f.period },
        { key: 'value', label: f.value, kind: 'number' },
        { key: 'formula', label: w.release.formula, kind: 'number' },
        { key: 'people', label: w.release.people, kind: 'number' },
        { key: 'before', label: w.release.before, kind: 'number' },
      ]}
      rows={entered.slice(0, mostRows).map((each) => {
        const was = before(each)
        return {
          group:
            groupSaid(
              view,
              groupOf(doc, each.of),
              each.district === null ? undefined : districtOf(each.district),
            ) || words(view).whole,
          period: each.period.name,
          value: figureSaid(view, doc, { ...each, hidden: null, corrections: 0 }),
          formula: [number(each.numerator), number(each.denominator)].filter(Boolean).join(' / '),
          people: number(each.people),
          before: was && figureSaid(view, doc, was),
        }
      })}
      {...(entered.length > mostRows && { note: w.release.first(mostRows, entered.length) })}
    />
  )
}
