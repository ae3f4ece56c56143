import { instant } from '#kit/dates.ts'
import { number } from '#kit/numbers.ts'
import type { View } from '#kit/view.ts'
import { say } from '#kit/words.ts'
import { Mark } from './brand.tsx'
import { href } from './href.ts'
import { still } from './still.ts'
import { PrintOnly } from './text.tsx'
import { type Seen, words } from './words.ts'

export const Footer = ({ view }: { view: View }) => {
  const { lang, timeZone } = view
  const { checkpoint, ...rest } = view.footer ?? {}
  return (
    <footer class="footer">
      <div class="frame">
        <Standing
          {...rest}
          lang={lang}
          city={say(view.cityName, lang, view.languages).text}
          checkpoint={
            checkpoint && { size: number(checkpoint.size, lang), at: instant(checkpoint.at, lang, timeZone) }
          }
        />
        <PrintOnly>
          {words(view).footer.printed(
            view.baseUrl + href(view, view.path) + view.query,
            instant(view.at, lang, timeZone),
          )}
        </PrintOnly>
      </div>
    </footer>
  )
}

type Stands = Pick<NonNullable<View['footer']>, 'attribution' | 'contact'> & {
  lang: View['lang']
  city: string
  checkpoint: { size: string; at: string } | undefined
}

/** What stands under every page until the next checkpoint. */
const Standing = still(({ lang, city, contact, checkpoint, attribution }: Stands) => {
  const w = words({ lang }).footer
  return (
    <>
      <p class="footer-city">
        <Mark size={32} /> {city}
      </p>
      <Links lang={lang} />
      {contact && <p>{contact}</p>}
      {checkpoint && (
        <p>
          {w.checkpoint(checkpoint.size, checkpoint.at)} <a href={href({ lang }, '/record')}>{w.verify}</a>
        </p>
      )}
      {attribution && <p>{attribution}</p>}
      <p>{w.software}</p>
    </>
  )
})

const Links = ({ lang }: Seen) => {
  const w = words({ lang }).footer
  const links = [
    ['/about', w.about],
    ['/record', w.record],
    ['/data', w.data],
    ['/accessibility', w.accessibility],
    ['/privacy', w.privacy],
    ['/contact', w.contact],
  ] as const
  return (
    <ul class="footer-links">
      {links.map(([path, label]) => (
        <li>
          <a href={href({ lang }, path)}>{label}</a>
        </li>
      ))}
    </ul>
  )
}
