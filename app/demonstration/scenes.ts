import type { Day, Instant } from '#kit/time.ts'
import type { PetitionDeed, PetitionStory, PledgeDeed, PledgeStory } from './story.ts'

/** One thing that happens, on a day of the story. */
export type Scene =
  | { what: 'filed'; petition: PetitionStory }
  | { what: 'petition'; petition: PetitionStory; did: PetitionDeed }
  | { what: 'pledge'; petition: PetitionStory; no: number; pledge: PledgeStory; did: PledgeDeed }
export type Timed = Scene & { at: Instant }

/** All that happens, each a while after what came before it: the record does not go back in time. */
export function scenesOf(petitions: readonly PetitionStory[], today: Day, timeZone: string): Timed[] {
  const days = petitions.flatMap(daysOf).toSorted((a, b) => a.day - b.day)
  let [before, nth] = [Number.NEGATIVE_INFINITY, 0]
  return days.map(({ day, ...scene }) => {
    nth = day === before ? nth + 1 : 0
    before = day
    const at = today
      .add({ days: day })
      .toZonedDateTime({ timeZone, plainTime: opens })
      .add({ minutes: nth * 7 })
    return { ...scene, at: at.toInstant() }
  })
}

const opens = Temporal.PlainTime.from('09:04')

function daysOf(petition: PetitionStory): (Scene & { day: number })[] {
  let promised = 0
  const after = petition.after.flatMap((did): (Scene & { day: number })[] => {
    const day = petition.day + did.on
    const scene = { what: 'petition' as const, petition, did, day }
    if (did.deed !== 'answer' && did.deed !== 'revisit') return [scene]
    const pledges = (did.said.pledges ?? []).flatMap((pledge) => {
      const no = promised++
      return pledge.after.map((step) => ({
        what: 'pledge' as const,
        petition,
        no,
        pledge,
        did: step,
        day: day + step.on,
      }))
    })
    return [scene, ...pledges]
  })
  return [{ what: 'filed', petition, day: petition.day }, ...after]
}
