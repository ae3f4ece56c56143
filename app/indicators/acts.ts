export { choosePriorities, define, note, redefine, setTarget } from './deciding.actions.ts'
export { enter } from './entering.actions.ts'
export { approve, check, giveBack, publish } from './releasing.actions.ts'
