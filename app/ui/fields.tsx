import type { Child } from 'hono/jsx'
import type { Seen } from './words.ts'
import { words } from './words.ts'

type Asked = {
  view: Seen
  name: string
  label: string
  /** Of the label, where it is somebody's words in another language than the page. */
  labelLang?: string
  hint?: Child
  error?: string | undefined
  optional?: boolean
  /** Never kept on the reader's device. */
  sensitive?: boolean
  id?: string
  /** Of what stands in it, where that is another than the page's. */
  lang?: string | undefined
  /** What was typed before the form was shown again; it wins over `value`. */
  typed?: readonly string[] | undefined
}

type Option = {
  value: string
  label: string
  hint?: Child
  /** Where the label is in another language than the page. */
  lang?: string
}

export const TextField = (
  props: Asked & {
    value?: string
    type?: 'text' | 'email' | 'tel' | 'url' | 'number' | 'password' | 'search'
    autocomplete?: string
    inputmode?: 'text' | 'numeric' | 'decimal' | 'tel' | 'email' | 'url'
    width?: 'short' | 'medium' | 'wide' | 'full'
    max?: number
  },
) => (
  <Field asked={props}>
    <input
      {...control(props)}
      class={`input ${props.width ?? 'full'}`}
      type={props.type ?? 'text'}
      value={props.type === 'password' ? undefined : one(props)}
      autocomplete={props.autocomplete}
      inputmode={props.inputmode}
      maxlength={props.max}
    />
  </Field>
)

export const TextArea = (props: Asked & { value?: string; rows?: number; max?: number }) => {
  const w = words(props.view).form
  const { max } = props
  return (
    <Field asked={props} hints={max ? w.most(max.toLocaleString(props.view.lang)) : undefined}>
      <textarea
        {...control(props, max !== undefined)}
        class="input full"
        rows={props.rows ?? 6}
        data-max={max}
        data-left={max && w.left}
        data-over={max && w.over}
      >
        {one(props)}
      </textarea>
    </Field>
  )
}

export const Select = (props: Asked & { value?: string; options: readonly Option[]; empty?: string }) => (
  <Field asked={props}>
    <select {...control(props)} class="input">
      <option value="">{props.empty ?? words(props.view).form.empty}</option>
      {props.options.map(({ value, label, lang }) => (
        <option value={value} lang={lang} selected={one(props) === value}>
          {label}
        </option>
      ))}
    </select>
  </Field>
)

export const Radios = (props: Asked & { value?: string; options: readonly Option[]; inline?: boolean }) => (
  <Choices asked={props} type="radio" options={props.options} inline={props.inline} chosen={[one(props)]} />
)

export const Checkboxes = (
  props: Asked & { value?: readonly string[]; options: readonly Option[]; inline?: boolean },
) => (
  <Choices
    asked={props}
    type="checkbox"
    options={props.options}
    inline={props.inline}
    chosen={props.typed ?? props.value ?? []}
  />
)

/** One box to tick, which sends `yes`: a consent, a confirmation. */
export const Checkbox = (props: Asked & { value?: string }) => (
  <div class={group(props)}>
    <Problem asked={props} />
    <div class="choice">
      <input {...control(props)} type="checkbox" value="yes" checked={one(props) === 'yes'} />
      <label for={idOf(props)}>
        {props.label} <Optional asked={props} />
      </label>
      {props.hint && (
        <div class="hint" id={`${idOf(props)}-hint`}>
          {props.hint}
        </div>
      )}
    </div>
  </div>
)

export const DateField = (props: Asked & { value?: string; min?: string; max?: string }) => (
  <Field asked={props}>
    <input
      {...control(props)}
      class="input medium"
      type="date"
      value={one(props)}
      min={props.min}
      max={props.max}
    />
  </Field>
)

export const FileField = (props: Asked & { accept?: string; maxMb?: number; multiple?: boolean }) => {
  const w = words(props.view).form
  const limit = props.maxMb && (props.multiple ? w.files : w.file)(props.maxMb)
  return (
    <Field asked={props} hints={limit || undefined}>
      <input
        {...control(props, !!limit)}
        class="input file"
        type="file"
        accept={props.accept}
        multiple={props.multiple ?? false}
      />
    </Field>
  )
}

export const HiddenField = (props: { name: string; value: string }) => (
  <input type="hidden" name={props.name} value={props.value} />
)

/** Several questions under one heading. */
export const Fieldset = (props: { legend: string; hint?: Child; children: Child }) => (
  <fieldset class="fieldset">
    <legend>{props.legend}</legend>
    {props.hint && <p class="hint">{props.hint}</p>}
    {props.children}
  </fieldset>
)

const Field = ({ asked, hints, children }: { asked: Asked; hints?: Child; children: Child }) => (
  <div class={group(asked)}>
    <label class="label" for={idOf(asked)}>
      {asked.labelLang ? <span lang={asked.labelLang}>{asked.label}</span> : asked.label}{' '}
      <Optional asked={asked} />
    </label>
    <Hint asked={asked} more={hints} />
    <Problem asked={asked} />
    {children}
  </div>
)

const Choices = (props: {
  asked: Asked
  type: 'radio' | 'checkbox'
  options: readonly Option[]
  inline: boolean | undefined
  chosen: readonly string[]
}) => {
  const { asked, type } = props
  const id = idOf(asked)
  return (
    <fieldset
      class={group(asked)}
      aria-describedby={described(asked, false)}
      data-sensitive={asked.sensitive ? '' : undefined}
    >
      <legend class="label">
        {asked.label} <Optional asked={asked} />
      </legend>
      <Hint asked={asked} />
      <Problem asked={asked} />
      <div class={props.inline ? 'choices inline' : 'choices'}>
        {props.options.map(({ value, label, hint, lang }, i) => (
          <div class="choice">
            <input
              type={type}
              id={i === 0 ? id : `${id}-${i + 1}`}
              name={asked.name}
              value={value}
              checked={props.chosen.includes(value)}
              aria-describedby={hint ? `${id}-${i + 1}-hint` : undefined}
              required={type === 'radio' && !asked.optional}
            />
            <label for={i === 0 ? id : `${id}-${i + 1}`} lang={lang}>
              {label}
            </label>
            {hint && (
              <div class="hint" id={`${id}-${i + 1}-hint`}>
                {hint}
              </div>
            )}
          </div>
        ))}
      </div>
    </fieldset>
  )
}

const Hint = ({ asked, more }: { asked: Asked; more?: Child }) =>
  asked.hint || more ? (
    <div class="hint" id={`${idOf(asked)}-hint`}>
      {asked.hint} {more}
    </div>
  ) : null

const Problem = ({ asked }: { asked: Asked }) =>
  asked.error ? (
    <p class="problem" id={`${idOf(asked)}-error`}>
      <span class="screen-only">{words(asked.view).form.problem}</span> {asked.error}
    </p>
  ) : null

const Optional = ({ asked }: { asked: Asked }) =>
  asked.optional ? <span class="optional">{words(asked.view).form.optional}</span> : null

const control = (asked: Asked, hinted = false) => ({
  id: idOf(asked),
  name: asked.name,
  required: !asked.optional,
  'aria-invalid': asked.error ? 'true' : undefined,
  'aria-describedby': described(asked, hinted),
  'data-sensitive': asked.sensitive ? '' : undefined,
  lang: asked.lang,
})

const idOf = (asked: Asked) => asked.id ?? asked.name
const one = (props: Asked & { value?: string }) => (props.typed ? (props.typed[0] ?? '') : props.value) ?? ''
const group = (asked: Asked) => `field${asked.error ? ' wrong' : ''}`

const described = (asked: Asked, hinted: boolean) =>
  [(asked.hint || hinted) && `${idOf(asked)}-hint`, asked.error && `${idOf(asked)}-error`]
    .filter(Boolean)
    .join(' ') || undefined
