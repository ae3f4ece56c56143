import type { Shown } from '#kit/form.ts'
import type { View } from '#kit/view.ts'
import { plain } from '#kit/words.ts'
import { Select, TextArea } from '#ui/fields.tsx'
import { at, Form } from '#ui/forms.tsx'
import { href } from '#ui/href.ts'
import { Page } from '#ui/page.tsx'
import { InItsLanguage } from '#ui/trust.tsx'
import { deskCrumbs } from './desk.pages.tsx'
import { deskOf } from './desk.ts'
import type { Plan, Task } from './plan.ts'
import { words } from './words.ts'

type Props = { view: View; shown: Shown; plan: Plan; task: Task; others: readonly Task[] }

/** Takes a task out of the plan, in the open. */
export const EndPage = ({ view, shown, plan, task, others }: Props) => {
  const w = words(view).desk
  return (
    <Page
      view={view}
      current="desk"
      title={w.dropTask}
      kicker={
        <>
          {task.no} <InItsLanguage view={view} text={task.title} />
        </>
      }
      lead={w.dropLead}
      breadcrumbs={deskCrumbs(view, plan)}
      shown={shown}
      noindex
    >
      <Form
        view={view}
        action={href(view, `${deskOf(plan.key)}/tasks/${task.no}/end`)}
        submit={w.dropTask}
        shown={shown}
        kind="danger"
      >
        <TextArea {...at(view, shown, 'reason')} label={w.dropWhy} rows={4} max={2000} />
        <Select
          {...at(view, shown, 'replacedBy')}
          label={w.replacedBy}
          empty={w.replacedByNone}
          options={others.map((each) => ({ value: each.no, label: `${each.no} ${plain(each.title, view)}` }))}
          optional
        />
      </Form>
    </Page>
  )
}
