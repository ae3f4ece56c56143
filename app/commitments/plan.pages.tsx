import { nameOf } from '#bodies/index.ts'
import { todayOf } from '#kit/day-asked.ts'
import { money } from '#kit/money.ts'
import { Checkbox, Checkboxes, DateField, Fieldset, Select, TextArea, TextField } from '#ui/fields.tsx'
import { at } from '#ui/forms.tsx'
import { Disclosure } from '#ui/navigation.tsx'
import type { FormProps } from './forms.pages.tsx'
import { Milestones } from './pledge.pages.tsx'
import { words } from './words.ts'

/** The plan as it is, to be written over. */
export const PlanFields = ({ view, shown, whole, bodies, choices }: FormProps) => {
  const { commitment } = whole
  const w = words(view)
  const { cost, supporting } = commitment
  const named = (keys: readonly string[]) => [
    ...choices,
    ...keys
      .filter((key) => !choices.some(({ value }) => value === key))
      .map((key) => ({ value: key, label: nameOf(view, bodies, key, todayOf(view)) })),
  ]
  return (
    <>
      <TextArea
        {...at(view, shown, 'scope')}
        label={w.scope}
        value={commitment.text}
        lang={commitment.lang}
        max={4000}
        rows={5}
      />
      <DateField
        {...at(view, shown, 'dueOn')}
        label={w.dueOn}
        hint={w.pledge.dueHint}
        value={String(commitment.dueOn)}
      />
      <DateField {...at(view, shown, 'startsOn')} label={w.startsOn} value={String(commitment.startsOn)} />
      <TextField
        {...at(view, shown, 'cost')}
        label={w.cost}
        hint={w.pledge.costHint(money(350_000_000, view.currency, view.lang))}
        value={cost === null ? '' : money(cost, view.currency, view.lang)}
        width="medium"
        optional
      />
      <Checkbox {...at(view, shown, 'free')} label={w.free} value={cost === null ? 'yes' : ''} optional />
      <Select
        {...at(view, shown, 'lead')}
        label={w.lead}
        value={commitment.lead}
        options={named([commitment.lead])}
      />
      <Disclosure summary={w.supporting}>
        <Checkboxes
          {...at(view, shown, 'supporting')}
          label={w.supporting}
          value={supporting}
          options={named(supporting)}
          optional
        />
      </Disclosure>
      <NewMilestones view={view} shown={shown} whole={whole} />
    </>
  )
}

/** Those still ahead, each to be moved or dropped, and room for more. */
const NewMilestones = ({ view, shown, whole }: Pick<FormProps, 'view' | 'shown' | 'whole'>) => {
  const { commitment, milestones } = whole
  const w = words(view)
  const ahead = milestones.filter((each) => !each.reachedAt && !each.droppedAt)
  return (
    <>
      {ahead.length > 0 && (
        <Fieldset legend={w.milestones}>
          {ahead.map((each) => (
            <div class="columns">
              <DateField
                {...at(view, shown, `moved${each.no}`)}
                label={each.title}
                labelLang={commitment.lang}
                value={String(each.dueOn)}
                optional
              />
              <Checkbox {...at(view, shown, `dropped${each.no}`)} label={w.desk.drop} optional />
            </div>
          ))}
        </Fieldset>
      )}
      <Disclosure summary={w.desk.addMilestones}>
        <Milestones view={view} shown={shown} prefix="" />
      </Disclosure>
    </>
  )
}
