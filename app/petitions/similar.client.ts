const pause = 1500

/** Shows petitions like the one that is being written, whenever its writer pauses. */
for (const place of document.querySelectorAll<HTMLElement>('[data-similar]')) {
  const form = place.closest('form')
  let timer = 0
  form?.addEventListener('input', (event) => {
    if (!/^(title|text)$/.test((event.target as HTMLInputElement).name)) return
    clearTimeout(timer)
    timer = window.setTimeout(() => show(form, place), pause)
  })
}

async function show(form: HTMLFormElement, place: HTMLElement): Promise<void> {
  const typed = new FormData(form)
  const asked = new URLSearchParams()
  for (const name of ['_csrf', 'title', 'text', 'lang']) asked.set(name, String(typed.get(name) ?? ''))
  try {
    const answer = await fetch(place.dataset.similar!, { method: 'POST', body: asked })
    if (answer.ok) place.innerHTML = await answer.text()
  } catch {
    // Without a connection nothing alike is shown; the button that looks for it is still there.
  }
}
