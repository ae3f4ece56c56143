import type { Committee } from '#city/index.ts'
import type { Shown } from '#kit/form.ts'
import type { View } from '#kit/view.ts'
import { Radios, Select } from '#ui/fields.tsx'
import { at } from '#ui/forms.tsx'
import { href } from '#ui/href.ts'
import { Notice } from '#ui/notices.tsx'
import { languageName } from '#ui/text.tsx'
import { Local } from '#ui/trust.tsx'
import type { Words } from './words.en.ts'
import { words } from './words.ts'

export const choices = <K extends string>(all: readonly K[], labels: Record<K, string>) =>
  all.map((value) => ({ value, label: labels[value] }))

export const Language = ({ view, shown, name }: { view: View; shown: Shown; name: string }) => (
  <Select
    {...at(view, shown, name)}
    label={words(view).desk.language}
    value={view.lang}
    options={view.languages.map((lang) => ({ value: lang, label: languageName(lang), lang }))}
  />
)

export type Done = keyof Words['desk']['done']

/** Says that what was sent has been done, on the page that follows. */
export const JustDone = ({ view }: { view: View }) => {
  const done: Record<string, string> = words(view).desk.done
  const said = done[new URLSearchParams(view.query).get('done') ?? '']
  return said ? <Notice view={view} kind="success" title={said} /> : null
}

/** The way back from a page of the desk. */
export const deskCrumbs = (view: View, key: string, name: string) => [
  { href: href(view, '/desk/committees'), label: words(view).desk.title },
  { href: href(view, `/desk/committees/${key}`), label: name },
]

export const SeatText = ({ view, committee, seat }: { view: View; committee: Committee; seat: string }) => {
  const known = committee.seats.find((each) => each.key === seat)
  return known ? <Local view={view} text={known.name} /> : seat
}

/** Asked in the member's place, and only what the member wishes to say. */
export const TraitFields = ({ view, shown }: { view: View; shown: Shown }) => {
  const w = words(view).desk
  const options = (labels: Record<string, string>) =>
    Object.entries(labels).map(([value, label]) => ({ value, label }))
  return (
    <>
      <Radios
        {...at(view, shown, 'sex')}
        label={w.sex}
        hint={w.sexHint}
        options={options(w.sexes)}
        inline
        optional
        sensitive
      />
      <Radios
        {...at(view, shown, 'young')}
        label={w.young}
        options={options(w.youngs)}
        inline
        optional
        sensitive
      />
    </>
  )
}
