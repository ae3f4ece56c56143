import type { City } from '#kit/city.ts'
import type { Ref } from '#kit/ref.ts'
import { dayAt } from '#kit/time.ts'
import { act } from '#record/index.ts'
import { person, type TestCity } from '#testing/city.ts'
import { adopt } from './adopting.actions.ts'
import type { Pledge } from './pledge.ts'

/** Bodies of the model city, so named once. */
export const transport = 'transport-department'
export const welfare = 'welfare-department'
export const committee = 'civic-rights-committee'
export const audit = 'audit-committee'

export const Harim = person('Harim', 2, ['officer', transport])
export const Jiwoo = person('Jiwoo', 3, ['head', welfare])
export const Daeun = person('Daeun', 5, ['secretary', committee])
export const Auditor = person('Audit', 6, ['auditor', audit])

export const petition: { about: Ref; title: { en: string } } = {
  about: 'petitions/7',
  title: { en: 'A kerb nobody can cross' },
}

/** A promise to lower the kerbs within a year of the day on which it is made. */
export function kerbs(today: Temporal.PlainDate, more: Partial<Pledge> = {}): Pledge {
  return {
    kind: 'new',
    title: 'Lower every kerb at the station',
    text: 'Twelve kerbs around the station, so that wheelchairs can cross.',
    lang: 'en',
    lead: transport,
    supporting: [],
    startsOn: today,
    dueOn: today.add({ days: 300 }),
    cost: { amount: 350_000_000 },
    milestones: [
      { title: 'All kerbs measured', dueOn: today.add({ days: 60 }) },
      { title: 'Half of them lowered', dueOn: today.add({ days: 180 }) },
    ],
    articles: ['charter/11'],
    groups: [],
    districts: ['dong-gu'],
    ...more,
  }
}

/** What a petition's answer does: it promises. @returns the number of the commitment */
export async function promise(city: City, more: Partial<Pledge> = {}, origin = petition): Promise<number> {
  const today = dayAt(city.clock.now(), city.facts.timeZone)
  return act(city, { as: transport }, async (tx, at) => {
    const { refs, entries } = await adopt(city, tx, at, origin, [kerbs(today, more)])
    const [first, ...others] = entries
    return { result: Number(refs[0]!.split('/')[1]), entries: [first!, ...others] }
  })
}

/** What somebody sends with a form, as their browser does: the last step they have seen with it. */
export function deskOf(city: TestCity, viewer: ReturnType<typeof person>, id: number) {
  const browser = city.as(viewer)
  const path = `/en/desk/commitments/${id}`
  return {
    browser,
    async send(form: string, fields: Record<string, string | Blob> = {}) {
      const page = await browser.page(`${path}/${form}`)
      const seen = page.match(/name="seen" value="(\d+)"/)?.[1] ?? '0'
      const declared = page.match(/name="declared" value="(\d+)"/)?.[1] ?? '0'
      return browser.post(`${path}/${form}`, { text: 'As it stands.', seen, declared, ...fields })
    },
  }
}
