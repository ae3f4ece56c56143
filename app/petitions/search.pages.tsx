import type { View } from '#kit/view.ts'
import { type Localized, plain } from '#kit/words.ts'
import { Button, ButtonRow } from '#ui/buttons.tsx'
import { HiddenField, Select, TextField } from '#ui/fields.tsx'
import { href } from '#ui/href.ts'
import { Page } from '#ui/page.tsx'
import type { Query } from './list.ts'
import { states, supports } from './petition.ts'
import { words } from './words.ts'

type Choice = { key: string; label: Localized }

export type Choices = {
  bodies: readonly Choice[]
  topics: readonly Choice[]
  groups: readonly Choice[]
  articles: readonly Choice[]
  districts: readonly Choice[]
}

type SearchProps = { view: View; query: Query; choices: Choices }

/** Everything by which petitions can be looked for, on a page of its own: the list itself stays light. */
export const SearchPage = ({ view, query, choices }: SearchProps) => {
  const w = words(view)
  const told = (all: readonly Choice[]) =>
    all.map(({ key, label }) => ({ value: key, label: plain(label, view) }))
  const select = (name: keyof Query, label: string, options: { value: string; label: string }[]) => (
    <Select
      view={view}
      name={name}
      label={label}
      empty={w.list.any}
      options={options}
      value={query[name] ?? ''}
      optional
    />
  )
  return (
    <Page
      view={view}
      current="petitions"
      title={w.list.searchTitle}
      lead={w.list.searchLead}
      breadcrumbs={[{ href: href(view, '/petitions'), label: w.title }]}
      noindex
    >
      <search>
        <form method="get" action={href(view, '/petitions')} class="form">
          {query.sort && <HiddenField name="sort" value={query.sort} />}
          <TextField
            view={view}
            name="q"
            type="search"
            label={w.list.search}
            value={query.q ?? ''}
            width="wide"
            optional
          />
          {select('state', w.list.state, [
            { value: 'open', label: w.list.standings.open },
            ...states.map((each) => ({ value: each, label: w.states[each] })),
          ])}
          {select(
            'support',
            w.list.support,
            supports.map((each) => ({ value: each, label: w.supports[each] })),
          )}
          {select('topic', w.list.topic, told(choices.topics))}
          {select('body', w.list.body, told(choices.bodies))}
          {select('group', w.list.group, told(choices.groups))}
          {select('article', w.list.article, told(choices.articles))}
          {select('district', w.list.district, told(choices.districts))}
          <ButtonRow>
            <Button>{w.list.show}</Button>
          </ButtonRow>
        </form>
      </search>
    </Page>
  )
}
