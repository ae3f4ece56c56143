import type { Shown } from '#kit/form.ts'
import { money } from '#kit/money.ts'
import type { View } from '#kit/view.ts'
import { say } from '#kit/words.ts'
import { Checkbox, Checkboxes, Fieldset, Select, TextArea, TextField } from '#ui/fields.tsx'
import { at, Form } from '#ui/forms.tsx'
import { href } from '#ui/href.ts'
import { Disclosure } from '#ui/navigation.tsx'
import { Page } from '#ui/page.tsx'
import { InItsLanguage } from '#ui/trust.tsx'
import { deskCrumbs } from './desk.pages.tsx'
import { leadNumbers } from './desk.schemas.ts'
import { deskOf } from './desk.ts'
import type { Known, Named } from './known.ts'
import { InLanguages } from './making.pages.tsx'
import type { Plan, Task } from './plan.ts'
import { words } from './words.ts'

export type TaskForm = 'new' | 'change' | 'replace'

type Props = {
  view: View
  shown: Shown
  plan: Plan
  form: TaskForm
  /** The one that is changed or gives its place. */
  task: Task | undefined
  known: Known
}

/** The form of a task: what it leaves out stands on the list of what is missing, and leads back here. */
export const TaskFormPage = (props: Props) => {
  const { view, shown, plan, form, task } = props
  const w = words(view).desk
  const tasks = `${deskOf(plan.key)}/tasks`
  const [title, path] = {
    new: [w.newTask, `${tasks}/new`],
    change: [w.changeTask, `${tasks}/${task?.no}`],
    replace: [w.replaceTask, `${tasks}/${task?.no}/successor`],
  }[form] as [string, string]
  return (
    <Page
      view={view}
      current="desk"
      title={title}
      {...(task && {
        kicker: (
          <>
            {task.no} <InItsLanguage view={view} text={task.title} />
          </>
        ),
      })}
      breadcrumbs={deskCrumbs(view, plan)}
      shown={shown}
      noindex
    >
      <Form view={view} action={href(view, path)} submit={w.save} shown={shown}>
        {form !== 'change' && (
          <TextField
            {...at(view, shown, 'no')}
            label={words(view).no}
            hint={w.noHint}
            width="short"
            max={20}
          />
        )}
        <InLanguages view={view} shown={shown} name="title" label={w.titleField} value={task?.title} />
        <InLanguages
          view={view}
          shown={shown}
          name="text"
          label={w.textField}
          value={task?.text ?? undefined}
          rows={3}
          optional
        />
        <Belongs {...props} />
        <Whom {...props} />
        <Measured {...props} />
        {(plan.approvedAt || form === 'replace') && (
          <TextArea {...at(view, shown, 'reason')} label={w.reason} hint={w.reasonHint} rows={3} max={2000} />
        )}
      </Form>
    </Page>
  )
}

/** Where it stands in the plan, when, and what it costs. */
const Belongs = ({ view, shown, plan, task, known }: Props) => {
  const w = words(view)
  const year = (name: 'from' | 'until', label: string, value: number | undefined) => (
    <Select
      {...at(view, shown, name)}
      label={label}
      value={String(value ?? '')}
      options={yearsIn(plan, view).map((each) => ({ value: String(each), label: String(each) }))}
      optional
    />
  )
  return (
    <>
      {known.areas.length > 0 && (
        <Select
          {...at(view, shown, 'area')}
          label={w.area}
          value={task?.area ?? ''}
          options={options(view, known.areas)}
        />
      )}
      {known.goals.length > 0 && (
        <Select
          {...at(view, shown, 'goal')}
          label={w.goal}
          value={task?.goal ?? ''}
          options={options(view, known.goals)}
          optional
        />
      )}
      <div class="columns">
        {year('from', w.desk.firstYear, task?.from.year)}
        {year('until', w.desk.lastYear, task?.until?.year)}
      </div>
      <TextField
        {...at(view, shown, 'cost')}
        label={w.cost}
        hint={w.desk.costHint(money(350_000_000, view.currency, view.lang))}
        value={task?.cost ? String(task.cost) : ''}
        width="medium"
        optional
      />
      <Checkbox
        {...at(view, shown, 'free')}
        label={w.desk.free}
        value={task?.cost === 0 ? 'yes' : ''}
        optional
      />
    </>
  )
}

/** The years of the plan; of one without an end, as far as anybody plans. */
function yearsIn({ from, until }: Plan, view: View): number[] {
  const last = until?.year ?? view.at.toZonedDateTimeISO(view.timeZone).year + 10
  return Array.from({ length: last - from.year + 1 }, (_, index) => from.year + index)
}

/** For whom it is, whose right it serves, and who does it. */
const Whom = ({ view, shown, task, known }: Props) => {
  const w = words(view)
  const bodies = options(view, known.bodies).sort((a, b) => a.label.localeCompare(b.label, view.lang))
  return (
    <>
      <Chosen
        {...{ view, shown }}
        name="groups"
        label={w.groups}
        from={known.groups}
        value={task?.groups}
        open
      />
      <Chosen
        {...{ view, shown }}
        name="articles"
        label={w.articles}
        from={known.articles}
        value={task?.articles}
      />
      <Fieldset legend={w.leads} hint={w.desk.leadsHint}>
        {leadNumbers.map((no) => (
          <Select
            {...at(view, shown, `lead${no}`)}
            label={w.desk.leadNo(no)}
            value={task?.leads[no - 1] ?? ''}
            options={bodies}
            optional
          />
        ))}
      </Fieldset>
      <Chosen
        {...{ view, shown }}
        name="supporting"
        label={w.desk.supporting}
        from={known.bodies}
        value={task?.supporting}
      />
    </>
  )
}

/** By what one sees whether it helps, and what it answers to. */
const Measured = ({ view, shown, task, known }: Props) => {
  const w = words(view)
  return (
    <>
      <Chosen
        {...{ view, shown }}
        name="indicators"
        label={w.indicators}
        from={known.indicators}
        value={task?.indicators}
        none={w.desk.noIndicators}
      />
      <Chosen
        {...{ view, shown }}
        name="findings"
        label={w.desk.chooseFindings}
        from={known.findings}
        value={task?.findings.map(String)}
        none={w.desk.noFindings}
        open
      />
    </>
  )
}

const Chosen = (props: {
  view: View
  shown: Shown
  name: string
  label: string
  from: readonly Named[]
  value: readonly string[] | undefined
  none?: string
  open?: boolean
}) => {
  const { view, shown, name, label, from, value = [] } = props
  const count = value.length > 0 ? ` (${value.length})` : ''
  return (
    <Disclosure
      summary={`${label}${count}`}
      open={props.open || shown.problems.some((each) => each.field === name)}
      id={`part-${name}`}
    >
      {from.length === 0 && props.none ? (
        <p>{props.none}</p>
      ) : (
        <Checkboxes
          {...at(view, shown, name)}
          label={label}
          value={value}
          options={options(view, from)}
          optional
        />
      )}
    </Disclosure>
  )
}

const options = (view: View, all: readonly Named[]) =>
  all.map(({ key, name }) => {
    const { text, lang } = say(name, view.lang, view.languages)
    return { value: key, label: text, ...(lang !== view.lang && { lang }) }
  })
