import type { City } from '#kit/city.ts'
import type { Waiting } from '#kit/room.ts'
import { startOf } from '#kit/time.ts'
import type { Viewer } from '#kit/view.ts'
import type { Localized } from '#kit/words.ts'
import { deskOf } from './desk.reads.ts'
import type { IndicatorLine } from './line.ts'
import { en, type Words } from './words.desk.en.ts'
import { ko } from './words.desk.ko.ts'

/** Values that somebody has to enter, check, approve or publish. */
export async function waiting(city: City, viewer: Viewer): Promise<Waiting[]> {
  const desk = await deskOf(city, viewer)
  const title = (what: keyof Words['waits']) => ({ en: en.waits[what], ko: ko.waits[what] })
  return [
    ...desk.returned.map(
      ({ release, doc }): Waiting => ({
        title: title('returned'),
        of: doc.title,
        href: `/desk/indicators/releases/${release.id}`,
        turn: 'mine',
      }),
    ),
    ...inFew(desk.due).map(
      ({ lines, of, href }): Waiting => ({
        title: title(lines[0]!.owed!.late > 0 ? 'late' : 'due'),
        of,
        href,
        dueAt: startOf(lines[0]!.owed!.dueOn.add({ days: 1 }), city.facts.timeZone),
        turn: 'mine',
      }),
    ),
    ...desk.onTheirWay.map(
      ({ release, doc, step, mine }): Waiting => ({
        title: title(step),
        of: doc.title,
        href: `/desk/indicators/releases/${release.id}`,
        turn: mine ? 'mine' : 'others',
      }),
    ),
  ]
}

/** As many as stand one by one among everything else that waits. */
const few = 5

/** Each with its form; where they are many, all of them in one line that leads to their list. */
function inFew(
  due: readonly IndicatorLine[],
): { lines: readonly IndicatorLine[]; of: Localized; href: string }[] {
  if (due.length <= few)
    return due.map((line) => ({
      lines: [line],
      of: line.doc.title,
      href: `/desk/indicators/${line.key}/values`,
    }))
  const of = { en: en.several(due.length), ko: ko.several(due.length) }
  return [{ lines: due, of, href: '/desk/indicators' }]
}
