import { allBodies, allDistricts, nameOf, versionOn } from '#bodies/index.ts'
import { articleName, charterArticles } from '#charter/index.ts'
import type { City } from '#kit/city.ts'
import { todayOf } from '#kit/day-asked.ts'
import type { View } from '#kit/view.ts'
import { plain } from '#kit/words.ts'
import type { Choices } from './pledge.pages.tsx'

/** What a pledge can name today, for `<PledgeFields>`. */
export async function pledgeChoices({ reads, facts }: City, view: View): Promise<Choices> {
  const today = todayOf(view)
  const bodies = await allBodies(reads)
  const districts = await allDistricts(reads)
  const articles = await charterArticles(reads)
  return {
    bodies: [...bodies.values()]
      .filter((body) => body.kind !== 'council' && versionOn(body, today))
      .map(({ key }) => ({ value: key, label: nameOf(view, bodies, key, today) }))
      .sort((a, b) => a.label.localeCompare(b.label, view.lang)),
    articles: articles.map(({ about, no, title }) => ({
      value: about,
      label: `${articleName(view, no)} ${plain(title, view)}`,
    })),
    groups: facts.subjects.groups.map(({ key, label }) => ({ value: key, label: plain(label, view) })),
    districts: districts.map(({ key, name }) => ({ value: key, label: plain(name, view) })),
  }
}
