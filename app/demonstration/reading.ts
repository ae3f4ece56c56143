import { type CityFiles, type Fault, recordsIn, type Stored } from '#city/index.ts'
import { indicatorFaults, planFaults, prioritiesFaults } from './names.tower.ts'
import { committeeFaults, namesIn, petitionFaults } from './names.ts'
import { indicatorStory, planStory, prioritiesStory } from './story.tower.ts'
import { committeeStory, petitionStory, type Story } from './story.ts'

/** The story of a city's folder `demo`, and all that is wrong with it. Without the folder it is empty. */
export async function readStory(dir: string, files: CityFiles): Promise<{ story: Story; faults: Fault[] }> {
  const told = await recordsIn(dir, 'demo', petitionStory)
  const sat = await recordsIn(dir, 'demo/committees', committeeStory)
  const planned = await recordsIn(dir, 'demo/plans', planStory)
  const measured = await recordsIn(dir, 'demo/indicators', indicatorStory)
  const chosen = await recordsIn(dir, 'demo/priorities', prioritiesStory)
  const known = namesIn(files, { petitions: told.keys, plans: planned.keys, indicators: measured.keys })
  return {
    story: {
      petitions: keyed(told.records),
      committees: keyed(sat.records),
      plans: keyed(planned.records),
      indicators: keyed(measured.records),
      priorities: keyed(chosen.records),
    },
    faults: [
      ...[told, sat, planned, measured, chosen].flatMap(({ faults }) => faults),
      ...told.records.flatMap((each) => petitionFaults(each, known)),
      ...sat.records.flatMap((each) => committeeFaults(each, known)),
      ...planned.records.flatMap((each) => planFaults(each, known)),
      ...measured.records.flatMap((each) => indicatorFaults(each, known)),
      ...chosen.records.flatMap((each) => prioritiesFaults(each, known)),
    ],
  }
}

const keyed = <T>(told: readonly Stored<T>[]) => told.map(({ key, record }) => ({ ...record, key }))

/** All that is wrong with the story in a city's folder. */
export const storyFaults = async (dir: string, files: CityFiles): Promise<Fault[]> =>
  (await readStory(dir, files)).faults
