import { holds, staff } from '#kit/audience.ts'
import type { Room } from '#kit/room.ts'
import { routes } from '#kit/routes.ts'
import type { View } from '#kit/view.ts'
import { href } from '#ui/href.ts'
import { DeskPage } from './pages.tsx'
import { words } from './words.ts'

/** Gathers what waits in every room; the rooms are asked late, because they include this one. */
export const deskRoutes = (rooms: () => readonly Room[]) =>
  routes().get('/desk', staff, async (c) => {
    const { city, view } = c.var
    const asked = rooms().flatMap((room) => room.waiting?.(city, view.viewer) ?? [])
    const waiting = (await Promise.all(asked)).flat()
    return c.html(<DeskPage view={view} waiting={waiting} tools={toolsOf(view)} />)
  })

function toolsOf(view: View) {
  const w = words(view)
  return [
    ...(holds(view.viewer, 'accounts', 'clerk', 'attestor', 'auditor')
      ? [{ href: href(view, '/desk/people'), label: w.people }]
      : []),
    ...(holds(view.viewer, 'secretary')
      ? [{ href: href(view, '/desk/committees'), label: w.committees }]
      : []),
  ]
}
