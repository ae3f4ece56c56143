export { play } from './play.ts'
export { readStory, storyFaults } from './reading.ts'
export { scenesOf } from './scenes.ts'
export { handTurned } from './world.ts'
