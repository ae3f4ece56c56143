import type { Child } from 'hono/jsx'
import type { Shown } from '#kit/form.ts'
import type { View } from '#kit/view.ts'
import { Form } from '#ui/forms.tsx'
import { href } from '#ui/href.ts'
import { Page } from '#ui/page.tsx'
import { deskCrumbs } from './desk.year.pages.tsx'
import { yearWords } from './words.year.ts'

export type Choices = readonly { value: string; label: string }[]
export type Shows = { view: View; shown: Shown }

/** One form of the year's plan. */
export const FormPage = (
  props: Shows & {
    title: string
    kicker: Child
    lead?: string
    path: string
    submit: string
    danger?: boolean
    upload?: boolean
    before?: Child
    children: Child
  },
) => {
  const { view, shown, path } = props
  return (
    <Page
      view={view}
      shown={shown}
      title={props.title}
      kicker={props.kicker}
      lead={props.lead}
      breadcrumbs={deskCrumbs(view)}
      noindex
    >
      {props.before}
      <Form
        view={view}
        shown={shown}
        action={href(view, path)}
        submit={props.submit}
        kind={props.danger ? 'danger' : 'primary'}
        draft={path}
        cancel={{ href: href(view, '/desk/year'), label: yearWords(view).desk.cancel }}
        upload={props.upload ?? false}
      >
        {props.children}
      </Form>
    </Page>
  )
}
