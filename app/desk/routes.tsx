import { staff } from '#kit/audience.ts'
import type { Room } from '#kit/room.ts'
import { routes } from '#kit/routes.ts'
import type { View } from '#kit/view.ts'
import { DeskPage } from './pages.tsx'

/** Gathers what waits in every room; the rooms are asked late, because they include this one. */
export const deskRoutes = (rooms: () => readonly Room[]) =>
  routes().get('/desk', staff, async (c) => {
    const { city, view } = c.var
    const asked = rooms().flatMap((room) => room.waiting?.(city, view.viewer) ?? [])
    const waiting = (await Promise.all(asked)).flat()
    return c.html(<DeskPage view={view} waiting={waiting} tools={toolsFor(view, rooms())} />)
  })

/** Whoever a path is declared for sees the door to it. */
function toolsFor({ viewer }: View, rooms: readonly Room[]) {
  const declared = rooms.flatMap((room) => room.routes).flatMap((each) => each.declared)
  const opens = (path: string) => declared.some((each) => each.path === path && each.audience.admits(viewer))
  return rooms.flatMap((room) => room.tools ?? []).filter(({ path }) => opens(path))
}
