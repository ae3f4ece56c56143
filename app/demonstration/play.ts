import type { CityFiles } from '#city/index.ts'
import type { City } from '#kit/city.ts'
import type { Instant } from '#kit/time.ts'
import { playFiling, playPetition } from './petitions.ts'
import { playPledge } from './pledges.ts'
import type { Timed } from './scenes.ts'
import { type World, worldOf } from './world.ts'

/** A scene that could not be played, and why. */
export class SceneFailed extends Error {
  override name = 'SceneFailed'
}

/** Plays a story in a city whose clock is turned by hand, scene by scene. @throws SceneFailed naming the scene */
export async function play(
  city: City,
  { files, secret, turnTo }: { files: CityFiles; secret: Uint8Array; turnTo(at: Instant): void },
  scenes: readonly Timed[],
): Promise<void> {
  const world = await worldOf(city, files, secret)
  for (const scene of scenes) {
    turnTo(scene.at)
    await playScene(world, scene).catch((error: unknown) => {
      const did = scene.what === 'filed' ? 'is filed' : `${scene.did.deed} after ${scene.did.on} days`
      throw new SceneFailed(`${scene.petition.key}: ${did}: ${String(error)}`, { cause: error })
    })
  }
}

function playScene(world: World, scene: Timed): Promise<void> {
  switch (scene.what) {
    case 'filed':
      return playFiling(world, scene.petition)
    case 'petition':
      return playPetition(world, scene.petition, scene.did)
    case 'pledge':
      return playPledge(world, scene)
  }
}
