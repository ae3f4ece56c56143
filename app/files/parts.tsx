import { kinds } from '#kit/files.kinds.ts'
import type { Shown } from '#kit/form.ts'
import type { View } from '#kit/view.ts'
import { FileField } from '#ui/fields.tsx'
import { at } from '#ui/forms.tsx'
import type { Attached } from './reads.ts'
import { words } from './words.ts'

/** Files that were attached, each by its name and size. */
export const Files = ({ view, files }: { view: View; files: readonly Attached[] }) =>
  files.length === 0 ? null : (
    <ul class="files" aria-label={words(view).files}>
      {files.map(({ id, name, size }) => (
        <li>
          <a href={`/files/${id}/${encodeURIComponent(name)}`}>
            <bdi>{name}</bdi>
          </a>{' '}
          <span class="muted">{sizeText(view, size)}</span>
        </li>
      ))}
    </ul>
  )

/** Asks for files; goes into a form with `upload`, whose schema has `filesField`. */
export const FilesField = (props: { view: View; shown: Shown; name?: string; label?: string }) => {
  const { view, shown, name = 'files' } = props
  const w = words(view)
  return (
    <FileField
      {...at(view, shown, name)}
      label={props.label ?? w.attach}
      hint={w.hint}
      accept={accepted}
      multiple
      optional
    />
  )
}

const accepted = Object.values(kinds)
  .flatMap(({ endings }) => endings.map((each) => `.${each}`))
  .join(',')

function sizeText(view: View, size: number): string {
  const { sizes } = words(view)
  const said = (of: number) => of.toLocaleString(view.lang, { maximumFractionDigits: 1 })
  return size < 2 ** 20
    ? sizes.kilobytes(said(Math.max(1, Math.round(size / 1024))))
    : sizes.megabytes(said(size / 2 ** 20))
}
