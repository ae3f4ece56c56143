import { unserved } from '#charter/index.ts'
import { withoutArticle } from '#commitments/index.ts'
import { indicatorChoices } from '#indicators/index.ts'
import type { City } from '#kit/city.ts'
import { ref } from '#kit/ref.ts'
import { aboutTask, tasksFor } from '#plan/index.ts'
import type { Gap, Unlinked } from './unlinked.ts'

/** So many promises at most are shown among the rest; the tracker has all. */
const mostPromises = 1000

/** Everything that is linked to nothing, by what is missing. */
export async function unlinkedIn({ reads }: City): Promise<Unlinked[]> {
  const tasks = await tasksFor(reads, {})
  const indicators = await indicatorChoices(reads)
  const promises = await withoutArticle(reads, { after: undefined, limit: mostPromises })
  const articles = await unserved(reads)
  const measured = new Set(tasks.flatMap((task) => task.indicators))
  const ofTask = (gap: Gap, which: (task: (typeof tasks)[number]) => boolean) =>
    tasks.filter(which).map((task) => ({ gap, about: aboutTask(task), title: task.title }))
  return [
    ...indicators
      .filter(({ key }) => !measured.has(key))
      .map(({ key, label }) => ({
        gap: 'indicator-without-task' as const,
        about: ref('indicators', key),
        title: label,
      })),
    ...ofTask('task-without-indicator', (task) => task.indicators.length === 0),
    ...ofTask('task-without-article', (task) => task.articles.length === 0),
    ...promises.rows.map(({ id, title, lang }) => ({
      gap: 'promise-without-article' as const,
      about: ref('commitments', id),
      title: { [lang]: title },
    })),
    ...articles.map(({ article }) => ({
      gap: 'article-without-anything' as const,
      about: ref('charter', article.no),
      title: article.versions.at(-1)!.title,
    })),
  ]
}
