import type { Day, Instant } from '#kit/time.ts'
import { playFiling, playPetition } from './petitions.ts'
import { playPledge } from './pledges.ts'
import { ofIndicator, ofPlan, ofPriorities } from './scenes.tower.ts'
import { playAnswer, playCall, playHeld, playMembers, playMinutes } from './sittings.ts'
import type { CommitteeStory, PetitionStory, PledgeStory, SittingStory, Story } from './story.ts'
import { daysFrom } from './when.ts'
import type { World } from './world.ts'

/** One thing that happens on a day of the story, and how to do it. */
export type Scene = { day: number; says: string; play(world: World): Promise<unknown> }
export type Timed = Omit<Scene, 'day'> & { at: Instant }

/** All that happens, each a while after what came before it: the record does not go back in time. */
export function scenesOf(story: Story, today: Day, timeZone: string): Timed[] {
  const scenes = [
    ...story.indicators.flatMap((each) => ofIndicator(each, today)),
    ...story.priorities.map((each) => ofPriorities(each, today)),
    ...story.plans.flatMap((each) => ofPlan(each, today)),
    ...story.petitions.flatMap(ofPetition),
    ...story.committees.flatMap((each) => ofCommittee(each, today)),
  ].filter(({ day }) => day < 0)
  let [before, nth] = [Number.NEGATIVE_INFINITY, 0]
  return scenes
    .toSorted((a, b) => a.day - b.day)
    .map(({ day, ...scene }) => {
      nth = day === before ? nth + 1 : 0
      before = day
      const opened = today.add({ days: day }).toZonedDateTime({ timeZone, plainTime: opens })
      return { ...scene, at: opened.add({ minutes: nth * 7 }).toInstant() }
    })
}

const opens = Temporal.PlainTime.from('09:04')

function ofPetition(petition: PetitionStory): Scene[] {
  const { key } = petition
  let promised = 0
  const after = petition.after.flatMap((did): Scene[] => {
    const day = petition.day + did.on
    const scene = {
      day,
      says: `${key}: ${did.deed}`,
      play: (world: World) => playPetition(world, petition, did),
    }
    if (did.deed !== 'answer' && did.deed !== 'revisit') return [scene]
    const { pledges = [] } = did.said
    const from = promised
    promised += pledges.length
    return [scene, ...ofPledges(key, day, pledges, from)]
  })
  return [
    { day: petition.day, says: `${key}: filed`, play: (world) => playFiling(world, petition) },
    ...after,
  ]
}

/** What became of what an answer promised, the promises counted from a number on. */
const ofPledges = (key: string, day: number, pledges: readonly PledgeStory[], from: number): Scene[] =>
  pledges.flatMap((pledge, nth) =>
    pledge.after.map((did) => ({
      day: day + did.on,
      says: `${key}, promise ${from + nth + 1}: ${did.deed}`,
      play: (world) => playPledge(world, { key, no: from + nth, did }),
    })),
  )

function ofCommittee(committee: CommitteeStory, today: Day): Scene[] {
  const { key, members } = committee
  const seated = {
    day: daysFrom(today, members.day),
    says: `${key}: members`,
    play: (world: World) => playMembers(world, committee),
  }
  return [seated, ...committee.sittings.flatMap((sitting, at) => ofSitting(key, sitting, at + 1, today))]
}

function ofSitting(committee: string, sitting: SittingStory, no: number, today: Day): Scene[] {
  const { minutes, items } = sitting
  const [day, called] = [daysFrom(today, sitting.day), daysFrom(today, sitting.called)]
  const says = (did: string) => `${committee}, sitting ${no}: ${did}`
  const call = {
    day: called,
    says: says('called'),
    play: (world: World) => playCall(world, committee, sitting),
  }
  if (!minutes) return [call]
  const answers = items.flatMap(({ answer }, at): Scene[] => {
    if (!answer) return []
    const key = `${committee}-${no}-${at + 1}`
    const scene: Scene = {
      day: day + answer.on,
      says: says(`item ${at + 1} answered`),
      play: (world) => playAnswer(world, { committee, no, item: at + 1, key }, answer),
    }
    return [scene, ...ofPledges(key, day + answer.on, answer.pledges ?? [], 0)]
  })
  return [
    call,
    { day, says: says('held'), play: (world) => playHeld(world, committee, no, sitting) },
    {
      day: day + minutes.on,
      says: says('minutes'),
      play: (world) => playMinutes(world, committee, no, minutes.text),
    },
    ...answers,
  ]
}
