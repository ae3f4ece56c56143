import { allBodies, type Bodies, shownOn } from '#bodies/index.ts'
import { holds, holdsIn } from '#kit/audience.ts'
import type { City } from '#kit/city.ts'
import type { Waiting } from '#kit/room.ts'
import { type Day, dayAt, startOf } from '#kit/time.ts'
import type { Viewer } from '#kit/view.ts'
import { type Localized, say } from '#kit/words.ts'
import { acceptanceOf, type Recommendation } from './recommendation.ts'
import { bodyOf } from './recommendations.desk.tsx'
import { owedRecommendations } from './recommendations.reads.ts'
import { en, type Words } from './words.en.ts'
import { ko } from './words.ko.ts'

/** What a body owes committees, at its desk; and at a committee's desk, who let it wait. */
export async function recommendationsWaiting(city: City, viewer: Viewer): Promise<Waiting[]> {
  if (!holds(viewer, 'officer', 'head', 'secretary')) return []
  const at = city.clock.now()
  const today = dayAt(at, city.facts.timeZone)
  const owed = await owedRecommendations(city.reads, today)
  if (owed.length === 0) return []
  const bodies = await allBodies(city.reads)
  const desk: Desk = { city, bodies, today }
  const late = owed.filter(
    (each) => acceptanceOf(each, at) === 'overdue' && holdsIn(viewer, each.committee, 'secretary'),
  )
  return [
    ...owed.filter((each) => bodyOf(bodies, viewer, each.body, today)).map((each) => toAnswer(desk, each)),
    ...[...Map.groupBy(late, ({ committee }) => committee)].map(([committee, all]) =>
      unanswered(desk, committee, all),
    ),
  ]
}

type Desk = { city: City; bodies: Bodies; today: Day }

function toAnswer(desk: Desk, one: Recommendation): Waiting {
  const { timeZone } = desk.city.facts
  const dueAt = one.answer && one.reviewOn ? startOf(one.reviewOn.add({ days: 1 }), timeZone) : one.dueAt
  return {
    title: said(desk, one.committee, (w, name) => (one.answer ? w.review : w.answer)(name)),
    of: { [one.lang]: one.title },
    href: `/desk/recommendations/${one.id}`,
    ...(dueAt && { dueAt }),
    turn: 'mine',
  }
}

/** One line for all that a committee still waits for, late since the first of them was. */
function unanswered(desk: Desk, committee: string, late: readonly Recommendation[]): Waiting {
  const [dueAt] = late.flatMap((each) => each.dueAt ?? [])
  return {
    title: said(desk, committee, (w, name) => w.unanswered(name, late.length)),
    href: `/committees/recommendations?committee=${committee}&acceptance=overdue`,
    ...(dueAt && { dueAt }),
    turn: 'others',
  }
}

function said(
  { city, bodies, today }: Desk,
  committee: string,
  title: (w: Words['desk']['waiting'], name: string) => string,
): Localized {
  const body = bodies.get(committee)
  const name: Localized = body ? shownOn(body, today).name : { en: committee }
  const inLang = (lang: string, { desk }: Words) =>
    title(desk.waiting, say(name, lang, city.facts.languages).text)
  return { en: inLang('en', en), ko: inLang('ko', ko) }
}
