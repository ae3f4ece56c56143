import { allBodies, shownOn, versionOn } from '#bodies/index.ts'
import { articleName, charterArticles } from '#charter/index.ts'
import { indicatorChoices } from '#indicators/index.ts'
import type { CityFacts } from '#kit/city.ts'
import type { Reads } from '#kit/db.ts'
import type { Day } from '#kit/time.ts'
import type { Known } from './known.ts'
import { ordered, type Plan } from './plan.ts'
import { findingsOf } from './reads.ts'

/** Everything that a task of a plan can name on a day. */
export async function knownFor(reads: Reads, facts: CityFacts, plan: Plan, on: Day): Promise<Known> {
  const bodies = [...(await allBodies(reads)).values()].filter((each) => versionOn(each, on))
  const findings = await findingsOf(reads, plan.key)
  return {
    areas: ordered(plan.doc.areas).map(({ key, title }) => ({ key, name: title, also: [] })),
    goals: ordered(plan.doc.goals).map(({ key, title }) => ({ key, name: title, also: [] })),
    articles: (await charterArticles(reads)).map(({ about, no, title }) => ({
      key: about,
      name: title,
      also: [no, ...facts.languages.map((lang) => articleName({ lang }, no))],
    })),
    groups: facts.subjects.groups.map(({ key, label }) => ({ key, name: label, also: [] })),
    bodies: bodies.map((each) => ({ key: each.key, name: shownOn(each, on).name, also: [] })),
    indicators: (await indicatorChoices(reads)).map(({ key, label }) => ({ key, name: label, also: [] })),
    findings: findings.map(({ id, text, lang }) => ({ key: String(id), name: { [lang]: text }, also: [] })),
  }
}
