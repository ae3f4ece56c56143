import type { District } from '#city/index.ts'
import { inEachLanguage } from '#kit/findable.ts'
import type { Ref } from '#kit/ref.ts'
import type { Findable } from '#kit/room.ts'
import type { Body } from './body.ts'

/** A body by every name it ever had: who looks for an office of long ago finds what became of it. */
export function findableBody(about: Ref, body: Body): Findable[] {
  const texts = body.versions.flatMap((each) => [each.name, each.shortName, each.duties])
  return inEachLanguage(about, body.versions.at(-1)!.name, [
    ...texts,
    body.about,
    ...body.posts.map((each) => each.name),
  ])
}

export const findableDistrict = (about: Ref, district: District): Findable[] =>
  inEachLanguage(about, district.name, [])
