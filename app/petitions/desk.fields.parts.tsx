import type { Shown } from '#kit/form.ts'
import type { View } from '#kit/view.ts'
import { Select, TextArea } from '#ui/fields.tsx'
import { at } from '#ui/forms.tsx'
import { languageName } from '#ui/text.tsx'
import type { Choices, Desk } from './desk.data.ts'
import type { Doable } from './desk.rights.ts'
import { words } from './words.desk.ts'

export type FieldsProps = { view: View; shown: Shown; desk: Desk; choices: Choices; doable: Doable }

/** The choices of a closed list, by what they are called. */
export const choicesIn = <K extends string>(keys: readonly K[], labels: Record<K, string>) =>
  keys.map((value) => ({ value, label: labels[value] }))

/** What somebody writes is in the language of their page, unless they say otherwise. */
export const Language = ({ view, shown }: { view: View; shown: Shown }) => (
  <Select
    {...at(view, shown, 'lang')}
    label={words(view).desk.language}
    value={view.lang}
    options={view.languages.map((lang) => ({ value: lang, label: languageName(lang), lang }))}
  />
)

/** The reason, which everybody reads. */
export const Why = ({ view, shown }: FieldsProps) => (
  <>
    <TextArea {...at(view, shown, 'reason')} label={words(view).desk.why} rows={4} max={5000} />
    <Language view={view} shown={shown} />
  </>
)

export const yesOrNo = ['yes', 'no'] as const
