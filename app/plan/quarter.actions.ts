import { createHash } from 'node:crypto'
import { and, desc, eq } from 'drizzle-orm'
import {
  askHelpWithin,
  type CommitmentLine,
  commitmentsFrom,
  reachWithin,
  reportWithin,
} from '#commitments/index.ts'
import { canonical } from '#kit/canonical.ts'
import type { City } from '#kit/city.ts'
import type { Kept } from '#kit/files.ts'
import { found } from '#kit/found.ts'
import { idOf } from '#kit/ref.ts'
import { Refusal } from '#kit/refusal.ts'
import { dayAt, type Instant } from '#kit/time.ts'
import type { Lang } from '#kit/words.ts'
import { type Entry, follow } from '#record/index.ts'
import { aboutAction } from './action.ts'
import { actionEntry, type By, holdersNow, type OnAction, onAction } from './on-action.actions.ts'
import { aboutTask } from './plan.ts'
import { counts, endOfQuarter, isAfter, type Obstacle } from './quarter.ts'
import { quarters } from './tables.ts'

/** What a lead says at the end of a quarter. */
export type QuarterSaid = {
  reached: number
  text: string
  lang: Lang
  obstacle: Obstacle
  links: readonly string[]
  files: readonly Kept[]
  /** The numbers of the milestones that were reached. */
  milestones: readonly number[]
  help?: { of: string; text: string } | undefined
}

/**
 * Reports on a quarter, or corrects what was reported: what was said before stays. The promise that the action became
 * reports the same in the same act, reaches its milestones and asks for help, so that there is one follow-up for all.
 */
export const reportQuarter = (
  city: City,
  by: By,
  id: number,
  quarter: number,
  said: QuarterSaid,
): Promise<void> =>
  onAction(city, by, id, async (on) => {
    const { tx, at, action, today } = on
    const promise = await promiseOf(on)
    const { id: commitment } = promise
    if (!holdersNow(on.bodies, [promise.lead, ...promise.joint], today).includes(by.as))
      throw new Refusal('plans.not-yours')
    if (isAfter(endOfQuarter(action.year, quarter), today)) throw new Refusal('plans.quarter-ahead')
    const once = digestOf(by, quarter, said)
    const before = await lastOf(on, quarter)
    if (before?.once === once) throw new Refusal('plans.sent-already')
    if (!before) checkCounts(on, promise, quarter)
    const { text, lang, links, files, reached, obstacle } = said
    const within = { city, tx, at }
    const report = await reportWithin(within, by, commitment, { text, lang, links, files })
    const bare = { lang, links: [], files: [] }
    const more: Entry[] = []
    for (const no of said.milestones)
      more.push(await reachWithin(within, by, commitment, no, { ...bare, text }))
    if (said.help)
      more.push(await askHelpWithin(within, by, commitment, said.help.of, { ...bare, text: said.help.text }))
    const step = Number(report.facts?.step)
    const no = (before?.no ?? 0) + 1
    const { as: body, person } = by
    const value = { action: id, quarter, no, body, reached, text, lang, obstacle, step, once, person, at }
    await tx.insert(quarters).values(value)
    await follow(tx, by.person, aboutAction(on.task, id), at)
    const what = before ? 'plans.quarter-corrected' : 'plans.quarter-reported'
    return [await actionEntry(on, what, { quarter, reached }), report, ...more]
  })

async function lastOf({ tx, action }: OnAction, quarter: number) {
  const [last] = await tx
    .select({ no: quarters.no, once: quarters.once })
    .from(quarters)
    .where(and(eq(quarters.action, action.id), eq(quarters.quarter, quarter)))
    .orderBy(desc(quarters.no))
    .limit(1)
  return last
}

/** What the action became. @throws Refusal where not all its leads have agreed */
async function promiseOf({ tx, action, task }: OnAction): Promise<CommitmentLine> {
  if (!action.commitment) throw new Refusal('plans.not-agreed')
  const id = Number(idOf(action.commitment))
  return found((await commitmentsFrom(tx, aboutTask(task))).find((each) => each.id === id))
}

/** @throws Refusal where nothing is to be reported on a quarter */
function checkCounts({ city, action }: OnAction, promise: CommitmentLine, quarter: number): void {
  const day = (at: Instant | null) => (at ? dayAt(at, city.facts.timeZone) : null)
  const endedOn = day(promise.stoppedAt ?? promise.doneAt)
  if (!counts({ year: action.year, agreedOn: day(action.agreedAt), endedOn }, quarter))
    throw new Refusal('plans.quarter-not-owed')
}

const digestOf = (by: By, quarter: number, { files, ...said }: QuarterSaid): string =>
  createHash('sha256')
    .update(
      canonical(
        JSON.parse(JSON.stringify({ by, quarter, ...said, files: files.map((each) => each.digest) })),
      ),
    )
    .digest('hex')
