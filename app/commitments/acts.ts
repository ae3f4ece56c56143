export { check, declareDone, stop } from './ending.actions.ts'
export { changePlan } from './planning.actions.ts'
export { answerHelp, askHelp, reach, report } from './reporting.actions.ts'
export { wholeCommitment } from './whole.reads.ts'
