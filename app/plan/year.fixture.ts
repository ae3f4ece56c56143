import type { City } from '#kit/city.ts'
import { act } from '#record/index.ts'
import { person, type TestCity } from '#testing/city.ts'
import { aboutPlan } from './plan.ts'
import { plans, tasks } from './tables.ts'

export const transport = 'transport-department'
export const welfare = 'welfare-department'
export const office = 'human-rights-division'
export const committee = 'human-rights-civil-committee'

export const Harim = person('Harim', 2, ['officer', transport])
export const Jiwoo = person('Jiwoo', 3, ['head', welfare])
export const Sora = person('Sora', 4, ['officer', office])

export const day = (text: string) => Temporal.PlainDate.from(text)

/** A plan in force from 2027 to 2031 with two tasks: kerbs of one lead, and bus stops of two. */
export async function planned(city: City): Promise<void> {
  await act(city, { as: office }, async (tx, at) => {
    await tx.insert(plans).values({
      key: 'fourth',
      position: 9,
      inFiles: false,
      draftedAt: at,
      approvedAt: at,
      doc: {
        key: 'fourth',
        title: { en: 'The fourth plan', ko: '제4차 계획' },
        from: '2026-01-01',
        until: '2031-12-31',
        precision: 'day',
        goals: [],
        areas: [{ key: 'getting-about', title: { en: 'Getting about', ko: '이동할 권리' } }],
        targets: [],
        tasks: [],
        sizes: [],
        steps: [],
      } as never,
    })
    const task = {
      plan: 'fourth',
      area: 'getting-about',
      articles: ['charter/11' as const],
      groups: [],
      supporting: [],
      indicators: [],
      findings: [],
      from: day('2026-01-01'),
      until: day('2031-12-31'),
      addedIn: 1,
    }
    await tx.insert(tasks).values([
      { ...task, no: '1-1', title: { en: 'No step at any crossing' }, leads: [transport] },
      { ...task, no: '1-2', title: { en: 'Stops that all can use' }, leads: [transport, welfare] },
    ])
    return { entries: [{ what: 'made-up', about: aboutPlan('fourth') }] }
  })
}

/** What a form of the year's plan says, where a test does not say otherwise. */
export const kerbs = {
  title: 'Forty kerbs lowered',
  text: 'At the crossings with most wheelchairs.',
  measure: 'Kerbs lowered',
  target: '40',
  lead: transport,
  joint: '',
  dueOn: '2027-12-31',
  cost: '',
  free: 'yes',
}

/** Somebody at the desk of the year. */
export function deskOf(city: TestCity, viewer: ReturnType<typeof person>) {
  const browser = city.as(viewer)
  return {
    browser,
    page: () => browser.page('/en/desk/year'),
    draft: (no: string, fields: Record<string, string> = {}, year = 2027) =>
      browser.post(`/en/desk/year/plans/fourth/tasks/${no}/${year}`, { ...kerbs, ...fields }),
    say: (id: number, agrees: 'yes' | 'no', reason = '') =>
      browser.post(`/en/desk/year/actions/${id}/agreement`, { agrees, reason }),
    report: (id: number, quarter: number, reached: number, fields: Record<string, string> = {}) =>
      browser.post(`/en/desk/year/actions/${id}/quarters/${quarter}`, {
        reached: String(reached),
        text: 'As it stands.',
        obstacle: 'none',
        ...fields,
      }),
  }
}
