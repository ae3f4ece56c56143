import { anyone } from '#kit/audience.ts'
import { dayAsked } from '#kit/day-asked.ts'
import { found } from '#kit/found.ts'
import { type Ref, ref } from '#kit/ref.ts'
import type { Room } from '#kit/room.ts'
import { routes } from '#kit/routes.ts'
import type { Ctx } from '#kit/web.ts'
import { followed } from '#people/index.ts'
import { FollowBox, historyOf } from '#record/index.ts'
import { ArticlePage } from './article-page.tsx'
import { namesOf } from './named.tsx'
import { allArticles, articlesOf, charter, laws, servicesOf } from './reads.ts'
import { storyTeller } from './stories.tsx'

type Tell = ReturnType<typeof storyTeller>

/** The page of an article; what became of the right is told by every room that knows something of it. */
export function articleRoutes(rooms: () => readonly Room[]) {
  const tell = storyTeller(rooms)
  return routes()
    .get('/charter/:article', anyone, (c) => articlePage(c, ref('charter', c.req.param('article')), tell))
    .get('/law/:law/:article', anyone, async (c) => {
      const own = await charter(c.var.city.reads)
      const article = c.req.param('article')
      if (own?.key === c.req.param('law')) return c.redirect(`/${c.var.view.lang}/charter/${article}`, 301)
      return articlePage(c, ref('law', `${c.req.param('law')}/${article}`), tell)
    })
}

async function articlePage(c: Ctx, about: Ref, tell: Tell): Promise<Response> {
  const { city, view } = c.var
  const { reads } = city
  const articles = await allArticles(reads)
  const provision = await found(articles.get(about))
  const instruments = await laws(reads)
  const law = await found(instruments.find((each) => each.key === provision.instrument))
  const { services, told } = provision.charter
    ? await tell(city, view, about)
    : { services: await servicesOf(reads, about), told: [] }
  return c.html(
    <ArticlePage
      view={view}
      law={law}
      provision={provision}
      on={dayAsked(c)}
      siblings={await articlesOf(reads, law.key)}
      articles={articles}
      services={services}
      stories={told}
      history={await historyOf(reads, about)}
      names={namesOf(instruments)}
      follow={<FollowBox view={view} about={about} how={await followed(c, about)} />}
      takesPetitions={(city.facts.procedures?.petitions.length ?? 0) > 0}
    />,
  )
}
