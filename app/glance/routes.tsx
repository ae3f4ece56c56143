import type { CityFiles } from '#city/index.ts'
import { anyone } from '#kit/audience.ts'
import { list } from '#kit/list.ts'
import { routes } from '#kit/routes.ts'
import { say } from '#kit/words.ts'
import { lastCheckpoint } from '#record/index.ts'
import { GlancePage } from './pages.tsx'
import { words } from './words.ts'

export function glanceRoutes(files: CityFiles) {
  const { districts, milestones, profile } = files
  const counts = {
    articles: files.instruments.find((each) => each.kind === 'charter')?.articles.length ?? 0,
    bodies: files.bodies.length,
    committees: files.committees.length,
  }
  const page = routes()
  list<CityFiles['milestones'][number]>(page, {
    path: '/city',
    audience: anyone,
    summary: 'The milestones of the city’s human rights history',
    columns: [
      { key: 'date', label: (view) => words(view).when, value: (row) => row.date },
      { key: 'precision', label: (view) => words(view).when, value: (row) => row.precision },
      { key: 'kind', label: (view) => words(view).kind, value: (row) => row.kind },
      {
        key: 'title',
        label: (view) => words(view).milestone,
        value: (row, view) => say(row.title, view.lang, view.languages).text,
      },
      { key: 'verification', label: (view) => words(view).kind, value: (row) => row.verification },
    ],
    read: async () => ({ rows: milestones, next: undefined }),
    page: async (c) =>
      c.html(
        <GlancePage
          view={c.var.view}
          counts={{ ...counts, entries: (await lastCheckpoint(c.var.city.reads))?.size ?? 0 }}
          districts={districts}
          milestones={milestones.toReversed()}
          attribution={profile.attribution}
        />,
      ),
  })
  return page
}
