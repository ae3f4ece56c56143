import { holds } from '#kit/audience.ts'
import type { City } from '#kit/city.ts'
import type { Room, Waiting } from '#kit/room.ts'
import type { Viewer } from '#kit/view.ts'
import { givenUpCount } from './letters.ts'
import { logRoutes } from './log-routes.ts'
import { noticeRoutes } from './notice-routes.tsx'
import { forgetOld, writeDigests } from './noticing.ts'
import { receiptRoutes } from './receipt-routes.tsx'
import { type RecordOptions, recordRoutes } from './routes.tsx'
import { en } from './words.en.ts'
import { ko } from './words.ko.ts'
import { sentences } from './words.ts'

/** What happened in the city, for everybody to see, follow and prove. */
export const recordRoom = (options: RecordOptions): Room => ({
  key: 'record',
  routes: [
    recordRoutes(options),
    logRoutes(options),
    noticeRoutes(options.keys),
    receiptRoutes(options.keys),
  ],
  sentences,
  waiting,
  tools: [{ path: '/record/undelivered', label: { en: en.undelivered.title, ko: ko.undelivered.title } }],
  jobs: [
    {
      name: 'record.daily',
      cron: '0 8 * * *',
      run: async (city) => void (await writeDigests(city, 'daily')),
    },
    {
      name: 'record.weekly',
      cron: '0 8 * * 1',
      run: async (city) => void (await writeDigests(city, 'weekly')),
    },
    { name: 'record.forget', cron: '10 4 * * *', run: forgetOld },
  ],
})

async function waiting(city: City, viewer: Viewer): Promise<Waiting[]> {
  if (!holds(viewer, 'accounts')) return []
  const count = await givenUpCount(city.reads)
  if (count === 0) return []
  const title = { en: en.undelivered.waiting(count), ko: ko.undelivered.waiting(count) }
  return [{ title, href: '/record/undelivered', turn: 'mine' }]
}
