import type { View } from '#kit/view.ts'
import type { Localized } from '#kit/words.ts'
import { href } from '#ui/href.ts'
import { Local } from '#ui/trust.tsx'
import { type Law, pathOf } from './charter.ts'
import { words } from './words.ts'

/** What instruments are called, by their keys. */
export type Names = ReadonlyMap<string, Localized>

export const namesOf = (laws: readonly Law[]): Names =>
  new Map(laws.map((each) => [each.key, each.shortTitle ?? each.title]))

/** A provision by its instrument's name and its article's number; what the city does not keep is only named. */
export const Named = ({ view, provision, names }: { view: View; provision: string; names: Names }) => {
  const [key = '', rest] = provision.split('/')
  const name = names.get(key)
  const [article, within] = rest?.split(/(?=\()/) ?? []
  const said = (
    <>
      {name ? <Local view={view} text={name} /> : key} {article && words(view).article(article)}
      {within}
    </>
  )
  return name ? <a href={href(view, pathOf(provision))}>{said}</a> : <span>{said}</span>
}
