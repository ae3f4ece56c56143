/** What is done with figures, for whoever tells a story through the same doors. */
export * as indicatorActs from './acts.ts'
export { headlineOf, lateIndicators } from './headline.reads.ts'
export { indicatorsHolding } from './holding.actions.ts'
export { aboutIndicator } from './indicator.ts'
export type { IndicatorLine } from './line.ts'
export { indicatorChoices, indicatorLines, indicatorsServing } from './lines.reads.ts'
export { indicatorChanges } from './load.ts'
