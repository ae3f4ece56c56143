import { allBodies, type Bodies, shownOn } from '#bodies/index.ts'
import { laws, type Names, namesOf } from '#charter/index.ts'
import { type CommitmentLine, commitmentsFrom } from '#commitments/index.ts'
import { sittingAt } from '#committees/index.ts'
import type { City } from '#kit/city.ts'
import { type Deadline, derivation, dueOn, type Remaining, remaining, type Step } from '#kit/deadline.ts'
import { type Day, dayAt } from '#kit/time.ts'
import { aboutPetition } from './on-petition.actions.ts'
import { limitsOf, shortest } from './petition.clock.ts'
import { runOf } from './petition.run.ts'
import type { Whole } from './reads.ts'

/** One of the time limits that run for a petition, with the arithmetic of it. */
export type Limit = {
  state: Remaining['state'] | 'met'
  /** Left, or too many. */
  days: number
  norm: Deadline['norm']
  due: Day | undefined
  steps: readonly Step[]
  /** Whether it ends first, so that it is the one that counts. */
  holds: boolean
}

/** All that happened to a petition, and what stands around it: what its page and its desk show. */
export type Course = {
  whole: Whole
  bodies: Bodies
  names: Names
  /** None where no answer is owed any more, because it was withdrawn or merged. */
  limits: readonly Limit[]
  commitments: readonly CommitmentLine[]
  sitting: Awaited<ReturnType<typeof sittingAt>>
}

export async function courseOf(city: City, whole: Whole): Promise<Course> {
  const { reads } = city
  const { petition } = whole
  const bodies = await allBodies(reads)
  const { withdrawnAt, mergedAt } = petition
  const commitments = whole.answers.some((each) => each.commitments.length > 0)
    ? await commitmentsFrom(reads, aboutPetition(petition.id))
    : []
  return {
    whole,
    bodies,
    names: namesOf(await laws(reads)),
    limits: withdrawnAt || mergedAt ? [] : limitsNow(city, whole, bodies),
    commitments,
    sitting: petition.reviewIn ? await sittingAt(reads, petition.reviewIn) : undefined,
  }
}

function limitsNow({ facts, clock }: City, whole: Whole, bodies: Bodies): Limit[] {
  const today = dayAt(clock.now(), facts.timeZone)
  const nameOf = (key: string) => {
    const body = bodies.get(key)
    return body ? shownOn(body, today).name : { en: key }
  }
  const all = limitsOf(facts, runOf(whole, nameOf))
  const first = shortest(all, facts.calendar)
  const { answeredAt } = whole.petition
  const on = answeredAt ? dayAt(answeredAt, facts.timeZone) : today
  const limits = all.map((each) => ({
    ...standing(remaining(each, facts.calendar, on), answeredAt !== null),
    norm: each.norm,
    due: dueOn(each, facts.calendar),
    steps: derivation(each, facts.calendar),
    holds: each === first,
  }))
  return limits.toSorted((a, b) => Number(b.holds) - Number(a.holds))
}

/** What was answered in time is met, whatever days were left. */
const standing = (left: Remaining, isAnswered: boolean): Pick<Limit, 'state' | 'days'> =>
  isAnswered && left.state !== 'overdue' ? { state: 'met', days: 0 } : left
