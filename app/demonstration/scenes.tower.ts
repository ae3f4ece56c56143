import type { Day } from '#kit/time.ts'
import { playDefined, playFigures, playNote, playPriorities, playTarget } from './figures.ts'
import {
  playAnnounced,
  playBegun,
  playFinding,
  playMinuted,
  playRemark,
  playRemarkAnswer,
  playTasks,
} from './plans.ts'
import type { Scene } from './scenes.ts'
import type { IndicatorStory, PlanStory, PrioritiesStory } from './story.tower.ts'
import { daysFrom, type When } from './when.ts'

/** How a plan was made, up to the committee. */
export function ofPlan(plan: PlanStory, today: Day): Scene[] {
  const { key, hearing } = plan
  const scene = sceneOf(`plan ${key}`, today)
  return [
    scene(plan.begun, 'begun', (world) => playBegun(world, plan)),
    ...plan.findings.map((each) => scene(each.on, 'found', (world) => playFinding(world, key, each))),
    scene(hearing.announced, 'hearing announced', (world) => playAnnounced(world, key, hearing)),
    scene(hearing.minutes, 'hearing held', (world) => playMinuted(world, key, hearing)),
    scene(plan.written, 'tasks', (world) => playTasks(world, plan)),
    ...plan.remarks.flatMap((each, nth) => [
      scene(each.on, 'remark', (world) => playRemark(world, key, nth, each)),
      scene(each.answered, 'remark answered', (world) => playRemarkAnswer(world, key, nth, each)),
    ]),
  ]
}

/** How an indicator was made, and how its figures came in. */
export function ofIndicator(story: IndicatorStory, today: Day): Scene[] {
  const { key, target, note } = story
  const scene = sceneOf(`indicator ${key}`, today)
  return [
    scene(story.defined, 'defined', (world) => playDefined(world, story)),
    ...(target ? [scene(target.on, 'target', (world) => playTarget(world, story, target))] : []),
    ...story.values.map((each) => scene(each.on, `${each.year}`, (world) => playFigures(world, story, each))),
    ...(note ? [scene(note.on, 'note', (world) => playNote(world, story, note))] : []),
  ]
}

export const ofPriorities = (story: PrioritiesStory, today: Day): Scene =>
  sceneOf('priorities', today)(story.on, story.key, (world) => playPriorities(world, story))

const sceneOf =
  (of: string, today: Day) =>
  (on: When, did: string, play: Scene['play']): Scene => ({
    day: daysFrom(today, on),
    says: `${of}: ${did}`,
    play,
  })
