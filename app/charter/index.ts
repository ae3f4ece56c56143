import { ref } from '#kit/ref.ts'
import type { Room } from '#kit/room.ts'
import { articleRoutes } from './article.routes.tsx'
import { allNorms, articleAt, lawByKey } from './reads.ts'
import { charterRoutes } from './routes.tsx'
import { sentences } from './words.ts'

export { serve } from './actions.ts'
export { changes } from './load.ts'
export { Named, type Names, namesOf } from './named.tsx'
export { charter as charterOf, charterArticles, laws, servesArticle, unserved } from './reads.ts'
export { type Valued, valueText } from './value.ts'
export { articleName } from './words.ts'

/** The rights of the city, article by article. */
export const charterRoom = (rooms: () => readonly Room[]): Room => ({
  key: 'charter',
  routes: [charterRoutes, articleRoutes(rooms)],
  sentences,
  published: async (reads, id) => spread((await articleAt(reads, ref('charter', id)))?.article),
})

/** The laws and declarations behind them. */
export const lawRoom: Room = {
  key: 'law',
  routes: [],
  sentences: { en: {} },
  published: async (reads, id) =>
    spread(id.includes('/') ? (await articleAt(reads, ref('law', id)))?.article : await lawByKey(reads, id)),
}

/** The city's rules in numbers. */
export const normsRoom: Room = {
  key: 'norms',
  routes: [],
  sentences: { en: {} },
  published: async (reads, id) => spread((await allNorms(reads)).find((each) => each.key === id)),
}

const spread = (doc: object | undefined) => doc && { ...doc }
