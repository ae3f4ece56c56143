import { z } from 'zod'
import { staff } from '#kit/audience.ts'
import { form } from '#kit/form.ts'
import type { Room } from '#kit/room.ts'
import { routes } from '#kit/routes.ts'
import type { View } from '#kit/view.ts'
import type { Ctx } from '#kit/web.ts'
import { href } from '#ui/href.ts'
import { chooseLetters, isWritten, waitingAt, wantsLetters } from './letters.actions.ts'
import { DeskPage } from './pages.tsx'

/** Gathers what waits in every room; the rooms are asked late, because they include this one. */
export function deskRoutes(rooms: () => readonly Room[]) {
  const desk = async (c: Ctx) => {
    const { city, view } = c.var
    const { viewer } = view
    return c.html(
      <DeskPage
        view={view}
        waiting={await waitingAt(rooms(), city, viewer)}
        tools={toolsFor(view, rooms())}
        letters={
          viewer.kind === 'person' && isWritten.admits(viewer)
            ? await wantsLetters(city.reads, viewer.id)
            : undefined
        }
      />,
    )
  }
  const wanted = z.object({ wanted: z.enum(['yes', 'no']) })
  return routes()
    .get('/desk', staff, desk)
    .post('/desk/letters', isWritten, form(wanted, desk), async (c, { wanted }) => {
      const { city, view } = c.var
      if (view.viewer.kind === 'person') await chooseLetters(city, view.viewer.id, wanted === 'yes')
      return c.redirect(href(view, '/desk'), 303)
    })
}

/** Whoever a path is declared for sees the door to it. */
function toolsFor({ viewer }: View, rooms: readonly Room[]) {
  const declared = rooms.flatMap((room) => room.routes).flatMap((each) => each.declared)
  const opens = (path: string) => declared.some((each) => each.path === path && each.audience.admits(viewer))
  return rooms.flatMap((room) => room.tools ?? []).filter(({ path }) => opens(path))
}
