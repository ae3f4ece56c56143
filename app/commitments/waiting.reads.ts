import { allBodies } from '#bodies/index.ts'
import type { City } from '#kit/city.ts'
import type { Waiting } from '#kit/room.ts'
import { dayAt } from '#kit/time.ts'
import type { Viewer } from '#kit/view.ts'
import { type CommitmentLine, titleOf } from './commitment.ts'
import { checkableBy, helpWantedFrom, keysOf, owedBy } from './desk.reads.ts'
import { bodiesOf, checking, doing } from './desk.standing.ts'
import { en, type Words } from './words.en.ts'
import { ko } from './words.ko.ts'

/** What waits for whoever works on promises or checks them. */
export async function waiting(city: City, viewer: Viewer): Promise<Waiting[]> {
  const [own, apart] = [bodiesOf(viewer, doing), bodiesOf(viewer, checking)]
  if (own.length + apart.length === 0) return []
  const at = city.clock.now()
  const today = dayAt(at, city.facts.timeZone)
  const bodies = await allBodies(city.reads)
  const keys = keysOf(bodies, own, today)
  const owed = await owedBy(city.reads, keys, at)
  const help = await helpWantedFrom(city.reads, keys)
  const checks = await checkableBy(city.reads, bodies, apart, today)
  return [
    ...owed.late.map((each) => waits('late', each, '', each.dueAt)),
    ...owed.due.map((each) => waits('due', each, '', each.dueAt)),
    ...owed.silent.map((each) => waits('silent', each, '/reports', each.silentAt ?? undefined)),
    ...help.map(({ line }) => waits('help', line, '/help-answers')),
    ...checks.map((each) => waits('check', each, '/checks')),
    ...owed.checks.map((each) => ({ ...waits('checked', each, ''), turn: 'others' as const })),
  ]
}

function waits(
  what: keyof Words['desk']['waits'],
  line: CommitmentLine,
  form: string,
  dueAt?: Waiting['dueAt'],
): Waiting {
  return {
    title: { en: en.desk.waits[what], ko: ko.desk.waits[what] },
    of: titleOf(line),
    href: `/desk/commitments/${line.id}${form}`,
    ...(dueAt && { dueAt }),
    turn: 'mine',
  }
}
