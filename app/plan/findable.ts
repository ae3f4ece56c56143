import { inEachLanguage } from '#kit/findable.ts'
import type { Findable } from '#kit/room.ts'
import { aboutPlan, aboutTask, type PlanDoc, type Task } from './plan.ts'

/** A plan by its name, its vision, its goals and areas; only what stands in the files is lasting. */
export const findablePlan = (doc: PlanDoc, inFiles: boolean): Findable[] =>
  inEachLanguage(aboutPlan(doc.key), doc.title, [
    doc.vision,
    doc.note,
    ...doc.goals.map((each) => each.title),
    ...doc.areas.map((each) => each.title),
  ]).map((each) => ({ ...each, lasting: inFiles }))

export const findableTask = (
  task: Pick<Task, 'plan' | 'no' | 'title' | 'text'>,
  inFiles: boolean,
): Findable[] =>
  inEachLanguage(aboutTask(task), task.title, [task.text ?? undefined]).map((each) => ({
    ...each,
    lasting: inFiles,
  }))
