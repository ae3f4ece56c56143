import type { Instrument } from '#city/index.ts'
import type { View } from '#kit/view.ts'
import type { Localized } from '#kit/words.ts'
import { href } from '#ui/href.ts'
import { Local } from '#ui/trust.tsx'
import { addressOf, type Law, readProvision } from './charter.ts'
import { words } from './words.ts'

/** What instruments are called and of what kind they are, by their keys. */
export type Names = ReadonlyMap<string, { name: Localized; kind: Instrument['kind'] }>

export const namesOf = (laws: readonly Law[]): Names =>
  new Map(laws.map(({ key, kind, shortTitle, title }) => [key, { name: shortTitle ?? title, kind }]))

/** A provision by its instrument's name and its number; what the city does not keep is only named. */
export const Named = ({ view, provision, names }: { view: View; provision: string; names: Names }) => {
  const { instrument, no, within } = readProvision(provision)
  const known = names.get(instrument)
  if (!known) return <span>{provision}</span>
  const w = words(view)
  return (
    <a href={href(view, `/${addressOf(provision)}`)}>
      <Local view={view} text={known.name} />
      {no && w.cited(w.partOf(known.kind, no), within)}
    </a>
  )
}
