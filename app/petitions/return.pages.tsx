import type { Shown } from '#kit/form.ts'
import type { View } from '#kit/view.ts'
import { TextField } from '#ui/fields.tsx'
import { at, Form } from '#ui/forms.tsx'
import { href } from '#ui/href.ts'
import { Page } from '#ui/page.tsx'
import { words } from './words.ts'

type ReturnProps = { view: View; shown: Shown; quickExit: string | undefined }

/** Where somebody without an account comes back to what they wrote. */
export const ReturnPage = ({ view, shown, quickExit }: ReturnProps) => {
  const w = words(view)
  return (
    <Page
      view={view}
      current="petitions"
      title={w.comeBack.title}
      lead={w.comeBack.lead}
      breadcrumbs={[{ href: href(view, '/petitions'), label: w.title }]}
      shown={shown}
      {...(quickExit && { quickExit })}
      noindex
    >
      <Form view={view} action={href(view, '/petitions/return')} submit={w.comeBack.go} shown={shown}>
        <TextField
          {...at(view, shown, 'code')}
          label={w.comeBack.code}
          hint={w.comeBack.hint}
          autocomplete="off"
          width="medium"
          sensitive
        />
      </Form>
      <p>
        <a href={href(view, '/record/receipts')}>{w.comeBack.receipt}</a>
      </p>
      <p>{w.comeBack.counter}</p>
    </Page>
  )
}
