import { lte, sql } from 'drizzle-orm'
import { holdersOf } from '#bodies/index.ts'
import { commitmentLine, link, unlink } from '#commitments/index.ts'
import type { City } from '#kit/city.ts'
import { day as dayText } from '#kit/dates.ts'
import type { Tx } from '#kit/db.ts'
import { found } from '#kit/found.ts'
import { type Ref, ref } from '#kit/ref.ts'
import { Refusal } from '#kit/refusal.ts'
import { dayAt, type Instant } from '#kit/time.ts'
import type { Viewer } from '#kit/view.ts'
import { type Lang, type Localized, say } from '#kit/words.ts'
import { officerOf, workersOf } from '#people/index.ts'
import { act, followOf, ownDesk, putLetter } from '#record/index.ts'
import { standingOf } from './desk.standing.ts'
import { isLate, type Kind, type Matter, remindedFor } from './matter.ts'
import { mattersOf } from './matters.reads.ts'
import { handovers, reminders } from './tables.ts'
import { thingBy } from './things.reads.ts'
import { en } from './words.en.ts'
import { ko } from './words.ko.ts'

type Person = Viewer & { kind: 'person' }

/** Whom a reminder is written to. */
const reminded = ['officer', 'head', 'hr-officer'] as const

type Reminder = { kind: Kind; about: Ref; body: string }

/** Reminds a body of what it is late with: on the record and by letter, and not again before a week has passed. */
export async function remind(city: City, viewer: Person, it: Reminder): Promise<void> {
  const { office, today } = await standingOf(city, viewer)
  if (!office) throw new Refusal('site.not-allowed')
  const owed = await mattersOf(city, [it.body])
  const matter = owed.find((each) => each.kind === it.kind && each.about === it.about && isLate(each, today))
  if (!matter) throw new Refusal('tower.not-late')
  const workers = await workersOf(city.reads, reminded, today)
  const readers = workers.filter(({ roles }) =>
    roles.some(({ role, body }) => body === it.body && reminded.some((each) => each === role)),
  )
  await act(city, officerOf(viewer, office), async (tx, at) => {
    await note(tx, it, at)
    for (const { id } of readers)
      if ((await followOf(tx, id, ownDesk)) !== 'in-app')
        await putLetter(tx, {
          key: `reminder-${it.kind}-${it.about}-${it.body}-${id}-${dayAt(at, city.facts.timeZone)}`,
          ...{ person: id, at, says: letterOf(city, matter) },
        })
    return { entries: [{ what: 'tower.reminded', about: it.about, facts: { body: it.body } }] }
  })
}

/** @throws Refusal where it was done within the week. */
async function note(tx: Tx, it: Reminder, at: Instant): Promise<void> {
  const before = at.subtract({ hours: 24 * remindedFor.days })
  const rows = await tx
    .insert(reminders)
    .values({ ...it, at })
    .onConflictDoUpdate({
      target: [reminders.about, reminders.kind, reminders.body],
      set: { at: sql`excluded.at` },
      setWhere: lte(reminders.at, before),
    })
    .returning({ at: reminders.at })
  if (rows.length === 0) throw new Refusal('tower.reminded-lately', { days: remindedFor.days })
}

function letterOf({ facts }: City, { title, dueOn, form }: Matter) {
  const said = (lang: Lang, w: typeof en.letter): string => {
    const name = title[lang] ?? Object.values(title)[0] ?? ''
    return dueOn ? w.late(name, dayText(dueOn, lang)) : name
  }
  const both = (of: (w: typeof en.letter, lang: Lang) => string): Localized => ({
    en: of(en.letter, 'en'),
    ko: of(ko.letter, 'ko'),
  })
  return {
    subject: both((w, lang) => w.subject(say(facts.name, lang, facts.languages).text)),
    lines: [{ says: both((w, lang) => said(lang, w)), path: form }],
    why: { says: both((w) => w.why), path: '/desk' },
    about: ownDesk,
  }
}

/** Leaves to whoever comes after what they must know; the list of what is owed they see anyway. */
export async function handOver(
  city: City,
  viewer: Person,
  body: string,
  said: { text: string; lang: Lang },
): Promise<void> {
  await act(city, officerOf(viewer, body), async (tx, at) => {
    await tx.insert(handovers).values({ body, ...said, at })
    return { entries: [{ what: 'tower.handed-over', about: ref('bodies', body) }] }
  })
}

/** Says of a promise which indicator or task it serves, or takes that back: for whoever leads it, or the office. */
export async function linkPromise(
  city: City,
  viewer: Person,
  id: number,
  thing: Ref,
  way: 'link' | 'unlink',
): Promise<void> {
  const line = await found(commitmentLine(city.reads, id))
  const { bodies, today, own, office } = await standingOf(city, viewer)
  const leads = [line.lead, ...line.joint].flatMap((key) =>
    holdersOf(bodies, key, today).map((each) => each.key),
  )
  const as = own.find((each) => leads.includes(each)) ?? office
  if (!as) throw new Refusal('site.not-allowed')
  const { title } = await found(thingBy(city.reads, thing))
  await act(city, officerOf(viewer, as), async (tx, at) => ({
    entries:
      way === 'link'
        ? await link(tx, at, { commitment: id, thing, title, body: as })
        : await unlink(tx, { commitment: id, thing }),
  }))
}
