import { allBodies } from '#bodies/index.ts'
import type { City } from '#kit/city.ts'
import type { Waiting } from '#kit/room.ts'
import { dayAt, startOf } from '#kit/time.ts'
import type { Viewer } from '#kit/view.ts'
import { type CommitmentLine, titleOf } from './commitment.ts'
import { checkableBy, keysOf, owedBy } from './desk.reads.ts'
import { bodiesOf, checking, doing, type RequestForm, requestDesk } from './desk.standing.ts'
import type { RequestLine } from './requests.reads.ts'
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
  const { turns } = await requestDesk(city, viewer)
  const checks = await checkableBy(city.reads, bodies, apart, today)
  return [
    ...owed.late.map((each) => waits('late', each, '', each.dueAt)),
    ...owed.due.map((each) => waits('due', each, '', each.dueAt)),
    ...owed.silent.map((each) => waits('silent', each, '/reports', each.silentAt ?? undefined)),
    ...owed.sign.map((each) => waits('sign', each, '/signatures', each.dueAt)),
    ...turns
      .filter(({ awaited }) => awaited)
      .map(({ name, request }) => {
        const { commitment, asked, title, titleLang } = request
        const line = { id: commitment, title, lang: titleLang }
        return waits(waitsAs[name], line, `/${name}?asked=${asked}`, dueOf(city, name, request))
      }),
    ...checks.map((each) => waits('check', each, '/checks')),
    ...owed.checks.map((each) => ({ ...waits('checked', each, ''), turn: 'others' as const })),
  ]
}

/** From when on it is late: an answer when others decide it, help promised by a decision after its day. */
function dueOf({ facts }: City, name: RequestForm, { liftAt, dueOn }: RequestLine): Waiting['dueAt'] {
  if (name === 'help-answers') return liftAt ?? undefined
  return name === 'help-results' && dueOn ? startOf(dueOn.add({ days: 1 }), facts.timeZone) : undefined
}

const waitsAs = {
  'help-decisions': 'help-decision',
  'help-answers': 'help',
  'help-results': 'help-result',
  'help-words': 'help-word',
} as const satisfies Record<RequestForm, keyof Words['desk']['waits']>

function waits(
  what: keyof Words['desk']['waits'],
  line: Pick<CommitmentLine, 'id' | 'title' | 'lang'>,
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
