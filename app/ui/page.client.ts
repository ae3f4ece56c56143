import { enhanceForms } from './form.client.ts'
import { enhanceExit } from './quick-exit.client.ts'

enhanceForms()
enhanceExit()

for (const button of document.querySelectorAll<HTMLButtonElement>('[data-print]')) {
  button.hidden = false
  button.addEventListener('click', () => print())
}
