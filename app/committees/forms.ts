import type { PublicForm } from '#kit/room.ts'
import type { Item, Sitting } from './sitting.ts'

/** A sitting as everybody may see it: of what was closed to the public, only that and why. */
export function sittingForm(sitting: Sitting): PublicForm {
  const { id: _, items, attendance, published, startsAt, calledAt, papersAt, cancelledAt, ...plain } = sitting
  return {
    ...plain,
    startsAt: String(startsAt),
    calledAt: String(calledAt),
    papersAt: papersAt && String(papersAt),
    cancelledAt: cancelledAt && String(cancelledAt),
    attendance,
    items: items.map(openItem),
    minutes: published && { ...published, at: String(published.at) },
  }
}

/** An item without what the public may not follow. */
export function openItem({ decidedAt, ...item }: Item) {
  const shown = { ...item, decidedAt: decidedAt && String(decidedAt) }
  return item.closed
    ? {
        ...shown,
        about: null,
        title: null,
        text: null,
        decision: null,
        recusals: [],
        named: null,
        recommendedTo: null,
      }
    : shown
}
