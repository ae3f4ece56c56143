/** Leaves without a trace of this page behind the back button; three times Esc does the same. */
export function enhanceExit(): void {
  const link = document.querySelector<HTMLAnchorElement>('[data-quick-exit]')
  if (!link) return
  const leave = () => {
    document.documentElement.hidden = true
    location.replace(link.href)
  }
  link.addEventListener('click', (event) => {
    event.preventDefault()
    leave()
  })
  let pressed: number[] = []
  document.addEventListener('keydown', (event) => {
    pressed = event.key === 'Escape' ? [...pressed.slice(-2), event.timeStamp] : []
    if (pressed.length === 3 && event.timeStamp - pressed[0]! < 2000) leave()
  })
}
