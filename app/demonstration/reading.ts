import { type CityFiles, type Fault, recordsIn } from '#city/index.ts'
import { committeeFaults, namesIn, petitionFaults } from './names.ts'
import { committeeStory, petitionStory, type Story } from './story.ts'

/** The story of a city's folder `demo`, and all that is wrong with it. Without the folder it is empty. */
export async function readStory(dir: string, files: CityFiles): Promise<{ story: Story; faults: Fault[] }> {
  const told = await recordsIn(dir, 'demo', petitionStory)
  const sat = await recordsIn(dir, 'demo/committees', committeeStory)
  const known = namesIn(files, told.keys)
  return {
    story: {
      petitions: told.records.map(({ key, record }) => ({ ...record, key })),
      committees: sat.records.map(({ key, record }) => ({ ...record, key })),
    },
    faults: [
      ...told.faults,
      ...sat.faults,
      ...told.records.flatMap((each) => petitionFaults(each, known)),
      ...sat.records.flatMap((each) => committeeFaults(each, known)),
    ],
  }
}

/** All that is wrong with the story in a city's folder. */
export const storyFaults = async (dir: string, files: CityFiles): Promise<Fault[]> =>
  (await readStory(dir, files)).faults
