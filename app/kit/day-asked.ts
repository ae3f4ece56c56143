import { z } from 'zod'
import { type Day, dayAt } from './time.ts'
import type { View } from './view.ts'
import type { Ctx } from './web.ts'

/** The day in the city on which a page is looked at. */
export const todayOf = (view: Pick<View, 'at' | 'timeZone'>): Day => dayAt(view.at, view.timeZone)

/** What a page that can show any day may be asked: `?on=2014-05-17`. */
export const onAnyDay = z.object({ on: z.iso.date().optional() })

/** The day a page is asked to show; today when it names none that exists. */
export function dayAsked(c: Ctx): Day {
  const { data } = onAnyDay.safeParse(c.req.query())
  return data?.on ? Temporal.PlainDate.from(data.on) : todayOf(c.var.view)
}
