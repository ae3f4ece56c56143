import type { CityFiles } from '#city/index.ts'
import type { City } from '#kit/city.ts'
import type { Day, Instant } from '#kit/time.ts'
import type { Timed } from './scenes.ts'
import { worldOf } from './world.ts'

/** A scene that could not be played, and why. */
class SceneFailed extends Error {
  override name = 'SceneFailed'
}

/** Plays a story in a city whose clock is turned by hand, scene by scene. @throws SceneFailed naming the scene */
export async function play(
  city: City,
  { turnTo, ...of }: { files: CityFiles; secret: Uint8Array; today: Day; turnTo(at: Instant): void },
  scenes: readonly Timed[],
): Promise<void> {
  const world = await worldOf(city, of)
  for (const { at, says, play: playScene } of scenes) {
    turnTo(at)
    await playScene(world).catch((error: unknown) => {
      throw new SceneFailed(`${says}: ${String(error)}`, { cause: error })
    })
  }
}
