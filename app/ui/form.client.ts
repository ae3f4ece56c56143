/** What a form keeps on the reader's device until it has been sent. */
export type Draft = { kept: number; sent?: boolean; fields: [name: string, value: string][] }

const prefix = 'draft:'
const keptFor = 7 * 24 * 60 * 60 * 1000

export function enhanceForms(): void {
  forgetDrafts()
  for (const form of document.querySelectorAll<HTMLFormElement>('form[data-once]')) {
    if (form.dataset.draft) keepDraft(form, form.dataset.draft)
    sendOnce(form)
  }
  for (const area of document.querySelectorAll<HTMLTextAreaElement>('textarea[data-max]')) countDown(area)
}

/** Drafts that arrived, and those nobody came back for. A page that failed proves nothing about arrival. */
function forgetDrafts(): void {
  const failed = document.documentElement.dataset.status !== undefined
  const shown = [...document.querySelectorAll<HTMLFormElement>('form[data-draft]')].map(
    (form) => form.dataset.draft,
  )
  for (const key of keys().filter((each) => each.startsWith(prefix))) {
    const draft = read(key.slice(prefix.length))
    const arrived = draft?.sent && !failed && !shown.includes(key.slice(prefix.length))
    if (!draft || arrived || Date.now() - draft.kept > keptFor) localStorage.removeItem(key)
  }
}

function keepDraft(form: HTMLFormElement, key: string): void {
  const draft = read(key)
  if (draft && form.dataset.fresh !== undefined && restore(form, draft))
    tell(form, form.dataset.restored ?? '', () => {
      localStorage.removeItem(prefix + key)
      form.reset()
      form.dispatchEvent(new Event('input'))
    })
  let timer = 0
  form.addEventListener('input', (event) => {
    clearTimeout(timer)
    // A reset announces itself with an event on the form; only a person's typing is kept.
    if (event.target !== form)
      timer = window.setTimeout(() => write(key, { kept: Date.now(), fields: typed(form) }), 300)
  })
  form.addEventListener('submit', () => {
    clearTimeout(timer)
    write(key, { kept: Date.now(), sent: true, fields: typed(form) })
  })
}

/** What was typed, without passwords, files, tokens and whatever is marked as sensitive. */
function typed(form: HTMLFormElement): Draft['fields'] {
  return controls(form)
    .filter((each) => !isChoice(each) || each.checked)
    .map((each) => [each.name, each.value])
}

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement

const controls = (form: HTMLFormElement): Control[] =>
  [...form.querySelectorAll<Control>('input[name], textarea[name], select[name]')].filter(
    (each) => !/^(hidden|password|file|submit)$/.test(each.type) && !each.closest('[data-sensitive]'),
  )

const isChoice = (each: Control): each is HTMLInputElement =>
  each.type === 'radio' || each.type === 'checkbox'

/** Puts the draft into the form, and says whether that changed anything. */
function restore(form: HTMLFormElement, { fields }: Draft): boolean {
  const before = JSON.stringify(typed(form))
  for (const each of controls(form)) {
    const values = fields.filter(([name]) => name === each.name).map(([, value]) => value)
    if (isChoice(each)) each.checked = values.includes(each.value)
    else if (values[0] !== undefined) each.value = values[0]
  }
  return JSON.stringify(typed(form)) !== before
}

/** One press, one sending; without a connection, as soon as there is one. */
function sendOnce(form: HTMLFormElement): void {
  let sending = false
  const button = form.querySelector<HTMLButtonElement>('button:not([type=button])')
  form.addEventListener('submit', (event) => {
    if (sending) return event.preventDefault()
    if (!navigator.onLine) {
      event.preventDefault()
      tell(form, form.dataset.offline ?? '')
      addEventListener('online', () => form.requestSubmit(), { once: true })
      return
    }
    sending = true
    button?.setAttribute('aria-disabled', 'true')
    tell(form, form.dataset.sending ?? '')
  })
  addEventListener('pageshow', () => {
    sending = false
    button?.removeAttribute('aria-disabled')
  })
}

function tell(form: HTMLFormElement, text: string, forget?: () => void): void {
  const note = form.querySelector('.form-note')
  if (!note) return
  note.replaceChildren(text)
  if (!forget) return
  const button = Object.assign(document.createElement('button'), {
    type: 'button',
    className: 'button secondary small',
    textContent: form.dataset.forget ?? '',
  })
  button.addEventListener('click', () => {
    forget()
    note.replaceChildren()
  })
  note.append(button)
}

/** How many characters are left, said aloud only when one pauses. */
function countDown(area: HTMLTextAreaElement): void {
  const max = Number(area.dataset.max)
  const seen = Object.assign(document.createElement('p'), { className: 'hint count-note' })
  const heard = Object.assign(document.createElement('p'), { className: 'screen-only', role: 'status' })
  seen.setAttribute('aria-hidden', 'true')
  area.after(seen, heard)
  let timer = 0
  const count = () => {
    const left = max - area.value.length
    const text =
      (left < 0 ? area.dataset.over : area.dataset.left)?.replace(
        '{n}',
        Math.abs(left).toLocaleString(document.documentElement.lang),
      ) ?? ''
    seen.textContent = text
    seen.classList.toggle('over', left < 0)
    clearTimeout(timer)
    timer = window.setTimeout(() => {
      if (document.activeElement === area) heard.textContent = text
    }, 1000)
  }
  area.addEventListener('input', count)
  area.form?.addEventListener('input', count)
  count()
}

/** Nothing where the browser lets nothing be kept. */
function keys(): string[] {
  try {
    return Object.keys(localStorage)
  } catch {
    return []
  }
}

function read(key: string): Draft | undefined {
  try {
    const draft: Draft = JSON.parse(localStorage.getItem(prefix + key) ?? 'null')
    return Array.isArray(draft?.fields) ? draft : undefined
  } catch {
    return undefined
  }
}

function write(key: string, draft: Draft): void {
  try {
    localStorage.setItem(prefix + key, JSON.stringify(draft))
  } catch {
    // A device that is full or keeps nothing loses only the convenience.
  }
}
