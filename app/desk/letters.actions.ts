import { holder } from '#kit/audience.ts'
import type { City } from '#kit/city.ts'
import { day as dayText } from '#kit/dates.ts'
import type { Reads } from '#kit/db.ts'
import type { Room, Waiting } from '#kit/room.ts'
import { dayAt, daysBetween } from '#kit/time.ts'
import type { Viewer } from '#kit/view.ts'
import { type Localized, say } from '#kit/words.ts'
import { workersOf } from '#people/index.ts'
import { follow, followOf, forgettable, ownDesk, putLetter, type Written } from '#record/index.ts'
import { lastDay, pressing } from './waiting.ts'
import { en } from './words.en.ts'
import { ko } from './words.ko.ts'

/** Whom the city writes to before something falls due. */
const written = ['officer', 'head'] as const
export const isWritten = holder(...written)

/** No letter is longer; the desk has all. */
const most = 20

/** What waits in every room. They are asked one after another: a transaction has one connection. */
export const waitingAt = async (rooms: readonly Room[], city: City, viewer: Viewer): Promise<Waiting[]> =>
  (await Array.fromAsync(rooms, (room) => room.waiting?.(city, viewer) ?? [])).flat()

/** Letters come unless somebody has stopped them. */
export const wantsLetters = async (reads: Reads, person: number): Promise<boolean> =>
  (await followOf(reads, person, ownDesk)) !== 'in-app'

export const chooseLetters = (city: City, person: number, wanted: boolean): Promise<void> =>
  forgettable(city, (tx) => follow(tx, person, ownDesk, city.clock.now(), wanted ? 'weekly' : 'in-app'))

/** Writes to everybody whose bodies are late or soon will be; running it again on the same day writes nothing. */
export async function writeLetters(city: City, rooms: readonly Room[]): Promise<void> {
  const at = city.clock.now()
  const today = dayAt(at, city.facts.timeZone)
  for (const viewer of await workersOf(city.reads, written, today)) {
    const how = await followOf(city.reads, viewer.id, ownDesk)
    if (how === 'in-app') continue
    const says = letterOf(city, await waitingAt(rooms, city, viewer))
    await forgettable(city, async (tx) => {
      // From now on it is among what "no more e-mails at all" stops.
      if (!how) await follow(tx, viewer.id, ownDesk, at, 'weekly')
      if (says) await putLetter(tx, { key: `desk-${viewer.id}-${today}`, person: viewer.id, at, says })
    })
  }
}

/** What it says, or nothing where nothing presses. */
function letterOf(city: City, waiting: readonly Waiting[]): Written | undefined {
  const { late, soon } = pressing(waiting, city.clock.now())
  const all = [...late, ...soon]
  if (all.length === 0) return undefined
  const inBoth = (text: (w: typeof en.letters, lang: string) => string): Localized => ({
    en: text(en.letters, 'en'),
    ko: text(ko.letters, 'ko'),
  })
  const more = all.length - most
  return {
    subject: inBoth((w) => w.subject(late.length, soon.length)),
    lines: [
      ...all.slice(0, most).map((each) => ({
        says: inBoth((w, lang) => lineOf(city, each, w, lang)),
        path: each.href,
      })),
      ...(more > 0 ? [{ says: inBoth((w) => w.more(more)), path: '/desk' }] : []),
    ],
    why: { says: inBoth((w) => w.why), path: '/desk' },
    about: ownDesk,
  }
}

function lineOf({ clock, facts }: City, { title, of, dueAt }: Waiting, w: typeof en.letters, lang: string) {
  const said = [title, ...(of ? [of] : [])].map((each) => say(each, lang, facts.languages).text).join(': ')
  const last = lastDay(dueAt!, facts.timeZone)
  const left = daysBetween(dayAt(clock.now(), facts.timeZone), last)
  return left < 0 ? w.late(said, -left) : w.soon(said, dayText(last, lang))
}
