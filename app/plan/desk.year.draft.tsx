import { milestoneNumbers } from '#commitments/index.ts'
import { money } from '#kit/money.ts'
import { Checkbox, DateField, Fieldset, Select, TextArea, TextField } from '#ui/fields.tsx'
import { at } from '#ui/forms.tsx'
import { href } from '#ui/href.ts'
import { Disclosure } from '#ui/navigation.tsx'
import { Local } from '#ui/trust.tsx'
import type { Action } from './action.ts'
import { type Choices, FormPage, type Shows } from './desk.year.parts.tsx'
import { deskPathOf } from './desk.year.paths.ts'
import type { Task } from './plan.ts'
import { yearWords } from './words.year.ts'

/** What a task does in a year, written by the office or by a lead. */
export const DraftPage = (props: Shows & { task: Task; year: number; choices: Choices; action?: Action }) => {
  const { view, shown, task, year, action } = props
  const w = yearWords(view).desk.draft
  return (
    <FormPage
      view={view}
      shown={shown}
      title={action ? w.again : w.title(year)}
      kicker={<Local view={view} text={task.title} />}
      lead={action ? w.againLead : w.lead}
      path={action ? deskPathOf.redraft(action.id) : deskPathOf.draft(task.plan, task.no, year)}
      submit={w.submit}
      before={
        action && (
          <p>
            <a href={href(view, deskPathOf.withdrawal(action.id))}>{yearWords(view).desk.withdrawal.title}</a>
          </p>
        )
      }
    >
      <TextField
        {...at(view, shown, 'title')}
        label={w.name}
        hint={w.nameHint}
        value={action?.title ?? ''}
        lang={action?.lang}
        max={160}
      />
      <TextArea
        {...at(view, shown, 'text')}
        label={w.text}
        hint={w.textHint}
        value={action?.text ?? ''}
        lang={action?.lang}
        max={4000}
      />
      <TextField
        {...at(view, shown, 'measure')}
        label={w.measure}
        hint={w.measureHint}
        value={action?.measure ?? ''}
        lang={action?.lang}
        max={120}
      />
      <TextField
        {...at(view, shown, 'target')}
        label={w.target}
        inputmode="numeric"
        width="short"
        value={action ? String(action.target) : ''}
      />
      <Leads {...props} />
      <Due {...props} />
      <Milestones {...props} />
    </FormPage>
  )
}

type DraftProps = Parameters<typeof DraftPage>[0]

const Leads = ({ view, shown, task, choices, action }: DraftProps) => {
  const w = yearWords(view).desk.draft
  const [lead = '', joint = ''] = action?.leads ?? task.leads
  return (
    <>
      <Select {...at(view, shown, 'lead')} label={w.lead1} options={choices} value={lead} />
      <Select
        {...at(view, shown, 'joint')}
        label={w.joint}
        hint={w.jointHint}
        options={choices}
        value={joint}
        empty="–"
        optional
      />
    </>
  )
}

const Due = ({ view, shown, year, action }: DraftProps) => {
  const w = yearWords(view)
  const cost = action?.cost ? money(action.cost, view.currency, view.lang) : ''
  return (
    <>
      <DateField
        {...at(view, shown, 'dueOn')}
        label={w.dueOn}
        hint={w.desk.draft.dueHint}
        value={action ? String(action.dueOn) : `${year}-12-31`}
      />
      <TextField
        {...at(view, shown, 'cost')}
        label={w.cost}
        hint={w.desk.draft.costHint(money(350_000_000, view.currency, view.lang))}
        value={cost}
        optional
      />
      <Checkbox
        {...at(view, shown, 'free')}
        label={w.free}
        value={action?.cost === 0 ? 'yes' : ''}
        optional
      />
    </>
  )
}

const Milestones = ({ view, shown, action }: DraftProps) => {
  const w = yearWords(view)
  const said = action?.milestones ?? []
  return (
    <Disclosure summary={w.milestones} open={said.length > 0}>
      {milestoneNumbers.map((no) => (
        <Fieldset legend={w.desk.draft.milestone(no)}>
          <TextField
            {...at(view, shown, `milestone${no}.title`)}
            label={w.desk.draft.reached}
            value={said[no - 1]?.title ?? ''}
            lang={action?.lang}
            max={160}
            optional
          />
          <DateField
            {...at(view, shown, `milestone${no}.dueOn`)}
            label={w.dueOn}
            value={said[no - 1]?.dueOn ?? ''}
            optional
          />
        </Fieldset>
      ))}
    </Disclosure>
  )
}
