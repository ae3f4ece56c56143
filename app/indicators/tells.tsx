import type { City } from '#kit/city.ts'
import { type Ref, roomOf } from '#kit/ref.ts'
import type { Told } from '#kit/room.ts'
import type { View } from '#kit/view.ts'
import { href } from '#ui/href.ts'
import { changes } from './change.ts'
import { linesWhere } from './lines.reads.ts'
import { IndicatorLines } from './parts.tsx'
import { ofArticle } from './reads.ts'
import { en } from './words.en.ts'
import { ko } from './words.ko.ts'
import { words } from './words.ts'

const shown = 4

/** What is measured of a right, what became worse first. */
export async function tells(city: City, view: View, about: Ref): Promise<Told | undefined> {
  if (roomOf(about) !== 'charter') return undefined
  const lines = await linesWhere(city.reads, city.facts, ofArticle(about), view.at)
  if (lines.length === 0) return undefined
  const rank = (is: (typeof changes)[number]) => changes.indexOf(is)
  const worstFirst = lines.toSorted((a, b) => rank(a.change.is) - rank(b.change.is))
  return {
    title: { en: en.told, ko: ko.told },
    order: 20,
    shows: (
      <>
        <IndicatorLines view={view} lines={worstFirst.slice(0, shown)} />
        {lines.length > shown && (
          <p>
            <a href={href(view, `/indicators?article=${about}`)}>{words(view).toldAll(lines.length)}</a>
          </p>
        )}
      </>
    ),
  }
}
