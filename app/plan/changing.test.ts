import fc from 'fast-check'
import { expect, test } from 'vitest'
import { beforeChange, between, type Past, sizeOn, tasksIn, versionOn } from './changing.ts'
import type { Task } from './plan.ts'

const day = (text: string) => Temporal.PlainDate.from(text)
const first = day('2028-01-01')

const task = (no: string, fields: Partial<Task> = {}): Task => ({
  id: Number(no),
  plan: '2028-2032',
  no,
  position: 0,
  area: 'area-1',
  goal: null,
  title: { en: `Task ${no}` },
  text: null,
  articles: [],
  groups: [],
  leads: ['transport'],
  supporting: [],
  indicators: [],
  findings: [],
  from: first,
  until: null,
  cost: null,
  addedIn: 1,
  droppedIn: null,
  droppedWhy: null,
  droppedLang: null,
  replacedBy: null,
  trust: null,
  ...fields,
})

const version = (no: number, on: string) => ({ no, on: day(on), reason: `Reason ${no}`, lang: 'en' })

const past: Past = {
  versions: [
    version(1, '2028-01-01'),
    version(2, '2028-05-01'),
    version(3, '2028-06-01'),
    version(4, '2028-06-01'),
  ],
  tasks: [
    task('1'),
    task('2', { droppedIn: 3, droppedWhy: 'No money' }),
    task('3', { droppedIn: 4, replacedBy: '4' }),
    task('4', { addedIn: 4, leads: ['housing'] }),
    task('5', { leads: ['housing', 'culture'], until: day('2030-12-31') }),
  ],
  changes: [{ version: 2, task: 5, was: { leads: ['transport'], until: '2029-12-31' } }],
}

for (const [on, no, tasks, bodies] of [
  ['2027-12-31', 0, 0, 0],
  ['2028-01-01', 1, 4, 1],
  ['2028-04-30', 1, 4, 1],
  ['2028-05-01', 2, 4, 3],
  ['2028-06-01', 4, 3, 3],
] as const)
  test(`on ${on} version ${no} has ${tasks} tasks of ${bodies} bodies`, () => {
    expect(versionOn(past.versions, day(on))).toBe(no)
    expect(sizeOn(past, day(on))).toEqual({ tasks, bodies })
  })

test('a task is told as it was before a later version changed it', () => {
  const then = tasksIn(past, 1).find((each) => each.no === '5')!
  expect(then.leads).toEqual(['transport'])
  expect(String(then.until)).toBe('2029-12-31')
})

test('what changed between two days is added, dropped, replaced or rewritten', () => {
  const change = between(past, day('2028-01-01'), day('2028-07-01'))
  expect(change.added.map((each) => each.no)).toEqual(['4'])
  expect(change.dropped.map((each) => each.no)).toEqual(['2'])
  expect(change.replaced.map(({ task, by }) => [task.no, by.no])).toEqual([['3', '4']])
  expect(change.changed.map(({ task, parts, leads }) => [task.no, parts, leads.to])).toEqual([
    ['5', ['leads', 'until'], ['housing', 'culture']],
  ])
})

test('what is kept of a change brings the task back as it was', () => {
  const was = task('1')
  const now = { ...was, leads: ['housing'], until: day('2031-12-31'), cost: 0 }
  expect(beforeChange(was, now)).toEqual({ leads: ['transport'], until: null, cost: null })
  expect(beforeChange(was, was)).toEqual({})
})

/** A plan that grew and shrank at random, each version on its own day. */
const pasts = fc
  .record({
    versions: fc.integer({ min: 1, max: 6 }),
    tasks: fc.array(fc.record({ added: fc.nat(6), stays: fc.nat(6), by: fc.nat(9) }), { maxLength: 10 }),
  })
  .map(({ versions, tasks }): Past => {
    const last = (no: number) => Math.min(no, versions)
    return {
      versions: Array.from({ length: versions }, (_, at) => ({
        ...version(at + 1, '2028-01-01'),
        on: first.add({ days: 10 * at }),
      })),
      tasks: tasks.map(({ added, stays, by }, at) => {
        const addedIn = last(added + 1)
        const droppedIn = addedIn + stays > versions ? null : addedIn + stays
        return task(String(at), { addedIn, droppedIn, replacedBy: droppedIn === null ? null : String(by) })
      }),
      changes: [],
    }
  })

test('between any two days, what was there and what came makes what went and what is there', () => {
  fc.assert(
    fc.property(pasts, fc.nat(60), fc.nat(60), (past, a, b) => {
      const [from, to] = [Math.min(a, b), Math.max(a, b)].map((days) => first.add({ days })) as [
        Temporal.PlainDate,
        Temporal.PlainDate,
      ]
      const { added, dropped, replaced } = between(past, from, to)
      const before = sizeOn(past, from).tasks
      expect(before + added.length - dropped.length - replaced.length).toBe(sizeOn(past, to).tasks)
    }),
    { numRuns: 200 },
  )
})
