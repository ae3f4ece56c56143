import type { Child } from 'hono/jsx'
import type { City } from './city.ts'
import type { Reads } from './db.ts'
import type { Ref } from './ref.ts'
import type { Facts } from './refusal.ts'
import type { Routes } from './routes.ts'
import type { Instant } from './time.ts'
import type { View, Viewer } from './view.ts'
import type { Lang, Localized } from './words.ts'

/** Sentences by code, in one language: of refusals, or of what the record says happened. */
export type Sentences = Record<string, string | ((facts: Facts) => string)>

/** Something that waits for somebody at their desk. */
export type Waiting = {
  title: Localized
  /** What it is about, as somebody called it in their own language. */
  of?: Localized
  href: string
  /** The moment from which it is late; nothing waits without one unless nobody set a date. */
  dueAt?: Instant
  /** Whose turn it is: the viewer's own, or others' whom the viewer is waiting for. */
  turn: 'mine' | 'others'
}

/** Work that comes round by the clock. `cron` is in the city's time zone. */
export type Job = { name: string; cron: string; run(city: City): Promise<void> }

/** A thing as outsiders may check it against the record. */
export type PublicForm = Record<string, unknown>

/** A document that the search over everything public should find; what stands in the city's files is lasting. */
export type Findable = { about: string; lang: Lang; title: string; text: string; lasting?: boolean }

/** A door for staff, by the path it was declared under. */
export type Tool = { path: string; label: Localized }

/** What a room knows of a thing of another room, for that thing's page; those with lower numbers come first. */
export type Told = { title: Localized; order: number; shows: Child }

/** What a mechanism shows of itself to the house: its door. */
export type Room = {
  key: string
  routes: readonly Routes[]
  /** By language; English always. */
  sentences: { en: Sentences } & Record<Lang, Sentences>
  /** The public form of one of its things, to be compared with what the record committed to. */
  published?(reads: Reads, id: string): Promise<PublicForm | undefined>
  /** What waits at the desk of this viewer. */
  waiting?(city: City, viewer: Viewer): Promise<Waiting[]>
  /** What it has to tell about a right, in a few lines that lead to the whole. */
  tells?(city: City, view: View, about: Ref): Promise<Told | undefined>
  /** The things of another room, by the first part of their addresses, that something here works for. */
  worksFor?(reads: Reads, room: string): Promise<readonly Ref[]>
  jobs?: readonly Job[]
  /** Its doors for staff; the desk shows those that the viewer may open. */
  tools?: readonly Tool[]
}

/** What all rooms know of a thing, in their order. */
export async function toldOf(rooms: readonly Room[], city: City, view: View, about: Ref): Promise<Told[]> {
  const told = await Promise.all(rooms.map((room) => room.tells?.(city, view, about)))
  return told.filter((each) => each !== undefined).sort((a, b) => a.order - b.order)
}
