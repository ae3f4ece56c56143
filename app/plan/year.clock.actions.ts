import { and, eq } from 'drizzle-orm'
import type { City } from '#kit/city.ts'
import type { Ref } from '#kit/ref.ts'
import { type Facts, Refusal } from '#kit/refusal.ts'
import { type Day, dayAt } from '#kit/time.ts'
import type { Localized } from '#kit/words.ts'
import { act } from '#record/index.ts'
import { type ActionLine, owedLines } from './action.reads.ts'
import { agreedBy } from './action.ts'
import { aboutPlan, aboutTask } from './plan.ts'
import { isAfter } from './quarter.ts'
import { planByKey } from './reads.ts'
import { told } from './tables.ts'

/** So long before a day those who follow a plan are reminded of it. */
const ahead = { days: 7 }

type Telling = { about: Ref; title: Localized; key: string; what: string; facts: Facts }

/** Reminds of what is due soon, and says in public what is late: each once. */
export async function tellOwed(city: City): Promise<void> {
  const at = city.clock.now()
  const today = dayAt(at, city.facts.timeZone)
  const lines = await owedLines(city.reads, city.facts, at)
  const tellings = [...(await ofPlans(city, lines, today)), ...lines.flatMap((line) => lateReports(line))]
  for (const each of tellings) await tell(city, each)
}

/** What is still to come and what was let pass, one line for each plan and day. */
async function ofPlans(city: City, lines: readonly ActionLine[], today: Day): Promise<Telling[]> {
  const tellings: Telling[] = []
  for (const [key, own] of Map.groupBy(lines, ({ task }) => task.plan)) {
    const plan = await planByKey(city.reads, key)
    if (!plan) continue
    const thing = { about: aboutPlan(key), title: plan.doc.title }
    for (const [year, all] of Map.groupBy(own, ({ action }) => action.year)) {
      const limit = agreedBy(city.facts, year)
      const count = all.filter(
        ({ words, action }) => !action.agreedAt && words.some(({ says }) => says === 'nothing'),
      ).length
      if (limit && count > 0) tellings.push(...dueOrLate(thing, 'agreements', { year, count }, limit, today))
      const open = all.flatMap(({ quarters }) => quarters.filter(({ state }) => state === 'open'))
      for (const [quarter, these] of Map.groupBy(open, (each) => each.quarter)) {
        const due = these[0]!.dueOn
        const facts = { year, quarter, count: these.length }
        if (due) tellings.push(...dueOrLate(thing, 'reports', facts, due, today))
      }
    }
  }
  return tellings
}

function dueOrLate(
  thing: Pick<Telling, 'about' | 'title'>,
  of: 'agreements' | 'reports',
  facts: Facts,
  due: Day,
  today: Day,
): Telling[] {
  const key = [facts.year, facts.quarter].filter((each) => each !== undefined).join('-')
  const said = (when: 'due' | 'late') => ({
    ...thing,
    key: `${of}-${when} ${key}`,
    what: `plans.${of}-${when}`,
    facts: { ...facts, dueOn: String(due) },
  })
  if (isAfter(today, due)) return of === 'agreements' ? [said('late')] : []
  return isAfter(due, today.add(ahead)) ? [] : [said('due')]
}

/** Whoever follows a task hears that nothing was heard of it. */
const lateReports = ({ action, task, quarters }: ActionLine): Telling[] =>
  quarters
    .filter(({ state }) => state === 'missing')
    .map(({ quarter, dueOn }) => ({
      about: aboutTask(task),
      title: task.title,
      key: `report-late ${action.id}-${quarter}`,
      what: 'plans.report-late',
      facts: { year: action.year, quarter, dueOn: String(dueOn) },
    }))

async function tell(city: City, { about, title, key, what, facts }: Telling): Promise<void> {
  const already = and(eq(told.about, about), eq(told.what, key))
  if ((await city.reads.$count(told, already)) > 0) return
  try {
    await act(city, { as: 'system' }, async (tx, at) => {
      const [fresh] = await tx.insert(told).values({ about, what: key, at }).onConflictDoNothing().returning()
      if (!fresh) throw new Refusal('plans.sent-already')
      return { entries: [{ what, about, title, facts }] }
    })
  } catch (error) {
    // Another process told it meanwhile.
    if (!(error instanceof Refusal)) throw error
  }
}
