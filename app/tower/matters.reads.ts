import { allBodies, type Bodies, holdersOf } from '#bodies/index.ts'
import {
  type CommitmentLine,
  openRequests,
  owedPromises,
  type RequestLine,
  silentPromises,
} from '#commitments/index.ts'
import { acceptanceOf, owedRecommendations, refOfRecommendation } from '#committees/index.ts'
import { indicatorChoices, indicatorLines } from '#indicators/index.ts'
import type { City } from '#kit/city.ts'
import { ref } from '#kit/ref.ts'
import { type Day, dayAt, type Instant } from '#kit/time.ts'
import { owedPetitions } from '#petitions/index.ts'
import { byUrgency, type Matter, soonDays } from './matter.ts'
import { planMatters } from './matters.plan.reads.ts'

/** At most so much of each kind is looked at together; the lists of each room have all. */
const most = 300

/** The moment, the bodies as they are today, and whose matters are wanted: everybody's where none are named. */
export type Asked = {
  city: City
  at: Instant
  today: Day
  bodies: Bodies
  /** Bodies with all those whose duties came to them. */
  keys: readonly string[] | undefined
  until: Instant
}

/** What the city's bodies owe and what falls due soon, of all of them or of some. */
export async function mattersOf(city: City, own?: readonly string[]): Promise<Matter[]> {
  const at = city.clock.now()
  const today = dayAt(at, city.facts.timeZone)
  const bodies = await allBodies(city.reads)
  const holds = (key: string) => holdersOf(bodies, key, today).some((each) => own?.includes(each.key))
  const keys = own && [...bodies.keys()].filter(holds)
  const until = at.add({ hours: 24 * soonDays })
  const asked: Asked = { city, at, today, bodies, keys, until }
  const found: Matter[] = []
  for (const find of [planMatters, dataOf, petitionsOf, promisesOf, recommendationsOf, requestsOf])
    found.push(...(await find(asked)))
  return found.filter((each) => !own || each.bodies.some((body) => own.includes(body))).toSorted(byUrgency)
}

/** Who answers today for what these bodies owed. */
export const answering = (
  { bodies, today }: Pick<Asked, 'bodies' | 'today'>,
  ...keys: string[]
): string[] => [...new Set(keys.flatMap((key) => holdersOf(bodies, key, today).map((each) => each.key)))]

/** The last day before a moment from which something is late. */
const lastDay = (late: Instant, { city }: Pick<Asked, 'city'>): Day =>
  dayAt(late.subtract({ nanoseconds: 1 }), city.facts.timeZone)

async function dataOf(asked: Asked): Promise<Matter[]> {
  const { city, at } = asked
  const keys = (await indicatorChoices(city.reads)).map(({ key }) => key)
  const lines = await indicatorLines(city.reads, city.facts, keys, at)
  return lines.flatMap(({ key, doc, owed }) =>
    owed
      ? [
          {
            kind: 'data' as const,
            about: ref('indicators', key),
            title: doc.title,
            lang: undefined,
            bodies: doc.owner ? answering(asked, doc.owner) : [],
            dueOn: owed.dueOn,
            form: `/desk/indicators/${key}`,
            count: owed.periods.length,
          },
        ]
      : [],
  )
}

async function petitionsOf(asked: Asked): Promise<Matter[]> {
  const { city, keys, at, until } = asked
  const rows = await owedPetitions(city.reads, { bodies: keys, at, until, limit: most })
  return rows.map(({ id, title, lang, body, dueAt, hiddenAt }) => ({
    kind: 'petition',
    about: ref('petitions', id),
    title: hiddenAt ? { en: `Petition ${id}`, ko: `청원 ${id}` } : { [lang]: title },
    lang: hiddenAt ? undefined : lang,
    bodies: answering(asked, body),
    dueOn: dueAt && lastDay(dueAt, asked),
    form: `/desk/petitions/${id}`,
  }))
}

async function promisesOf(asked: Asked): Promise<Matter[]> {
  const { city, keys, at, until } = asked
  const owed = await owedPromises(city.reads, { bodies: keys, at, until, limit: most })
  const silent = await silentPromises(city.reads, { bodies: keys, at, limit: most })
  const matter = (kind: 'promise' | 'silence', line: CommitmentLine): Matter => ({
    kind,
    about: ref('commitments', line.id),
    title: { [line.lang]: line.title },
    lang: line.lang,
    bodies: answering(asked, line.lead, ...line.joint),
    dueOn: kind === 'promise' ? line.dueOn : line.silentAt && lastDay(line.silentAt, asked),
    form: kind === 'promise' ? `/desk/commitments/${line.id}` : `/desk/commitments/${line.id}/reports`,
  })
  return [...owed.map((each) => matter('promise', each)), ...silent.map((each) => matter('silence', each))]
}

async function recommendationsOf(asked: Asked): Promise<Matter[]> {
  const { city, today, at } = asked
  const rows = await owedRecommendations(city.reads, today)
  return rows.map((each) => ({
    kind: 'recommendation',
    about: refOfRecommendation(each),
    title: { [each.lang]: each.title },
    lang: each.lang,
    bodies: answering(asked, each.body),
    dueOn: ['waiting', 'overdue'].includes(acceptanceOf(each, at))
      ? each.dueAt && lastDay(each.dueAt, asked)
      : each.reviewOn,
    form: `/desk/recommendations/${each.id}`,
  }))
}

/** Requests that wait for the word of the body that was asked, or of whoever decides between two. */
async function requestsOf(asked: Asked): Promise<Matter[]> {
  const { city, at } = asked
  const open = await openRequests(city.reads, at)
  const decides = city.facts.procedures?.coordination?.to
  const matter = (line: RequestLine, whose: readonly string[], form: string): Matter => ({
    kind: 'request',
    about: ref('commitments', line.commitment),
    title: { [line.titleLang]: line.title },
    lang: line.titleLang,
    bodies: whose,
    dueOn: line.liftAt && lastDay(line.liftAt, asked),
    form: `/desk/commitments/${line.commitment}/${form}?asked=${line.asked}`,
  })
  return open.flatMap((line) => {
    if (line.state === 'lifted' && decides) return [matter(line, answering(asked, decides), 'help-decisions')]
    if (line.state === 'sent' || line.state === 'insisted')
      return [matter(line, answering(asked, line.helper), 'help-answers')]
    return []
  })
}
