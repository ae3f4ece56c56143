import { and, eq, lt } from 'drizzle-orm'
import { allBodies, allDistricts } from '#bodies/index.ts'
import type { City } from '#kit/city.ts'
import type { Tx } from '#kit/db.ts'
import { found } from '#kit/found.ts'
import { Refusal } from '#kit/refusal.ts'
import { dayAt } from '#kit/time.ts'
import type { Viewer } from '#kit/view.ts'
import { forgettable } from '#record/index.ts'
import { handFor, working } from './hands.reads.ts'
import { type ImportAsked, importTable, tryImport } from './import.actions.ts'
import { firstLines } from './import.reading.ts'
import { guess, type ImportReport, type Mapping, type RowProblem } from './import.ts'
import type { Indicator, Side } from './indicator.ts'
import { imports } from './tables.ts'

/** As many lines that something is the matter with as a page shows. */
export const mostShown = 100

export type Staged = typeof imports.$inferSelect

type Brought = { file: File; indicator: string | undefined; by: Side }

/** Keeps a file while its columns are named. @returns its number. @throws Refusal where it is no table. */
export async function stage(city: City, viewer: Viewer, { file, indicator, by }: Brought): Promise<number> {
  const bytes = new Uint8Array(await file.arrayBuffer())
  const [heading] = await firstLines([bytes], 1)
  const [row] = await forgettable(city, (tx) =>
    tx
      .insert(imports)
      .values({
        ...{ person: personOf(viewer), name: file.name.slice(0, 200), bytes, by },
        indicator: indicator ?? null,
        mapping: guess(heading!).mapping,
        at: city.clock.now(),
      })
      .returning({ id: imports.id }),
  )
  return row!.id
}

const personOf = (viewer: Viewer): number => (viewer.kind === 'person' ? viewer.id : 0)

/** What somebody is bringing in; nobody sees another's. */
export async function stagedBy({ reads }: City, viewer: Viewer, id: number): Promise<Staged> {
  const [row] = await reads
    .select()
    .from(imports)
    .where(and(eq(imports.id, id), eq(imports.person, personOf(viewer))))
  return found(row)
}

/** The columns of what was kept, and what stands in them in the first lines. */
export async function columnsOf({ bytes }: Staged): Promise<{ name: string; first: string[] }[]> {
  const [heading, ...lines] = await firstLines([bytes], 4)
  return heading!.map((name, i) => ({
    name,
    first: [...new Set(lines.flatMap((line) => line[i] || []))],
  }))
}

/** Names the columns, and says what would come of it; nothing is brought in yet. */
export async function tryStaged(city: City, viewer: Viewer, staged: Staged, mapping: Mapping): Promise<void> {
  const problems: RowProblem[] = []
  const report = await tryImport(
    city,
    actorOf(viewer),
    await askedOf(city, viewer, { ...staged, mapping }),
    (problem) => {
      if (problems.length < mostShown) problems.push(problem)
    },
  )
  await forgettable(city, (tx) =>
    tx.update(imports).set({ mapping, report: { report, problems } }).where(eq(imports.id, staged.id)),
  )
}

/** Everything that is the matter with it, line by line. */
export async function problemsOf(city: City, viewer: Viewer, staged: Staged): Promise<RowProblem[]> {
  const problems: RowProblem[] = []
  const asked = await askedOf(city, viewer, staged)
  await tryImport(city, actorOf(viewer), asked, (problem) => problems.push(problem))
  return problems
}

/** Brings it in and forgets the file, both or neither: whoever presses twice brings it in once. */
export async function takeStaged(
  city: City,
  viewer: Viewer,
  staged: Staged,
  skip: boolean,
): Promise<ImportReport> {
  const asked = await askedOf(city, viewer, staged)
  const claim = async (tx: Tx) => {
    const gone = await tx.delete(imports).where(eq(imports.id, staged.id)).returning({ id: imports.id })
    if (gone.length === 0) throw new Refusal('indicators.sent-already')
  }
  return importTable(city, actorOf(viewer), { ...asked, skip, claim })
}

export const discard = (city: City, { id }: Staged): Promise<unknown> =>
  forgettable(city, (tx) => tx.delete(imports).where(eq(imports.id, id)))

/** Nobody comes back for a file after a day. */
export const forgetFiles = (city: City): Promise<void> =>
  forgettable(city, async (tx) => {
    await tx.delete(imports).where(lt(imports.at, city.clock.now().subtract({ hours: 24 })))
  })

async function askedOf(city: City, viewer: Viewer, staged: Staged): Promise<ImportAsked> {
  const { bytes, mapping, by, indicator } = staged
  const world = await worldOf(city)
  const names = new Map(
    (await allDistricts(city.reads)).flatMap(({ key, code, name }) =>
      [key, code ?? key, ...Object.values(name)].map((each) => [each, key] as const),
    ),
  )
  return {
    open: () => [bytes],
    mapping,
    by,
    ...(indicator && { indicator }),
    may: (doc: Indicator) => handFor(viewer, 'entered', { doc, by }, world) !== undefined,
    districtOf: (said) => names.get(said),
  }
}

async function worldOf({ reads, facts, clock }: City) {
  const today = dayAt(clock.now(), facts.timeZone)
  return { bodies: await allBodies(reads), measuring: facts.procedures?.measuring, today }
}

/** As whom figures are brought in: for the first body in which somebody works on figures. */
function actorOf(viewer: Viewer) {
  const roles: readonly string[] = working
  const own = viewer.kind === 'person' ? viewer.roles.find(({ role }) => roles.includes(role)) : undefined
  if (!own) throw new Refusal('site.not-allowed')
  return { as: own.body, person: personOf(viewer) }
}
