import type { Room } from '#kit/room.ts'
import { tellLate } from './clock.actions.ts'
import { decidingDesk } from './desk.deciding.tsx'
import { valuesDesk } from './desk.tsx'
import { exportRoutes } from './export.routes.ts'
import { importDesk } from './import.desk.tsx'
import { forgetFiles } from './import.staging.actions.ts'
import { publishedIndicator } from './load.ts'
import { indicatorsRoutes } from './routes.tsx'
import { tells } from './tells.tsx'
import { waiting } from './waiting.reads.ts'
import { en } from './words.desk.en.ts'
import { ko } from './words.desk.ko.ts'
import { sentences } from './words.ts'

/** What is done with figures, for whoever tells a story through the same doors. */
export * as indicatorActs from './acts.ts'
export { groupIn } from './headline.pages.tsx'
export { type Headline, headlineNow, headlineOf, lateIndicators } from './headline.reads.ts'
export { indicatorsHolding } from './holding.actions.ts'
export { importTable, tryImport } from './import.actions.ts'
export { sayImport, sayRefused, tableOfProblems } from './import.saying.ts'
export type { RowProblem } from './import.ts'
export { aboutIndicator } from './indicator.ts'
export type { IndicatorLine } from './line.ts'
export { indicatorChoices, indicatorLines, indicatorsServing } from './lines.reads.ts'
export { indicatorChanges } from './load.ts'
export { readMetadata } from './opensdg.ts'
export { courseSaid, IndicatorLines, lineItem } from './parts.tsx'
export { prioritiesOf } from './reads.ts'

/** What the city measures of its people's rights, through whose hands it comes, and who is left behind. */
export function indicatorsRoom(rooms: () => readonly Room[]): Room {
  return {
    key: 'indicators',
    routes: [importDesk, decidingDesk, valuesDesk, indicatorsRoutes(rooms), exportRoutes],
    sentences,
    published: publishedIndicator,
    waiting,
    tells,
    tools: [{ path: '/desk/indicators', label: { en: en.title, ko: ko.title } }],
    jobs: [
      { name: 'indicators.late', cron: '20 6 * * *', run: tellLate },
      { name: 'indicators.forget-files', cron: '50 3 * * *', run: forgetFiles },
    ],
  }
}
