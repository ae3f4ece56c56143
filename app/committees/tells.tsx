import type { City } from '#kit/city.ts'
import type { Ref } from '#kit/ref.ts'
import type { Told } from '#kit/room.ts'
import type { View } from '#kit/view.ts'
import { href } from '#ui/href.ts'
import { StructuredList } from '#ui/lists.tsx'
import { AcceptanceBadge } from './recommendation.parts.tsx'
import { refOfRecommendation } from './recommendation.ts'
import { recommendationsAbout } from './recommendations.reads.ts'

const title = { en: 'What committees recommended', ko: '위원회가 권고한 일' }

/** On the page of an article: what committees recommended about it, or about something that serves it. */
export async function tells({ reads }: City, view: View, about: Ref): Promise<Told | undefined> {
  const rows = await recommendationsAbout(reads, about, 3)
  if (rows.length === 0) return undefined
  return {
    title,
    order: 60,
    shows: (
      <StructuredList
        items={rows.map((each) => ({
          title: each.title,
          lang: each.lang,
          href: href(view, `/${refOfRecommendation(each)}`),
          badges: <AcceptanceBadge view={view} of={each} />,
        }))}
      />
    ),
  }
}
