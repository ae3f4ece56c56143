import type { View } from '#kit/view.ts'
import { say } from '#kit/words.ts'
import { Mark, Thread } from './brand.tsx'
import { Button, PostButton } from './buttons.tsx'
import { href } from './href.ts'
import { Icon } from './icons.tsx'
import { still } from './still.ts'
import { languageName, WithName } from './text.tsx'
import { type Seen, words } from './words.ts'

type Props = { view: View; current?: string | undefined }

export const Header = ({ view, current }: Props) => (
  <header class="header">
    <Thread />
    {view.demo && <DemoBand view={view} />}
    <ActingBand view={view} />
    <div class="frame">
      <div class="utility">
        <Languages view={view} />
        <DisplaySettings view={view} />
        <Account view={view} />
      </div>
      <div class="masthead">
        <Home lang={view.lang} languages={view.languages} cityName={view.cityName} />
        <SearchBox lang={view.lang} />
      </div>
      <Primary lang={view.lang} nav={view.nav} current={current} />
    </div>
  </header>
)

const Primary = still(({ lang, nav, current }: Pick<View, 'lang' | 'nav'> & Pick<Props, 'current'>) => (
  <nav class="primary" aria-label={words({ lang }).navigation}>
    <ul>
      {nav.map((item) => (
        <li>
          <a href={item.href} aria-current={item.key === current ? 'true' : undefined}>
            {item.label}
          </a>
        </li>
      ))}
    </ul>
  </nav>
))

const Home = still(({ lang, languages, cityName }: Pick<View, 'lang' | 'languages' | 'cityName'>) => {
  const w = words({ lang })
  const city = say(cityName, lang, languages)
  return (
    <a class="home" href={href({ lang }, '/')} aria-label={w.home(city.text)}>
      <Mark size={44} />
      <span class="home-name">
        <span class="home-kind">{w.madang}</span>
        <span class="home-city" lang={city.fallback ? city.lang : undefined}>
          {city.text}
        </span>
      </span>
    </a>
  )
})

const SearchBox = still(({ lang }: Seen) => {
  const w = words({ lang }).search
  return (
    <>
      <search class="search">
        <form action={href({ lang }, '/search')}>
          <label class="screen-only" for="search">
            {w.label}
          </label>
          <input class="input" id="search" type="search" name="q" placeholder={w.label} />
          <button type="submit" class="button primary">
            <Icon name="search" />
            <span class="screen-only">{w.go}</span>
          </button>
        </form>
      </search>
      <a class="search-link" href={href({ lang }, '/search')}>
        <Icon name="search" /> {w.go}
      </a>
    </>
  )
})

const Languages = ({ view }: Props) => (
  <nav class="languages" aria-label={words(view).language}>
    <ul>
      {view.languages.map((lang) => (
        <li>
          <a
            href={href({ lang }, view.path) + view.query}
            lang={lang}
            hreflang={lang}
            aria-current={lang === view.lang ? 'true' : undefined}
          >
            {languageName(lang)}
          </a>
        </li>
      ))}
    </ul>
  </nav>
)

const DisplaySettings = ({ view }: Props) => (
  <details class="display">
    <summary>
      <Icon name="display" /> {words(view).display.title}
    </summary>
    <form method="post" action={href(view, '/prefs')}>
      <input type="hidden" name="_csrf" value={view.csrf} />
      <input type="hidden" name="back" value={href(view, view.path) + view.query} />
      <Settings lang={view.lang} prefs={view.prefs} />
    </form>
  </details>
)

const Settings = still(({ lang, prefs }: Pick<View, 'lang' | 'prefs'>) => {
  const w = words({ lang }).display
  return (
    <>
      <Setting name="theme" label={w.theme} options={w.themes} now={prefs.theme} />
      <Setting name="contrast" label={w.contrast} options={w.contrasts} now={prefs.contrast} />
      <Setting name="text" label={w.text} options={w.texts} now={prefs.text} />
      <Button small>{w.save}</Button>
    </>
  )
})

const Setting = (props: { name: string; label: string; options: Record<string, string>; now: string }) => (
  <fieldset>
    <legend>{props.label}</legend>
    {Object.entries(props.options).map(([value, label]) => (
      <label>
        <input type="radio" name={props.name} value={value} checked={value === props.now} /> {label}
      </label>
    ))}
  </fieldset>
)

const Account = ({ view }: Props) => {
  const w = words(view).account
  const { viewer } = view
  if (viewer.kind === 'anonymous')
    return (
      <a
        class="account"
        href={`${href(view, '/sign-in')}?${new URLSearchParams({ to: href(view, view.path) + view.query })}`}
      >
        {w.signIn}
      </a>
    )
  return (
    <div class="account">
      <a href={href(view, '/me')}>
        <span>
          <WithName says={w.mine} name={viewer.name} />
        </span>
      </a>
      <a href={href(view, '/notices')}>{w.notices(view.unread ?? 0)}</a>
      <PostButton view={view} action={href(view, '/sign-out')} kind="quiet" small>
        {w.signOut}
      </PostButton>
    </div>
  )
}

const DemoBand = ({ view }: Props) => (
  <div class="band demo">
    <p class="frame">
      {words(view).demo} <a href={href(view, '/demo')}>{words(view).demoCast}</a>
    </p>
  </div>
)

const ActingBand = ({ view }: Props) => {
  const { viewer } = view
  const w = words(view).account
  if (viewer.kind !== 'person' || !viewer.actingFor) return null
  return (
    <div class="band acting" role="status">
      <div class="frame">
        <p>
          <WithName says={w.actingFor} name={viewer.actingFor.name} />
        </p>
        <PostButton view={view} action={href(view, '/desk/people/help/end')} kind="secondary" small>
          {w.stopActing}
        </PostButton>
      </div>
    </div>
  )
}
