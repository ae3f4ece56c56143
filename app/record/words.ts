import type { Sentences } from '#kit/room.ts'
import type { View } from '#kit/view.ts'
import { type Localized, plain, wordsIn } from '#kit/words.ts'
import { en, type Words } from './words.en.ts'
import { ko } from './words.ko.ts'

export const words = wordsIn({ en, ko })
export const sentences = { en: withHows(en), ko: withHows(ko) }

/** So that other pages can say how somebody is told. */
function withHows({ sentences, follow }: Words): Sentences {
  return {
    ...sentences,
    ...Object.fromEntries(Object.entries(follow.hows).map(([how, says]) => [`how.${how}`, says])),
  }
}

/** As whom something was done, by the name that the rooms which know it gave it. */
export const actorName = (view: Pick<View, 'tell'>, actor: string): string => named(view, 'actor', actor)

type Reader = Pick<View, 'tell' | 'lang' | 'languages'>

/** A thing as it was called last, or by its kind and key; and what things of a kind are called. */
export function thingName(view: Reader, about: string, title?: Localized | null): string {
  if (title) return plain(title, view)
  const [kind = '', ...id] = about.split('/')
  return [named(view, 'room', kind), ...id].join(' ')
}

function named(view: Pick<View, 'tell'>, kind: string, key: string): string {
  const code = `${kind}.${key}`
  const name = view.tell(code)
  return name === code ? key : name
}
