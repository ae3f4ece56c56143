import { eq, inArray, isNotNull } from 'drizzle-orm'
import { z } from 'zod'
import { anyone } from '#kit/audience.ts'
import type { City } from '#kit/city.ts'
import type { Reads } from '#kit/db.ts'
import { form } from '#kit/form.ts'
import { found, NotFound } from '#kit/found.ts'
import { routes } from '#kit/routes.ts'
import { type Day, dayAt } from '#kit/time.ts'
import type { View } from '#kit/view.ts'
import type { Ctx } from '#kit/web.ts'
import { say } from '#kit/words.ts'
import { act } from '#record/index.ts'
import { PostButton } from '#ui/buttons.tsx'
import { href } from '#ui/href.ts'
import { StructuredList } from '#ui/lists.tsx'
import { Notice } from '#ui/notices.tsx'
import { Page } from '#ui/page.tsx'
import { giveConsents } from './consents.actions.ts'
import { type DemoPerson, demoPeople } from './demo.cast.ts'
import type { Files } from './demo.tasks.ts'
import { settle } from './joining.actions.ts'
import type { Means } from './means.ts'
import { about } from './reads.ts'
import { appoint } from './roles.actions.ts'
import { startSession } from './session.ts'
import { people, residencies } from './tables.ts'
import { words } from './words.ts'

/** Makes the cast, in a demonstration and nowhere else; those who are there already are left alone. */
export async function settleDemo(city: City, files: Files): Promise<void> {
  if (!city.demo) throw new Error('Only a demonstration has invented people.')
  const today = dayAt(city.clock.now(), city.facts.timeZone)
  const known = await city.reads
    .select({ demo: people.demo })
    .from(people)
    .where(
      inArray(
        people.demo,
        demoPeople.map((each) => each.key),
      ),
    )
  for (const each of demoPeople.filter(({ key }) => !known.some(({ demo }) => demo === key)))
    await settleOne(city, each, files, today)
}

const settleOne = (city: City, { key, name, way, tasks }: DemoPerson, files: Files, today: Day) =>
  act(city, { as: 'demonstration' }, async (tx, at) => {
    const lang = city.facts.languages[0]!
    const person = await settle(tx, { name: say(name, lang, ['en']).text, lang, demo: key }, at)
    await tx.insert(residencies).values({ person, ...way, identifier: `demo ${key}`, at })
    await giveConsents(tx, person, ['account', 'notices'], 'self', at)
    for (const [role, where] of tasks)
      for (const body of new Set(where(files, today)))
        await appoint(tx, person, { role, body, from: today.subtract({ years: 1 }) }, null, at)
    return { entries: [{ what: 'people.joined', about: about(person), visibility: 'confidential' }] }
  })

/** The cast's numbers by their keys. */
export async function castOf(reads: Reads): Promise<ReadonlyMap<string, number>> {
  const rows = await reads
    .select({ id: people.id, key: people.demo })
    .from(people)
    .where(isNotNull(people.demo))
  return new Map(rows.map(({ id, key }) => [key!, id]))
}

/** Somebody invented whom a clerk helps; nobody signs in as them. */
export const settleNeighbour = (city: City, { key, name }: { key: string; name: string }): Promise<number> =>
  act(city, { as: 'demonstration' }, async (tx, at) => {
    const person = await settle(tx, { name, lang: city.facts.languages[0]!, demo: key }, at)
    await tx
      .insert(residencies)
      .values({ person, route: 'in-person', level: 3, identifier: `demo ${key}`, at })
    await giveConsents(tx, person, ['account'], 'clerk', at)
    return {
      result: person,
      entries: [{ what: 'people.joined', about: about(person), visibility: 'confidential' }],
    }
  })

/** One button for each of the cast. Outside a demonstration these paths do not exist. */
export function demoRoutes(means: Means) {
  const page = (c: Ctx) => {
    checkDemo(c)
    return c.html(<DemoPage view={c.var.view} />)
  }
  return routes()
    .get('/demo', anyone, page)
    .post('/demo', anyone, form(z.object({ who: z.string().max(40) }), page), async (c, { who }) => {
      checkDemo(c)
      const { city, view } = c.var
      const [person] = await city.reads.select().from(people).where(eq(people.demo, who))
      await startSession(c, means.keys, (await found(person)).id, { secondFactor: true })
      const isStaff = demoPeople.some(({ key, tasks }) => key === who && tasks.length > 0)
      return c.redirect(href(view, isStaff ? '/desk' : '/me'), 303)
    })
}

function checkDemo(c: Ctx): void {
  if (!c.var.city.demo) throw new NotFound()
}

const DemoPage = ({ view }: { view: View }) => {
  const w = words(view)
  return (
    <Page view={view} title={w.demo.title} lead={w.demo.lead} noindex>
      <Notice view={view}>{w.demo.made}</Notice>
      <StructuredList
        level={2}
        items={demoPeople.map(({ key, name, tasks }) => ({
          title: say(name, view.lang, ['en']).text,
          text: w.demo.people[key as keyof typeof w.demo.people],
          meta: tasks.length > 0 ? [...new Set(tasks.map(([role]) => w.roles[role]))] : [w.demo.resident],
          badges: (
            <PostButton view={view} action={href(view, '/demo')} kind="secondary" small fields={{ who: key }}>
              {w.demo.signIn}
            </PostButton>
          ),
        }))}
      />
    </Page>
  )
}
