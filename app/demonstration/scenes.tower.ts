import { type Day, daysBetween } from '#kit/time.ts'
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
import type { ActionStory, IndicatorStory, PlanStory, PrioritiesStory } from './story.tower.ts'
import { daysFrom, type When } from './when.ts'
import type { World } from './world.ts'
import {
  playAgreed,
  playChecked,
  playDone,
  playDrafted,
  playHelp,
  playQuarter,
  playSigned,
  playStopped,
  playTold,
} from './years.ts'

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
    ...plan.actions.flatMap((action, nth) => ofAction(plan, action, nth, today)),
    ...(plan.told ? [scene(plan.told.on, 'year told', (world) => playTold(world, plan, plan.told!))] : []),
  ]
}

/** An action of a year: agreed, reported on quarter by quarter, helped, done and looked at by somebody else. */
function ofAction(plan: PlanStory, action: ActionStory, nth: number, today: Day): Scene[] {
  const scene = sceneOf(`action ${action.task} of ${action.year}`, today)
  const on = (world: World) => ({ world, plan, action, nth })
  const { done, signed, stopped, check } = action
  return [
    scene(action.drafted, 'drafted', (world) => playDrafted(on(world))),
    ...action.agreed.map((each) => scene(each.on, 'agreed', (world) => playAgreed(on(world), each))),
    ...action.reports.map((each) => {
      const day = endOfQuarter(today.year + action.year, each.q).add({ days: each.after })
      return scene(daysBetween(today, day), `quarter ${each.q}`, (world) => playQuarter(on(world), each))
    }),
    ...helpDeeds.flatMap((deed) => {
      const said = action[deed]
      return said ? [scene(said.on, deed, (world) => playHelp(on(world), deed))] : []
    }),
    ...(done ? [scene(done.on, 'done', (world) => playDone(on(world), done))] : []),
    ...(signed ? [scene(signed.on, 'signed', (world) => playSigned(on(world), signed))] : []),
    ...(stopped ? [scene(stopped.on, 'stopped', (world) => playStopped(on(world), stopped))] : []),
    ...(check ? [scene(check.on, 'checked', (world) => playChecked(on(world), check))] : []),
  ]
}

const helpDeeds = ['answered', 'decided', 'helped', 'confirmed'] as const

const endOfQuarter = (year: number, quarter: number): Day =>
  Temporal.PlainDate.from({ year, month: quarter * 3, day: 1 })
    .add({ months: 1 })
    .subtract({ days: 1 })

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
  (on: When | number, did: string, play: Scene['play']): Scene => ({
    day: daysFrom(today, on),
    says: `${of}: ${did}`,
    play,
  })
