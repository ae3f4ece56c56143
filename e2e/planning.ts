import type { Page } from '@playwright/test'
import type { Visit } from './places.ts'
import { send } from './ways-in.ts'

/** A plan that is only being made, with a hearing to come and what somebody wrote of it; and figures that were brought in. */
export async function liveWithPlans({ lang, newPage }: Visit): Promise<void> {
  const jiwoo = await newPage('Jiwoo')
  await jiwoo.goto(`/${lang}/desk/plan/new`)
  const [from, until] = lang === 'ko' ? ['2041', '2045'] : ['2046', '2050']
  await send(jiwoo, {
    from: from!,
    until: until!,
    'title.ko': `${from}년의 계획`,
    'title.en': `The plan of ${from}`,
    'goal1.en': 'Everybody is safe',
    'area1.en': 'At home',
  })
  const desk = new URL(jiwoo.url()).pathname
  await jiwoo.goto(`${desk}/hearings/new`)
  await send(jiwoo, {
    on: Temporal.Now.plainDateISO().add({ weeks: 4 }).toString(),
    place: 'Town hall, room 3',
  })
  await jiwoo.goto(`${desk}/remarks/new`)
  await send(jiwoo, { who: 'A resident', text: 'Think of those who rent a room by the week.', way: 'letter' })
  await bringIn(jiwoo, lang)
  await send(jiwoo, { 'role.0': 'period' })
  await send(jiwoo, { skip: 'yes' })
}

/** Comes to what the columns of a table are. */
export async function bringIn(page: Page, lang: string): Promise<void> {
  await page.goto(`/${lang}/desk/indicators/import`)
  await page.locator('input[name=file]').setInputFiles({
    name: 'figures.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(`year,value\n${lang === 'ko' ? 2019 : 2020},32.1\nsoon,3\n`),
  })
  await send(page, { indicator: 'nonregular-share' })
}
