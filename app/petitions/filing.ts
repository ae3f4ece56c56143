import type { Problem } from '#kit/form.ts'
import type { Ref } from '#kit/ref.ts'
import type { Way } from './petition.ts'
import type { Writing } from './writing.routes.ts'

/** How long each answer may be. */
export const most = { title: 100, text: 10_000, name: 80, reach: 200, laneReason: 1000 } as const

/** What stands among the articles for "none of them, or I do not know". */
export const noArticle = 'none'

/** The articles that were confirmed. */
export const articlesIn = ({ articles }: Pick<Writing, 'articles'>): Ref[] =>
  articles.filter((each): each is Ref => each !== noArticle)

/** What somebody without an account has not said of themselves yet, all of it at once. */
export function lackingOf(
  way: Way,
  { name, age, agree }: Pick<Writing, 'name' | 'age' | 'agree'>,
): Problem[] {
  if (way !== 'no-account') return []
  const problems: [boolean, string, string][] = [
    [!name, 'name', 'form.missing'],
    [!age, 'age', 'petitions.too-young-alone'],
    [!agree, 'agree', 'petitions.agree-first'],
  ]
  return problems.filter(([lacks]) => lacks).map(([, field, code]) => ({ field, code, facts: {} }))
}
