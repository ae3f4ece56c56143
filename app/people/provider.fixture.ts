import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import OpenidProvider from 'oidc-provider'
import { onTestFinished, vi } from 'vitest'
import type { Provider } from './means.ts'

/** A real OpenID Connect provider on this machine, that lets in whoever names themselves. */
export async function startProvider(level: Provider['level'] = 2): Promise<Provider> {
  let answer: RequestListener = () => {}
  const server = createServer((request, response) => answer(request, response))
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  onTestFinished(() => void server.close())
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const client = { clientId: 'madang', clientSecret: 'a secret/of this+city' }
  // It says at length that these settings are fit for tests only.
  for (const kind of ['warn', 'info'] as const) {
    const said = vi.spyOn(console, kind).mockImplementation(() => {})
    onTestFinished(() => said.mockRestore())
  }
  answer = new OpenidProvider(issuer, {
    clients: [
      {
        client_id: client.clientId,
        client_secret: client.clientSecret,
        redirect_uris: ['https://city.example/sign-in/with/national/return'],
      },
    ],
    pkce: { required: () => true },
    features: { devInteractions: { enabled: true } },
    cookies: { keys: ['only for this test'] },
  }).callback()
  return { key: 'national', name: { ko: '나라 로그인', en: 'National sign-in' }, issuer, ...client, level }
}

/** Walks through the provider's own pages as a browser, from where the city sends one to where it sends one back. */
export async function walkThrough(start: string, login: string): Promise<URL> {
  const cookies = new Map<string, string>()
  let [address, body]: [string, URLSearchParams | undefined] = [start, undefined]
  for (let steps = 0; steps < 20; steps++) {
    const answer: Response = await fetch(address, {
      redirect: 'manual',
      headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
      ...(body && { method: 'POST', body }),
    })
    for (const each of answer.headers.getSetCookie()) {
      const [, name, value] = each.match(/^([^=]+)=([^;]*)/)!
      cookies.set(name!, value!)
    }
    const next = answer.headers.get('location')
    if (next?.startsWith('https://city.example/')) return new URL(next)
    if (next) [address, body] = [new URL(next, address).href, undefined]
    else [address, body] = formOn(await answer.text(), address, login)
  }
  throw new Error('the provider never sent anybody back')
}

function formOn(page: string, at: string, login: string): [string, URLSearchParams] {
  const action = page.match(/<form[^>]*action="([^"]+)"/)?.[1]
  const prompt = page.match(/name="prompt" value="(\w+)"/)?.[1]
  if (!action || !prompt) throw new Error(`no form on ${at}: ${page.slice(0, 500)}`)
  return [new URL(action, at).href, new URLSearchParams({ prompt, login, password: 'any' })]
}
