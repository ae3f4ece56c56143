import { allBodies, shownOn } from '#bodies/index.ts'
import { holds } from '#kit/audience.ts'
import type { City } from '#kit/city.ts'
import type { Waiting } from '#kit/room.ts'
import { dayAt, startOf } from '#kit/time.ts'
import type { Viewer } from '#kit/view.ts'
import { chargesOf } from '#people/index.ts'
import { noteOf } from './desk.reads.ts'
import { endingDays } from './officers.ts'
import { en } from './words.en.ts'
import { ko } from './words.ko.ts'

/** That a term ends and nothing was left to whoever comes after; all else is told by the rooms that keep it. */
export async function waiting(city: City, viewer: Viewer): Promise<Waiting[]> {
  if (viewer.kind !== 'person' || !holds(viewer, 'hr-officer')) return []
  const { timeZone } = city.facts
  const today = dayAt(city.clock.now(), timeZone)
  const charges = await chargesOf(city.reads, viewer.id, today)
  const ending = charges.flatMap(({ role, body, until }) =>
    role === 'hr-officer' && until && Temporal.PlainDate.compare(until, today.add({ days: endingDays })) <= 0
      ? [{ body, until }]
      : [],
  )
  if (ending.length === 0) return []
  const bodies = await allBodies(city.reads)
  const found: Waiting[] = []
  for (const { body, until } of ending) {
    const note = await noteOf(city.reads, body)
    const since = until.subtract({ days: endingDays })
    if (note && Temporal.PlainDate.compare(dayAt(note.at, timeZone), since) >= 0) continue
    const known = bodies.get(body)
    found.push({
      title: { en: en.department.waits, ko: ko.department.waits },
      ...(known && { of: shownOn(known, today).name }),
      href: `/desk/tower/departments/${body}`,
      dueAt: startOf(until.add({ days: 1 }), timeZone),
      turn: 'mine',
    })
  }
  return found
}
