import { instant } from '#kit/dates.ts'
import type { View } from '#kit/view.ts'
import { say } from '#kit/words.ts'
import { Mark } from './brand.tsx'
import { href } from './href.ts'
import { still } from './still.ts'
import { PrintOnly } from './text.tsx'
import { type Seen, words } from './words.ts'

export const Footer = ({ view }: { view: View }) => {
  const w = words(view).footer
  const { checkpoint, attribution, contact } = view.footer ?? {}
  return (
    <footer class="footer">
      <div class="frame">
        <p class="footer-city">
          <Mark size={32} /> {say(view.cityName, view.lang, view.languages).text}
        </p>
        <Links lang={view.lang} />
        {contact && <p>{contact}</p>}
        {checkpoint && (
          <p>
            {w.checkpoint(
              checkpoint.size.toLocaleString(view.lang),
              instant(checkpoint.at, view.lang, view.timeZone),
            )}{' '}
            <a href={href(view, '/record')}>{w.verify}</a>
          </p>
        )}
        {attribution && <p>{attribution}</p>}
        <p>{w.software}</p>
        <PrintOnly>
          {w.printed(
            view.baseUrl + href(view, view.path) + view.query,
            instant(view.at, view.lang, view.timeZone),
          )}
        </PrintOnly>
      </div>
    </footer>
  )
}

const Links = still(({ lang }: Seen) => {
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
})
