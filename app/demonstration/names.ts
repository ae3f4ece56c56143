import { type CityFiles, type Fault, faultAt, type Stored } from '#city/index.ts'
import { demoPeople } from '#people/index.ts'
import type { CommitteeStory, PetitionStory, PledgeStory } from './story.ts'

export type Told<T> = Stored<Omit<T, 'key'>>
export type Names = ReturnType<typeof namesIn>
type Path = readonly (string | number)[]
/** Each kind of name, among which names it must be, and how it is said that it is none of them. */
type Named = Readonly<Record<string, { among: readonly string[]; code: Fault['code'] }>>

/** What a story may name, and how it is said that it named something else. */
export function namesIn(
  files: CityFiles,
  told: Readonly<Record<'petitions' | 'plans' | 'indicators', readonly string[]>>,
) {
  const { subjects, procedures, instruments, committees } = files
  const keys = (all: readonly { key: string }[] = []) => all.map(({ key }) => key)
  const cast = keys(demoPeople)
  const charter = instruments.find(({ key }) => key === 'charter')
  const seats = committees.flatMap((each) => keys(each.seats))
  return {
    cast: { among: cast, code: 'one-of' },
    author: { among: [...cast, 'anonymous'], code: 'one-of' },
    topic: { among: keys(subjects?.topics), code: 'one-of' },
    group: { among: keys(subjects?.groups), code: 'one-of' },
    procedure: { among: keys(procedures?.petitions), code: 'one-of' },
    committee: { among: keys(committees), code: 'not-a-committee' },
    seat: { among: seats, code: 'one-of' },
    district: { among: keys(files.districts), code: 'unknown-district' },
    article: { among: (charter?.articles ?? []).map(({ no }) => `charter/${no}`), code: 'unknown-thing' },
    body: { among: keys(files.bodies), code: 'unknown-body' },
    petition: { among: told.petitions, code: 'unknown-thing' },
    plan: { among: told.plans, code: 'unknown-plan' },
    indicator: { among: [...keys(files.indicators), ...told.indicators], code: 'unknown-indicator' },
  } as const satisfies Named
}

/** Looks at names and days of one record, and gathers what is wrong. */
export function lookingAt<N extends Named>(where: Told<unknown>['where'], known: N) {
  const faults: Fault[] = []
  const look = (kind: keyof N & string, names: string | undefined | readonly string[], ...path: Path) => {
    const { among, code } = known[kind]!
    for (const name of [names ?? []].flat())
      if (!among.includes(name)) faults.push(faultAt(where, path, code, { found: name, list: among }))
  }
  const passed = (day: number, ...path: Path) => {
    if (day >= 0) faults.push(faultAt(where, path, 'before-today', { found: day }))
  }
  return { faults, look, passed }
}

type Looking = ReturnType<typeof lookingAt<Names>>

/** Names that name nothing in a petition's story, and days that have not come. */
export function petitionFaults({ record, where }: Told<PetitionStory>, known: Names): Fault[] {
  const looking = lookingAt(where, known)
  const { look, passed, faults } = looking
  if (typeof record.who === 'string') look('author', record.who, 'who')
  if (typeof record.who === 'object' && 'clerk' in record.who) look('cast', record.who.clerk, 'who', 'clerk')
  look('topic', record.topic, 'topic')
  look('procedure', record.procedure, 'procedure')
  look('district', record.district, 'district')
  look('article', record.articles, 'articles')
  look('group', record.groups, 'groups')
  for (const [at, { on, deed, said }] of record.after.entries()) {
    const path = ['after', at] as const
    passed(record.day + on, ...path, 'on')
    if (deed === 'sign') look('cast', said.sign, ...path, 'sign')
    if (deed === 'opinion') look('cast', said.who, ...path, 'who')
    if (deed === 'pass') look('body', said.pass, ...path, 'pass')
    if (deed === 'merge') look('petition', said.merge, ...path, 'merge')
    if (deed === 'answer' || deed === 'revisit')
      lookAtPledges(looking, said.pledges, record.day + on, [...path, 'pledges'])
  }
  return faults
}

/** The same of a committee and its sittings. */
export function committeeFaults({ key, record, where }: Told<CommitteeStory>, known: Names): Fault[] {
  const looking = lookingAt(where, known)
  const { look, passed, faults } = looking
  look('committee', key)
  look('seat', record.members.seat, 'members', 'seat')
  for (const [at, { day, items, minutes }] of record.sittings.entries()) {
    const path = ['sittings', at] as const
    const held = typeof day === 'number' ? day : Number.NEGATIVE_INFINITY
    if (minutes) passed(held + minutes.on, ...path, 'minutes', 'on')
    for (const [no, { petition, plan, to, answer }] of items.entries()) {
      look('petition', petition, ...path, 'items', no, 'petition')
      look('plan', plan, ...path, 'items', no, 'plan')
      look('body', to, ...path, 'items', no, 'to')
      if (!answer) continue
      passed(held + answer.on, ...path, 'items', no, 'answer', 'on')
      lookAtPledges(looking, answer.pledges, held + answer.on, [...path, 'items', no, 'answer', 'pledges'])
    }
  }
  return faults
}

function lookAtPledges(
  { look, passed }: Looking,
  pledges: readonly PledgeStory[] = [],
  promisedOn: number,
  under: Path,
): void {
  for (const [at, pledge] of pledges.entries()) {
    const path = [...under, at]
    look('body', pledge.lead, ...path, 'lead')
    look('body', pledge.supporting, ...path, 'supporting')
    look('article', pledge.articles, ...path, 'articles')
    look('group', pledge.groups, ...path, 'groups')
    look('district', pledge.districts, ...path, 'districts')
    for (const [step, { on, deed, said }] of pledge.after.entries()) {
      passed(promisedOn + on, ...path, 'after', step, 'on')
      if (deed === 'help') look('body', said.help, ...path, 'after', step, 'help')
    }
  }
}
