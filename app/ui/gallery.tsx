import type { View } from '#kit/view.ts'
import { show } from './example.ts'
import { InPageNav } from './navigation.tsx'
import { Page } from './page.tsx'
import { parts } from './parts.ts'
import { themes } from './tokens.ts'
import { words } from './words.ts'

/** Every component with its examples, for those who build pages and those who check them. */
export const Gallery = ({ view }: { view: View }) => {
  const w = words(view).gallery
  const names = Object.keys(parts)
  return (
    <Page
      view={view}
      title={w.title}
      lead={w.lead}
      noindex
      aside={
        <InPageNav
          view={view}
          title={w.title}
          items={['colours', ...names].map((id) => ({ id, label: id }))}
        />
      }
    >
      <section id="colours" class="gallery-part">
        <h2>{w.colours}</h2>
        <Colours />
      </section>
      {names.map((name) => (
        <section id={name} class="gallery-part">
          <h2>{name}</h2>
          {Object.entries(parts[name]!).map(([title, example]) => (
            <div class="gallery-example">
              <p class="gallery-name">{title}</p>
              {show(example, view)}
            </div>
          ))}
        </section>
      ))}
    </Page>
  )
}

const Colours = () => (
  <ul class="gallery-colours">
    {[...Object.keys(themes.light), 'c1', 'c2', 'c3', 'c4', 'c5', 'q0', 'q1', 'q2', 'q3', 'q4'].map(
      (token) => (
        <li>
          <svg viewBox="0 0 40 24" aria-hidden="true">
            <rect width="40" height="24" fill={`var(--${token})`} />
          </svg>{' '}
          {token}
        </li>
      ),
    )}
  </ul>
)
