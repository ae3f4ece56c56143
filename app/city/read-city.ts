import { checkBodies } from './checks.bodies.ts'
import { checkDates } from './checks.dates.ts'
import { checkLaw } from './checks.law.ts'
import { checkPlace } from './checks.place.ts'
import { checkProcedures } from './checks.procedures.ts'
import { checkLanguages, checkParts, checkReferences } from './checks.references.ts'
import { checkShapes } from './checks.shapes.ts'
import { checkTower } from './checks.tower.ts'
import { versionsClosed } from './closed.ts'
import { type Draft, draftOf, type Held, type Report } from './draft.ts'
import { type Fault, inFileOrder } from './fault.ts'
import { gather } from './gather.ts'
import { naturally } from './schema.parts.ts'
import type { CalendarFile, CityFiles, Profile } from './schema.ts'
import { faultAt } from './schema-faults.ts'
import type { Shape } from './shapes.ts'

export type Reading =
  | { ok: true; city: CityFiles; warnings: Fault[] }
  | { ok: false; faults: Fault[]; warnings: Fault[] }

/** A city from its folder, or all that is wrong with the folder: never the first fault only.
 *  @throws when the folder itself cannot be opened. */
export async function readCity(dir: string): Promise<Reading> {
  const gathered = await gather(dir)
  const { draft, faults } = draftOf(gathered)
  const all = [...gathered.faults, ...faults]
  const report: Report = (where, inside, code, facts) => all.push(faultAt(where, inside, code, facts))
  let shapes = new Map<string, Shape>()
  // With a file unread, whatever names its content would look wrong: say first what cannot be read.
  if (!gathered.broken) {
    checkReferences(draft, report)
    checkParts(draft, report)
    checkLanguages(draft, report)
    checkDates(draft, report)
    checkBodies(draft, report)
    checkLaw(draft, report)
    checkPlace(draft, report)
    checkProcedures(draft, report)
    checkTower(draft, report)
    shapes = checkShapes(draft, report)
  }
  const inOrder = all.toSorted(inFileOrder)
  const warnings = inOrder.filter(({ severity }) => severity === 'warning')
  if (warnings.length < inOrder.length || !draft.profile || !draft.calendar) {
    return { ok: false, faults: inOrder.filter(({ severity }) => severity === 'fault'), warnings }
  }
  return { ok: true, city: finished(draft, draft.profile, draft.calendar, shapes), warnings }
}

function finished(
  { records, texts, subjects, procedures }: Draft,
  profile: Held<Profile>,
  calendar: Held<CalendarFile>,
  shapes: ReadonlyMap<string, Shape>,
): CityFiles {
  const territories = inOrder(records.territories)
  const districts = inOrder(records.districts).flatMap((district) => {
    const shape = shapes.get(district.key)
    return shape ? [{ ...district, shape }] : []
  })
  return {
    profile: profile.record,
    calendar: calendar.record,
    territories,
    districts,
    bodies: inOrder(records.bodies).map((body) => ({ ...body, versions: versionsClosed(body.versions) })),
    successions: inOrder(records.successions),
    posts: inOrder(records.posts),
    terms: inOrder(records.terms),
    committees: inOrder(records.committees),
    instruments: inOrder(records.law).map((law) => ({
      ...law,
      versions: versionsClosed(law.versions),
      preamble: law.preamble && { ...law.preamble, versions: versionsClosed(law.preamble.versions) },
      articles: law.articles.map((article) => ({ ...article, versions: versionsClosed(article.versions) })),
    })),
    norms: inOrder(records.norms).map((norm) => ({
      ...norm,
      versions: [...Map.groupBy(norm.versions, ({ territory }) => territory).values()]
        .flatMap(versionsClosed)
        .map((version) => ({
          ...version,
          covers: covered(version.territory, [...territories, ...districts]),
        }))
        .sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : naturally(a.territory, b.territory))),
    })),
    sources: inOrder(records.sources),
    milestones: inOrder(records.milestones).sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0)),
    indicators: inOrder(records.indicators),
    evaluations: inOrder(records.evaluations),
    plans: inOrder(records.plans),
    texts: texts
      .map(({ record }) => record)
      .sort((a, b) => naturally(a.key, b.key) || naturally(a.lang, b.lang)),
    ...(subjects && { subjects: subjects.record }),
    ...(procedures && { procedures: procedures.record }),
  }
}

const inOrder = <T extends { key: string; order?: number | undefined }>(held: readonly Held<T>[]): T[] =>
  held
    .map(({ record }) => record)
    .sort((a, b) => (a.order ?? Infinity) - (b.order ?? Infinity) || naturally(a.key, b.key))

/** The territory and everything within it. */
function covered(
  territory: string,
  places: readonly { key: string; within?: string | undefined }[],
): string[] {
  const inside = places
    .filter(({ within }) => within === territory)
    .flatMap(({ key }) => covered(key, places))
  return [territory, ...inside].sort(naturally)
}
