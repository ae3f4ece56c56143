import { eq, inArray } from 'drizzle-orm'
import { z } from 'zod'
import type { CityFiles } from '#city/index.ts'
import { anyone } from '#kit/audience.ts'
import type { City } from '#kit/city.ts'
import { form } from '#kit/form.ts'
import { found, NotFound } from '#kit/found.ts'
import { routes } from '#kit/routes.ts'
import { type Day, dayAt, holdsOn } from '#kit/time.ts'
import type { View } from '#kit/view.ts'
import type { Ctx } from '#kit/web.ts'
import type { Localized } from '#kit/words.ts'
import { say } from '#kit/words.ts'
import { act } from '#record/index.ts'
import { PostButton } from '#ui/buttons.tsx'
import { href } from '#ui/href.ts'
import { StructuredList } from '#ui/lists.tsx'
import { Notice } from '#ui/notices.tsx'
import { Page } from '#ui/page.tsx'
import { giveConsents } from './consents.actions.ts'
import { settle } from './joining.actions.ts'
import type { Means } from './means.ts'
import type { Level, RoleName, Route } from './person.ts'
import { about } from './reads.ts'
import { appoint, wholeCity } from './roles.actions.ts'
import { startSession } from './session.ts'
import { people, residencies } from './tables.ts'
import { words } from './words.ts'

type Kind = CityFiles['bodies'][number]['kind']

type DemoPerson = {
  key: string
  name: Localized
  way: { route: Route; level: Level }
  /** A role, and the kinds of body to look for it in; the whole city where there is none. */
  role?: { role: RoleName; in: readonly Kind[]; preferring: string }
}

/** The cast: invented people, the same in tests, pictures and the demonstration. */
export const demoPeople: readonly DemoPerson[] = [
  { key: 'yuna', name: { ko: '유나', en: 'Yuna' }, way: { route: 'letter', level: 2 } },
  { key: 'minho', name: { ko: '민호', en: 'Minho' }, way: { route: 'email', level: 1 } },
  { key: 'sora', name: { ko: '소라', en: 'Sora' }, way: { route: 'attestation', level: 2 } },
  officer('harim', { ko: '하림', en: 'Harim' }, 'officer', ['department', 'office'], 'transport'),
  officer('jiwoo', { ko: '지우', en: 'Jiwoo' }, 'editor', ['division', 'office'], 'rights'),
  officer('daeun', { ko: '다은', en: 'Daeun' }, 'secretary', ['committee'], 'rights'),
  officer('taeyang', { ko: '태양', en: 'Taeyang' }, 'clerk', ['district-office', 'department']),
  officer('eunji', { ko: '은지', en: 'Eunji' }, 'accounts'),
  officer('audit', { ko: '감사실', en: 'Audit office' }, 'auditor'),
  officer('nari', { ko: '나리', en: 'Nari' }, 'attestor', ['partner', 'centre', 'other']),
]

function officer(
  key: string,
  name: Localized,
  role: RoleName,
  kinds: readonly Kind[] = [],
  preferring = '',
): DemoPerson {
  return { key, name, way: { route: 'in-person', level: 3 }, role: { role, in: kinds, preferring } }
}

/** Makes the cast, in a demonstration and nowhere else; those who are there already are left alone. */
export async function settleDemo(city: City, files: Pick<CityFiles, 'bodies'>): Promise<void> {
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
    await settleOne(city, each, each.role && bodyFor(files, each.role, today), today)
}

const settleOne = (city: City, { key, name, way, role }: DemoPerson, body: string | undefined, today: Day) =>
  act(city, { as: 'demonstration' }, async (tx, at) => {
    const lang = city.facts.languages[0]!
    const person = await settle(tx, { name: say(name, lang, ['en']).text, lang, demo: key }, at)
    await tx.insert(residencies).values({ person, ...way, identifier: `demo ${key}`, at })
    await giveConsents(tx, person, ['account', 'notices'], 'self', at)
    if (role && body)
      await appoint(tx, person, { role: role.role, body, from: today.subtract({ years: 1 }) }, null, at)
    return { entries: [{ what: 'people.joined', about: about(person), visibility: 'confidential' }] }
  })

function bodyFor(
  files: Pick<CityFiles, 'bodies'>,
  { in: kinds, preferring }: NonNullable<DemoPerson['role']>,
  today: Day,
): string {
  const stands = files.bodies.filter(({ versions }) =>
    versions.some(({ from, until }) =>
      holdsOn(today, Temporal.PlainDate.from(from), until ? Temporal.PlainDate.from(until) : null),
    ),
  )
  const fit = kinds.flatMap((kind) => stands.filter((each) => each.kind === kind)).map((each) => each.key)
  return fit.find((key) => key.includes(preferring)) ?? fit[0] ?? wholeCity
}

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
      const isStaff = demoPeople.some(({ key, role }) => key === who && role)
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
        items={demoPeople.map(({ key, name, role }) => ({
          title: say(name, view.lang, ['en']).text,
          text: w.demo.people[key as keyof typeof w.demo.people],
          meta: [role ? w.roles[role.role] : w.demo.resident],
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
