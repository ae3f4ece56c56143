import type { Ref } from '#kit/ref.ts'
import type { Findable } from '#kit/room.ts'
import type { Localized } from '#kit/words.ts'
import { openItem } from './forms.ts'
import type { Sitting } from './sitting.ts'
import { words } from './words.ts'

/** What a sitting is called, in each language of its committee's name. */
export const sittingTitle = (committee: Localized, no: number): Localized =>
  Object.fromEntries(
    Object.entries(committee).map(([lang, name]) => [lang, `${name}, ${words({ lang }).sittingNo(no)}`]),
  )

/** A sitting by what was open to the public: its agenda, its decisions and its minutes. */
export function findableSitting(about: Ref, title: Localized, sitting: Sitting): Findable[] {
  const items = sitting.items.map(openItem)
  const texts = [...items.flatMap((each) => [each.title, each.text, each.decision]), sitting.published?.text]
  const text = texts.filter(Boolean).join('\n')
  return Object.entries(title).map(([lang, name]) => ({ about, lang, title: name, text }))
}
