import type { CommitmentLine } from '#commitments/index.ts'
import type { Shown } from '#kit/form.ts'
import type { Ref } from '#kit/ref.ts'
import type { View } from '#kit/view.ts'
import { type Localized, plain } from '#kit/words.ts'
import { PostButton } from '#ui/buttons.tsx'
import { Select } from '#ui/fields.tsx'
import { Form, at as fieldAt } from '#ui/forms.tsx'
import { href } from '#ui/href.ts'
import { StructuredList } from '#ui/lists.tsx'
import { Notice } from '#ui/notices.tsx'
import { Page } from '#ui/page.tsx'
import { InItsLanguage } from '#ui/trust.tsx'
import type { Thing } from './things.reads.ts'
import { words } from './words.ts'

/** Says which indicator or which task a promise serves. */
export const LinksPage = (props: {
  view: View
  line: CommitmentLine
  links: readonly { thing: Ref; title: Localized }[]
  indicators: readonly Thing[]
  tasks: readonly Thing[]
  done: 'done' | 'taken' | undefined
  shown: Shown
}) => {
  const { view, line, links, done, shown } = props
  const w = words(view)
  const action = href(view, `/desk/tower/links/${line.id}`)
  const options = (things: readonly Thing[]) =>
    things.map(({ about, title }) => ({ value: about, label: plain(title, view) }))
  return (
    <Page
      view={view}
      current="desk"
      title={w.links.title}
      lead={w.links.lead}
      shown={shown}
      breadcrumbs={[
        { href: href(view, '/desk/tower/mine'), label: w.tool },
        { href: href(view, `/commitments/${line.id}`), label: w.links.promise },
      ]}
      noindex
    >
      {done && (
        <Notice view={view} kind="success">
          {w.links[done]}
        </Notice>
      )}
      <p lang={line.lang}>
        <strong>{line.title}</strong>
      </p>
      <h2>{w.links.now}</h2>
      <StructuredList
        items={links.map(({ thing, title }) => ({
          title: <InItsLanguage view={view} text={title} />,
          href: href(view, `/${thing}`),
          badges: (
            <PostButton view={view} action={`${action}/taken`} fields={{ thing }} kind="secondary" small>
              {w.links.take}
            </PostButton>
          ),
        }))}
        empty={<p>{w.links.none}</p>}
      />
      <Form view={view} action={action} submit={w.links.send} shown={shown}>
        <Select
          {...fieldAt(view, shown, 'indicator')}
          label={w.links.indicator}
          options={options(props.indicators)}
          empty={w.links.choose}
          optional
        />
        <Select
          {...fieldAt(view, shown, 'thing')}
          label={w.links.task}
          options={options(props.tasks)}
          empty={w.links.choose}
          optional
        />
      </Form>
    </Page>
  )
}
