import type { View } from '#kit/view.ts'
import type { Similar } from '#search/index.ts'
import { href } from '#ui/href.ts'
import { words } from './words.ts'

/** Petitions that ask for something alike, each one press away from being signed. */
export const SimilarOnes = ({ view, similar }: { view: View; similar: readonly Similar[] }) => {
  const w = words(view).check
  return (
    <section class="flow" aria-labelledby="similar">
      <h2 id="similar">{w.similar}</h2>
      {similar.length === 0 ? (
        <p role="status">{w.noSimilar}</p>
      ) : (
        <>
          <p>{w.similarLead}</p>
          <ul>
            {similar.map(({ about, lang, title }) => (
              <li lang={lang}>
                <a href={href(view, `/${about}`)}>{title}</a>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}
