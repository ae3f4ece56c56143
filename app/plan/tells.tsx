import type { City } from '#kit/city.ts'
import type { Reads } from '#kit/db.ts'
import { idOf, type Ref, ref, roomOf } from '#kit/ref.ts'
import type { Told } from '#kit/room.ts'
import type { View } from '#kit/view.ts'
import { href } from '#ui/href.ts'
import { namesFor } from './names.reads.ts'
import { bodyNames, TaskLines } from './parts.tsx'
import { type TaskLine, type TasksAsked, tasksFor } from './reads.ts'
import { en } from './words.en.ts'
import { ko } from './words.ko.ts'
import { words } from './words.ts'

const shown = 3

/** The tasks that serve a right, or that an indicator measures. */
export async function tells(city: City, view: View, about: Ref): Promise<Told | undefined> {
  const asked = askedBy(about)
  const lines = asked ? await tasksFor(city.reads, asked) : []
  if (lines.length === 0) return undefined
  return { title: { en: en.told, ko: ko.told }, order: 30, shows: await shows(city, view, about, lines) }
}

function askedBy(about: Ref): TasksAsked | undefined {
  if (roomOf(about) === 'charter') return { article: about }
  return roomOf(about) === 'indicators' ? { indicator: idOf(about) } : undefined
}

async function shows(city: City, view: View, about: Ref, lines: readonly TaskLine[]) {
  const names = await namesFor(city, view)
  const [name, said] = roomOf(about) === 'charter' ? ['article', about] : ['indicator', idOf(about)]
  const query = new URLSearchParams({ [name]: said })
  return (
    <>
      <TaskLines
        view={view}
        lines={lines.slice(0, shown)}
        nameOf={(body) => bodyNames(view, names, [body])}
      />
      {lines.length > shown && (
        <p>
          <a href={href(view, `/plan/tasks?${query}`)}>{words(view).allTold(lines.length)}</a>
        </p>
      )}
    </>
  )
}

/** The rights and the indicators for which some task is there. */
export async function worksFor(reads: Reads, room: string): Promise<readonly Ref[]> {
  if (room !== 'charter' && room !== 'indicators') return []
  const all = await tasksFor(reads, {})
  const named = all.flatMap((task) =>
    room === 'charter' ? task.articles : task.indicators.map((key) => ref('indicators', key)),
  )
  return [...new Set(named)]
}
