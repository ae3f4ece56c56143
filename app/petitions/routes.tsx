import { routes } from '#kit/routes.ts'
import { addAuthor } from './author.routes.tsx'
import { filingRoutes } from './filing.routes.tsx'
import { addList } from './list.routes.tsx'
import type { Means } from './means.ts'
import { addMine } from './mine.routes.tsx'
import { addPage } from './petition.routes.tsx'
import { addReceipt } from './receipt.routes.tsx'

/** What residents do with petitions. */
export const petitionRoutes = (means: Means) => [
  addMine(addList(routes())),
  filingRoutes(means),
  addAuthor(addReceipt(addPage(routes())), means),
]
