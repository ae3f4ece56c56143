/**
 * Passkeys, for browsers that know them: the button is hidden until this script shows it.
 * Everything a passkey does can also be done without one.
 */
for (const part of document.querySelectorAll<HTMLElement>('[data-passkey]')) {
  if (!('PublicKeyCredential' in window && 'parseRequestOptionsFromJSON' in PublicKeyCredential)) break
  part.hidden = false
  part.querySelector('button')?.addEventListener('click', () => void use(part))
}

async function use(part: HTMLElement): Promise<void> {
  const { passkey, ask, answer, to, failed } = part.dataset
  const status = part.querySelector('[role=status]')!
  status.textContent = ''
  try {
    const challenge = await post(part, ask!, {})
    const made = passkey === 'add' ? await create(challenge) : await get(challenge)
    const { goTo } = await post(part, answer!, { ...made, to })
    location.assign(goTo)
  } catch (error) {
    status.textContent = error instanceof Refused ? error.message : failed!
  }
}

async function create(challenge: PublicKeyCredentialCreationOptionsJSON): Promise<object> {
  const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(challenge)
  return ((await navigator.credentials.create({ publicKey })) as PublicKeyCredential).toJSON()
}

async function get(challenge: PublicKeyCredentialRequestOptionsJSON): Promise<object> {
  const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(challenge)
  return ((await navigator.credentials.get({ publicKey })) as PublicKeyCredential).toJSON()
}

class Refused extends Error {}

async function post(part: HTMLElement, address: string, body: object) {
  const answer = await fetch(address, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-csrf': part.dataset.csrf! },
    body: JSON.stringify(body),
  })
  const said = await answer.json()
  if (!answer.ok) throw new Refused(said.title)
  return said
}
