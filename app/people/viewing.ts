import { NotFound } from '#kit/found.ts'
import { Refusal } from '#kit/refusal.ts'
import type { Viewer } from '#kit/view.ts'
import type { Ctx } from '#kit/web.ts'

type Known = Viewer & { kind: 'person' }

/** The viewer of a path that only a signed-in person reaches. */
export function personOfViewer(c: Ctx): Known {
  const { viewer } = c.var.view
  if (viewer.kind !== 'person') throw new NotFound()
  return viewer
}

/** The same where a clerk must not stand in for somebody: keys, closing, other devices. */
export function oneself(c: Ctx): Known {
  const viewer = personOfViewer(c)
  if (viewer.actingFor) throw new Refusal('people.not-while-helping')
  return viewer
}
