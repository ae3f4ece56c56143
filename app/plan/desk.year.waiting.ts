import type { City } from '#kit/city.ts'
import type { Waiting } from '#kit/room.ts'
import { startOf } from '#kit/time.ts'
import type { Viewer } from '#kit/view.ts'
import { agreedBy } from './action.ts'
import { deskPathOf } from './desk.year.paths.ts'
import { bodiesOf, yearDesk } from './desk.year.reads.ts'
import { en, type YearWords } from './words.year.en.ts'
import { ko } from './words.year.ko.ts'

/** What the year's plan wants of somebody: a word to an action, a report, and of the office what is missing. */
export async function yearWaiting(city: City, viewer: Viewer): Promise<Waiting[]> {
  if (bodiesOf(viewer).length === 0) return []
  const { owed, without, office } = await yearDesk(city, viewer)
  const { timeZone } = city.facts
  const endOf = (day: Temporal.PlainDate | null | undefined) =>
    day ? { dueAt: startOf(day.add({ days: 1 }), timeZone) } : {}
  return [
    ...owed.reports.map(({ line: { action }, quarter }) => ({
      ...titled((w) => w.report(quarter.quarter)),
      of: { [action.lang]: action.title },
      href: deskPathOf.quarter(action.id, quarter.quarter),
      ...endOf(quarter.dueOn),
    })),
    ...owed.agreements.map(({ line: { action } }) => ({
      ...titled((w) => w.agree),
      of: { [action.lang]: action.title },
      href: deskPathOf.agreement(action.id),
      ...endOf(agreedBy(city.facts, action.year)),
    })),
    ...without.map(({ plan, year, tasks }) => ({
      ...titled((w) => w.write(tasks.length, year)),
      of: plan.doc.title,
      href: '/desk/year',
      ...endOf(agreedBy(city.facts, year)),
    })),
    ...(office?.untold ?? []).map(({ plan, year }) => ({
      ...titled((w) => w.tell(year)),
      of: plan.doc.title,
      href: deskPathOf.tell(plan.key, year),
    })),
    ...(office && office.missing.length > 0
      ? [
          {
            ...titled((w) => w.missing(office.missing.length)),
            href: '/desk/year',
            turn: 'others' as const,
          },
        ]
      : []),
  ]
}

const titled = (of: (waits: YearWords['desk']['waits']) => string) => ({
  title: { en: of(en.desk.waits), ko: of(ko.desk.waits) },
  turn: 'mine' as const,
})
