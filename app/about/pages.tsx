import { raw } from 'hono/html'
import { marked } from 'marked'
import type { CityText, Source } from '#city/index.ts'
import { day as dayText } from '#kit/dates.ts'
import type { View } from '#kit/view.ts'
import { href } from '#ui/href.ts'
import { Notice } from '#ui/notices.tsx'
import { Page } from '#ui/page.tsx'
import { Table } from '#ui/table.tsx'
import { languageName } from '#ui/text.tsx'
import { InItsLanguage, SourceName } from '#ui/trust.tsx'
import { words } from './words.ts'

type TextPage = 'about' | 'accessibility' | 'contact' | 'privacy'

/** A text of the city's own, in the reader's language or marked as another. */
export const TextPage = ({
  view,
  which,
  text,
  more = [],
}: {
  view: View
  /** What the page is called where the text is in another language than the reader's. */
  which?: TextPage
  text: CityText | undefined
  more?: readonly CityText[]
}) => {
  const w = words(view)
  return (
    <Page
      view={view}
      title={which && text?.lang !== view.lang ? w[which] : (text?.title ?? '')}
      {...(!which && { breadcrumbs: [{ label: w.about, href: href(view, '/about') }] })}
    >
      {!text && <p>{w.noText}</p>}
      {text && text.lang !== view.lang && (
        <Notice view={view}>{w.otherLanguage(languageName(text.lang, view.lang))}</Notice>
      )}
      {text && (
        <div class="prose flow" lang={text.lang}>
          {raw(fromMarkdown(text.markdown))}
        </div>
      )}
      {more.length > 0 && (
        <section>
          <h2>{w.more}</h2>
          <ul>
            {more.map(({ key, title, lang }) => (
              <li>
                <a href={href(view, `/about/${key}`)} lang={lang}>
                  {title}
                </a>
              </li>
            ))}
          </ul>
        </section>
      )}
    </Page>
  )
}

/** HTML in a city's text is shown as it was typed, never obeyed; links lead to the web, to mail or within the site. */
export const fromMarkdown = (markdown: string): string =>
  marked.parse(markdown, { async: false, renderer: inert })

const inert = new marked.Renderer()
inert.html = ({ text }) => escaped(text)
inert.link = function (link) {
  const leads = /^(https?:|mailto:|tel:|[/#])/i.test(link.href)
  return leads ? marked.Renderer.prototype.link.call(this, link) : this.parser.parseInline(link.tokens)
}

const escaped = (text: string) => text.replace(/[&<>"]/g, (each) => `&#${each.charCodeAt(0)};`)

type DataProps = { view: View; lists: readonly { path: string; summary: string }[] }

/** Every public list there is, derived from the declared paths. */
export const DataPage = ({ view, lists }: DataProps) => {
  const w = words(view)
  return (
    <Page view={view} wide title={w.data} lead={w.dataLead}>
      <Table
        view={view}
        caption={w.lists}
        columns={[
          { key: 'list', label: w.list },
          { key: 'csv', label: w.csv },
          { key: 'json', label: w.json },
        ]}
        rows={lists.map(({ path, summary }) => ({
          list: (
            <a href={href(view, path)} lang={view.lang === 'en' ? undefined : 'en'}>
              {summary}
            </a>
          ),
          csv: <a href={href(view, `${path}.csv`)}>{path}.csv</a>,
          json: <a href={href(view, `${path}.json`)}>{path}.json</a>,
        }))}
      />
      <h2>{w.others}</h2>
      <ul>
        <li>
          <a href="/openapi.json">{w.openapi}</a>
        </li>
        <li>
          <a href={href(view, '/bodies.popolo.json')}>{w.popolo}</a>
        </li>
        <li>
          <a href={href(view, '/record.atom')}>{w.feed}</a>
        </li>
        <li>
          <a href={href(view, '/record/how-to-verify')}>{w.verify}</a>
        </li>
      </ul>
    </Page>
  )
}

export const SourcesPage = ({ view, sources }: { view: View; sources: readonly Source[] }) => {
  const w = words(view)
  return (
    <Page view={view} wide title={w.sources} lead={w.sourcesLead}>
      <Table
        view={view}
        caption={w.sources}
        columns={[
          { key: 'source', label: w.source },
          { key: 'publisher', label: w.publisher },
          { key: 'read', label: w.read, kind: 'date' },
          { key: 'licence', label: w.licence },
        ]}
        rows={sources.map((each) => ({
          source: <SourceName view={view} title={each.title} address={each.address} />,
          publisher: each.publisher && <InItsLanguage view={view} text={each.publisher} />,
          read: dayText(Temporal.PlainDate.from(each.read), view.lang),
          licence: each.licence,
        }))}
      />
    </Page>
  )
}
