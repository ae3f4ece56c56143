import type { Shown } from '#kit/form.ts'
import { money } from '#kit/money.ts'
import type { Ref } from '#kit/ref.ts'
import type { View } from '#kit/view.ts'
import {
  Checkbox,
  Checkboxes,
  DateField,
  Fieldset,
  Radios,
  Select,
  TextArea,
  TextField,
} from '#ui/fields.tsx'
import { at } from '#ui/forms.tsx'
import { Disclosure } from '#ui/navigation.tsx'
import { type Kind, kinds } from './commitment.ts'
import { milestoneNumbers } from './pledge.ts'
import { words } from './words.ts'

type Option = { value: string; label: string }

/** What a pledge can name, in the reader's language; `pledgeChoices` reads it. */
export type Choices = {
  bodies: readonly Option[]
  articles: readonly Option[]
  groups: readonly Option[]
  districts: readonly Option[]
}

/** What stands in the fields before anybody wrote anything: what the origin says already. */
export type Start = {
  kind?: Kind
  lead?: string
  startsOn?: string
  articles?: readonly Ref[]
  groups?: readonly string[]
  districts?: readonly string[]
}

type Props = {
  view: View
  shown: Shown
  choices: Choices
  count?: number
  start?: Start
  /** Whether an answer without any promise would be refused: then the first block is no choice. */
  needed?: boolean
}

/** The promises of an answer, in blocks of which those left blank are left out; for a schema made by `pledgesOf`. */
export const PledgeFields = ({ count = 3, needed = false, ...props }: Props) => {
  const w = words(props.view).pledge
  const others = Array.from({ length: count - 1 }, (_, index) => index + 2)
  return (
    <>
      <Fieldset legend={w.first} hint={needed ? w.hintNeeded : w.hint}>
        <Block {...props} no={1} optional={!needed} />
      </Fieldset>
      {others.map((no) => (
        <Disclosure summary={w.another(no)} open={isBegun(props.shown, no)}>
          <Block {...props} no={no} optional />
        </Disclosure>
      ))}
    </>
  )
}

const isBegun = (shown: Shown, no: number): boolean =>
  ['title', 'text', 'dueOn', 'cost'].some((name) => shown.typed[`pledge${no}.${name}`]) ||
  shown.problems.some(({ field }) => field.startsWith(`pledge${no}.`))

type BlockProps = Omit<Props, 'count' | 'needed'> & { no: number; optional: boolean }

const Block = ({ view, shown, choices, start = {}, no, optional }: BlockProps) => {
  const w = words(view)
  const field = (name: string) => at(view, shown, `pledge${no}.${name}`)
  return (
    <>
      <Radios
        {...field('kind')}
        label={w.pledge.kind}
        value={start.kind ?? 'new'}
        options={kinds.map((value) => ({ value, label: w.kinds[value], hint: w.pledge.kindHints[value] }))}
      />
      <TextField
        {...field('title')}
        label={w.pledge.title}
        hint={w.pledge.titleHint}
        max={160}
        optional={optional}
      />
      <TextArea
        {...field('text')}
        label={w.pledge.text}
        hint={w.pledge.textHint}
        max={4000}
        rows={4}
        optional={optional}
      />
      <Select
        {...field('lead')}
        label={w.lead}
        value={start.lead ?? ''}
        options={choices.bodies}
        optional={optional}
      />
      <DateField {...field('startsOn')} label={w.startsOn} value={start.startsOn ?? ''} optional={optional} />
      <DateField {...field('dueOn')} label={w.dueOn} hint={w.pledge.dueHint} optional={optional} />
      <TextField
        {...field('cost')}
        label={w.cost}
        hint={w.pledge.costHint(money(350_000_000, view.currency, view.lang))}
        width="medium"
        optional
      />
      <Checkbox {...field('free')} label={w.free} optional />
      <Disclosure
        summary={w.pledge.more}
        open={shown.problems.some((each) => each.field.startsWith(`pledge${no}.milestone`))}
      >
        <Milestones view={view} shown={shown} prefix={`pledge${no}.`} />
        <About {...{ view, shown, choices, start, no }} />
      </Disclosure>
    </>
  )
}

export const Milestones = ({ view, shown, prefix }: { view: View; shown: Shown; prefix: string }) => {
  const w = words(view)
  return (
    <Fieldset legend={w.milestones} hint={w.pledge.milestonesHint}>
      {milestoneNumbers.map((no) => (
        <div class="columns">
          <TextField
            {...at(view, shown, `${prefix}milestone${no}.title`)}
            label={w.pledge.milestone(no)}
            max={160}
            optional
          />
          <DateField {...at(view, shown, `${prefix}milestone${no}.dueOn`)} label={w.dueOn} optional />
        </div>
      ))}
    </Fieldset>
  )
}

const About = ({
  view,
  shown,
  choices,
  start,
  no,
}: {
  view: View
  shown: Shown
  choices: Choices
  start: Start
  no: number
}) => {
  const w = words(view)
  const boxes = (name: string, label: string, options: readonly Option[], value: readonly string[] = []) =>
    options.length > 0 && (
      <Checkboxes
        {...at(view, shown, `pledge${no}.${name}`)}
        label={label}
        options={options}
        value={value}
        optional
      />
    )
  return (
    <>
      {boxes('articles', w.articles, choices.articles, start.articles)}
      {boxes('groups', w.groups, choices.groups, start.groups)}
      {boxes('districts', w.districts, choices.districts, start.districts)}
      {boxes('supporting', w.supporting, choices.bodies)}
    </>
  )
}
