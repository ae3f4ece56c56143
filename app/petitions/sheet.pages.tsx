import type { Shown } from '#kit/form.ts'
import type { View } from '#kit/view.ts'
import { Form } from '#ui/forms.tsx'
import { href } from '#ui/href.ts'
import { Page } from '#ui/page.tsx'
import { SheetFields } from './support.pages.tsx'
import { words } from './words.ts'

/** Signatures on paper, on a page of its own: for putting right what was typed. */
export const SheetPage = ({ view, id, shown }: { view: View; id: number; shown: Shown }) => {
  const w = words(view)
  return (
    <Page
      view={view}
      current="petitions"
      title={w.support.sheet}
      breadcrumbs={[
        { href: href(view, '/petitions'), label: w.title },
        { href: href(view, `/petitions/${id}`), label: w.number(id) },
      ]}
      shown={shown}
      noindex
    >
      <Form
        view={view}
        action={href(view, `/petitions/${id}/sheets`)}
        submit={w.support.sheetGo}
        shown={shown}
      >
        <SheetFields view={view} shown={shown} />
      </Form>
    </Page>
  )
}
