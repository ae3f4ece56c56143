import { raw } from 'hono/html'
import type { Child } from 'hono/jsx'
import type { Shown } from '#kit/form.ts'
import type { View } from '#kit/view.ts'
import { type Lang, type Said, say } from '#kit/words.ts'
import { Footer } from './footer.tsx'
import { Header } from './header.tsx'
import { href } from './href.ts'
import { Breadcrumbs, type Crumb } from './navigation.tsx'
import { QuickExit } from './notices.tsx'
import { accent, SaidText } from './text.tsx'
import { words } from './words.ts'

export type PageProps = {
  view: View
  /** What the page is about, marked where it had to be said in another language than the reader's. */
  title: string | Said
  children?: Child
  /** A small line above the title: what kind of thing this is. */
  kicker?: Child
  lead?: Child
  badges?: Child
  /** Gives the page the colour of a chapter. */
  chapter?: number | undefined
  description?: string | undefined
  /** The key of the navigation's item that this page belongs to. */
  current?: string | undefined
  breadcrumbs?: readonly Crumb[]
  /** The whole width instead of a column for reading. */
  wide?: boolean
  aside?: Child
  /** What the `<h1>` says where parts of it are in other languages; `false` where the page writes its own. */
  heading?: Child
  /** Which side of a thing this page shows, where the window's title would else be that of another page. */
  side?: string | undefined
  feed?: { href: string; title: string }
  /** Where the fast way out leads. */
  quickExit?: string
  noindex?: boolean
  scripts?: readonly string[]
  shown?: Shown
  /** Of an error page, so that what somebody typed is not taken for sent. */
  status?: number
}

/** The frame of every page, complete without script. */
export const Page = (props: PageProps) => {
  const { view } = props
  const w = words(view)
  return (
    <>
      {raw('<!DOCTYPE html>')}
      <html
        lang={view.lang}
        data-theme={view.prefs.theme}
        data-contrast={view.prefs.contrast}
        data-text={view.prefs.text}
        data-status={props.status}
      >
        <Head {...props} />
        <body class={accent(props.chapter)}>
          <a class="skip" href="#main">
            {w.skip}
          </a>
          <Header view={view} current={props.current} />
          {props.quickExit && <QuickExit view={view} href={props.quickExit} />}
          <div class="frame">
            {props.breadcrumbs && <Breadcrumbs view={view} items={props.breadcrumbs} />}
            <div class={props.aside ? 'with-aside' : undefined}>
              <main id="main" class={props.wide || props.aside ? 'flow' : 'flow reading'}>
                {props.heading !== false && <Heading {...props} />}
                {props.children}
              </main>
              {props.aside && <aside class="aside flow">{props.aside}</aside>}
            </div>
          </div>
          <Footer view={view} />
        </body>
      </html>
    </>
  )
}

const Head = (props: PageProps) => {
  const { view } = props
  const city = say(view.cityName, view.lang, view.languages).text
  const plain = typeof props.title === 'string' ? props.title : props.title.text
  const title = props.shown?.problems.length ? words(view).mendTitle(plain) : plain
  return (
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>{[title, ...(props.side ? [props.side] : []), city].join(' · ')}</title>
      {props.description && <meta name="description" content={props.description} />}
      {props.noindex && <meta name="robots" content="noindex" />}
      <meta name="color-scheme" content="light dark" />
      <link rel="stylesheet" href={view.assets('style.css')} />
      <link rel="stylesheet" href={view.assets('font.css')} />
      <link rel="icon" type="image/svg+xml" href={view.assets('mark.svg')} />
      {props.status === undefined && <Addresses view={view} />}
      {props.feed && (
        <link rel="alternate" type="application/atom+xml" title={props.feed.title} href={props.feed.href} />
      )}
      {['page.js', ...(props.scripts ?? [])].map((script) => (
        <script type="module" src={view.assets(script)}></script>
      ))}
    </head>
  )
}

/** Where the page itself and its other languages stand, in full, for those who lead others here. */
const Addresses = ({ view }: { view: View }) => {
  const address = (lang: Lang) => view.baseUrl + href({ lang }, view.path)
  return (
    <>
      <link rel="canonical" href={address(view.lang)} />
      {view.languages.map((lang) => (
        <link rel="alternate" hreflang={lang} href={address(lang)} />
      ))}
    </>
  )
}

const Heading = (props: PageProps) => (
  <div class="heading">
    {props.kicker && <p class="kicker">{props.kicker}</p>}
    <h1>
      {props.heading ??
        (typeof props.title === 'string' ? props.title : <SaidText view={props.view} said={props.title} />)}
    </h1>
    {props.badges && <div class="badges">{props.badges}</div>}
    {props.lead && <p class="lead">{props.lead}</p>}
  </div>
)
