import { excerpt, marked } from '#kit/korean.ts'
import type { View } from '#kit/view.ts'
import { Button } from '#ui/buttons.tsx'
import { TextField } from '#ui/fields.tsx'
import { href } from '#ui/href.ts'
import { Pagination, SearchResults } from '#ui/lists.tsx'
import { Page } from '#ui/page.tsx'
import type { Result } from './reads.ts'
import { words } from './words.ts'

type Props = { view: View; query: string; rows: readonly Result[]; older: string | undefined }

/** What was found for a query; without one, the place to ask. */
export const SearchPage = ({ view, query, rows, older }: Props) => {
  const w = words(view)
  return (
    <Page view={view} title={w.title} lead={w.lead} noindex={query !== ''}>
      <search>
        <form method="get" action={href(view, '/search')} class="filters">
          <TextField view={view} name="q" id="q" type="search" width="wide" label={w.label} value={query} />
          <Button>{w.go}</Button>
        </form>
      </search>
      {query !== '' && rows.length === 0 && <Nothing view={view} query={query} />}
      {rows[0] && (
        <>
          <p role="status">
            {rows[0].more ? w.foundMore(rows[0].count, query) : w.found(rows[0].count, query)}
          </p>
          <SearchResults view={view} results={rows.map((each) => result(view, each, query))} />
        </>
      )}
      <Pagination view={view} next={older} />
    </Page>
  )
}

const Nothing = ({ view, query }: { view: View; query: string }) => {
  const w = words(view)
  return (
    <>
      <p role="status">{w.nothing(query)}</p>
      <ul>
        {w.hints.map((each) => (
          <li>{each}</li>
        ))}
      </ul>
    </>
  )
}

function result(view: View, { about, room, lang, title, text }: Result, query: string) {
  return {
    href: href(view, `/${about}`),
    title: <>{marked(title, query).map((part) => (part.hit ? <mark>{part.text}</mark> : part.text))}</>,
    kind: view.tell(`room.${room}`),
    excerpt: marked(excerpt(text, query), query).map((part) => (part.hit ? { hit: part.text } : part.text)),
    ...(lang !== view.lang && { lang }),
  }
}
