import type { Ref } from '#kit/ref.ts'
import type { Ctx } from '#kit/web.ts'
import { followOf, type How } from '#record/index.ts'
import { subjectOf } from './identify.ts'

/** How the viewer, or the one they act for, follows a thing, if they do. */
export async function followed(c: Ctx, about: Ref): Promise<How | undefined> {
  const { viewer } = c.var.view
  return viewer.kind === 'person' ? followOf(c.var.city.reads, subjectOf(viewer), about) : undefined
}
