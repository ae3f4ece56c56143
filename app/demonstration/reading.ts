import { type CityFiles, type Fault, faultAt, recordsIn, type Stored } from '#city/index.ts'
import { demoPeople } from '#people/index.ts'
import { type PetitionStory, petitionStory } from './story.ts'

/** All that is wrong with the story in a city's folder. */
export const storyFaults = async (dir: string, files: CityFiles): Promise<Fault[]> =>
  (await readStory(dir, files)).faults

type Told = Stored<Omit<PetitionStory, 'key'>>
type Known = { among: readonly string[]; code: Fault['code'] }

/** The story of a city's folder `demo`, or all that is wrong with it. Without the folder it is empty. */
export async function readStory(
  dir: string,
  files: CityFiles,
): Promise<{ story: PetitionStory[]; faults: Fault[] }> {
  const { records, keys, faults } = await recordsIn(dir, 'demo', petitionStory)
  return {
    story: records.map(({ key, record }) => ({ ...record, key })),
    faults: [...faults, ...records.flatMap((told) => strangersIn(told, files, keys))],
  }
}

/** Names that name nothing, and days that have not come. */
function strangersIn({ record, where }: Told, files: CityFiles, petitions: readonly string[]): Fault[] {
  const known = namesIn(files, petitions)
  const faults: Fault[] = []
  const look = (kind: keyof typeof known, name: string | undefined, ...path: (string | number)[]) => {
    const { among, code }: Known = known[kind]
    if (name !== undefined && !among.includes(name))
      faults.push(faultAt(where, path, code, { found: name, list: among }))
  }
  const passed = (day: number, ...path: (string | number)[]) => {
    if (day >= 0) faults.push(faultAt(where, path, 'before-today', { found: day }))
  }
  if (typeof record.who === 'string') look('author', record.who, 'who')
  look('topic', record.topic, 'topic')
  look('procedure', record.procedure, 'procedure')
  look('district', record.district, 'district')
  for (const [at, each] of (record.articles ?? []).entries()) look('article', each, 'articles', at)
  for (const [at, each] of record.groups.entries()) look('group', each, 'groups', at)
  for (const [at, { on, deed, said }] of record.after.entries()) {
    passed(record.day + on, 'after', at, 'on')
    if (deed === 'sign') for (const each of said.sign) look('cast', each, 'after', at, 'sign')
    if (deed === 'opinion') look('cast', said.who, 'after', at, 'who')
    if (deed === 'pass') look('body', said.pass, 'after', at, 'pass')
    if (deed === 'merge') look('petition', said.merge, 'after', at, 'merge')
    if (deed !== 'answer' && deed !== 'revisit') continue
    for (const [no, pledge] of (said.pledges ?? []).entries()) {
      const path = ['after', at, 'pledges', no] as const
      look('body', pledge.lead, ...path, 'lead')
      for (const each of pledge.supporting) look('body', each, ...path, 'supporting')
      for (const each of pledge.articles) look('article', each, ...path, 'articles')
      for (const each of pledge.groups) look('group', each, ...path, 'groups')
      for (const each of pledge.districts) look('district', each, ...path, 'districts')
      for (const [step, did] of pledge.after.entries()) {
        passed(record.day + on + did.on, ...path, 'after', step, 'on')
        if (did.deed === 'help') look('body', did.said.help, ...path, 'after', step, 'help')
      }
    }
  }
  return faults
}

function namesIn(files: CityFiles, petitions: readonly string[]) {
  const { subjects, procedures, instruments } = files
  const keys = (all: readonly { key: string }[] = []) => all.map(({ key }) => key)
  const cast = keys(demoPeople)
  const charter = instruments.find(({ key }) => key === 'charter')
  return {
    cast: { among: cast, code: 'one-of' },
    author: { among: [...cast, 'anonymous'], code: 'one-of' },
    topic: { among: keys(subjects?.topics), code: 'one-of' },
    group: { among: keys(subjects?.groups), code: 'one-of' },
    procedure: { among: keys(procedures?.petitions), code: 'one-of' },
    district: { among: keys(files.districts), code: 'unknown-district' },
    article: { among: (charter?.articles ?? []).map(({ no }) => `charter/${no}`), code: 'unknown-thing' },
    body: { among: keys(files.bodies), code: 'unknown-body' },
    petition: { among: petitions, code: 'unknown-thing' },
  } as const satisfies Record<string, Known>
}
