import type { Ref } from '#kit/ref.ts'
import type { Writing } from './writing.routes.ts'

/** How long each answer may be. */
export const most = { title: 100, text: 10_000, name: 80, reach: 200, laneReason: 1000 } as const

/** What stands among the articles for "none of them, or I do not know". */
export const noArticle = 'none'

/** The articles that were confirmed. */
export const articlesIn = ({ articles }: Pick<Writing, 'articles'>): Ref[] =>
  articles.filter((each): each is Ref => each !== noArticle)
