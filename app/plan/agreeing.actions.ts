import { asc, eq } from 'drizzle-orm'
import { versionOn } from '#bodies/index.ts'
import { adopt, type Pledge } from '#commitments/index.ts'
import type { City } from '#kit/city.ts'
import { Refusal } from '#kit/refusal.ts'
import type { Lang } from '#kit/words.ts'
import { type Entry, follow } from '#record/index.ts'
import { aboutAction, leadWords } from './action.ts'
import {
  actionEntry,
  type By,
  checkProposed,
  entriesOf,
  holdersNow,
  type OnAction,
  onAction,
} from './on-action.actions.ts'
import { aboutTask } from './plan.ts'
import { isAfter } from './quarter.ts'
import { actions, agreements } from './tables.ts'

type Word = { agrees: boolean; reason: string; lang: Lang }

/** A lead says yes or, with the reason, no. With the last yes the action is a promise of the city. */
export const agree = (city: City, by: By, id: number, word: Word): Promise<void> =>
  onAction(city, by, id, async (on) => {
    checkProposed(on.action)
    if (!word.agrees && !word.reason) throw new Refusal('plans.reason-missing', {}, 'reason')
    const said = await agreeAs(on, by, word)
    const [first, ...others] = said
    if (!first) throw new Refusal('plans.not-yours')
    return [first, ...others]
  })

/**
 * Takes the word of a body for every lead that it answers for; without a word it is a yes by writing the action.
 * @returns no entries where it answers for none
 */
export async function agreeAs(on: OnAction, by: By, word: Word | undefined): Promise<Entry[]> {
  const { tx, at, action, bodies, today } = on
  const own = action.leads.filter((lead) => holdersNow(bodies, [lead], today).includes(by.as))
  if (own.length === 0) return []
  const before = leadWords(action, await wordsTo(on))
  const says = word === undefined || word.agrees ? 'yes' : 'no'
  if (own.every((lead) => before.find(({ body }) => body === lead)?.says === says))
    throw new Refusal('plans.said-already')
  const { reason = '', lang = action.lang } = word ?? {}
  await tx.insert(agreements).values(
    own.map((body) => ({
      action: action.id,
      wording: action.wording,
      body,
      agrees: says === 'yes',
      reason,
      lang,
      person: by.person,
      at,
    })),
  )
  await follow(tx, by.person, aboutAction(on.task, action.id), at)
  if (says === 'no') return entriesOf(on, 'plans.action-declined')
  const now = leadWords(action, await wordsTo(on))
  return now.every((each) => each.says === 'yes')
    ? promised(on)
    : [await actionEntry(on, 'plans.action-agreed-one')]
}

const wordsTo = ({ tx, action }: OnAction) =>
  tx.select().from(agreements).where(eq(agreements.action, action.id)).orderBy(asc(agreements.id))

/** Makes a commitment of an action to which all its leads have agreed. */
async function promised(on: OnAction): Promise<Entry[]> {
  const { city, tx, at, task, action } = on
  const origin = { about: aboutTask(task), title: task.title }
  const { refs, entries } = await adopt(city, tx, at, origin, [pledgeOf(on)])
  const [now] = await tx
    .update(actions)
    .set({ agreedAt: at, commitment: refs[0]! })
    .where(eq(actions.id, action.id))
    .returning()
  return [await actionEntry({ ...on, action: now! }, 'plans.action-agreed'), ...entries]
}

function pledgeOf({ action, task, bodies, today }: OnAction): Pledge {
  const { title, lang, leads, startsOn, dueOn, cost, milestones } = action
  const [lead = '', ...joint] = leads
  const stands = (key: string) => {
    const body = bodies.get(key)
    return body !== undefined && versionOn(body, today) !== undefined
  }
  return {
    kind: 'new',
    title,
    text: `${action.text}\n\n${action.measure}: ${action.target}`,
    lang,
    lead,
    joint,
    supporting: holdersNow(bodies, task.supporting, today).filter(
      (each) => stands(each) && !leads.includes(each),
    ),
    startsOn: isAfter(startsOn, dueOn) ? dueOn : startsOn,
    dueOn,
    cost: cost === 0 ? 'none' : { amount: cost },
    milestones: milestones.map((each) => ({ ...each, dueOn: Temporal.PlainDate.from(each.dueOn) })),
    articles: task.articles,
    groups: task.groups,
    districts: [],
  }
}
