import * as openid from 'openid-client'
import { Refusal } from '#kit/refusal.ts'
import type { Provider } from './means.ts'
import { newToken } from './seal.ts'

/** What must come back unchanged from a journey to a provider. */
export type Journey = { state: string; nonce: string; verifier: string; goTo: string; lang: string }

export const newJourney = (goTo: string, lang: string): Journey => ({
  state: newToken(),
  nonce: newToken(),
  verifier: openid.randomPKCECodeVerifier(),
  goTo,
  lang,
})

/** The provider's page to go to (OpenID Connect Core 3.1.2.1, with PKCE after RFC 7636). */
export async function addressOfProvider(
  provider: Provider,
  journey: Journey,
  returnTo: string,
): Promise<string> {
  const { state, nonce, verifier, lang } = journey
  return openid.buildAuthorizationUrl(await known(provider), {
    redirect_uri: returnTo,
    scope: 'openid',
    state,
    nonce,
    code_challenge: await openid.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
    ui_locales: lang,
  }).href
}

/** Who came back, as the provider names them. Nothing else is asked for and nothing else is kept. */
export async function subjectAtProvider(
  provider: Provider,
  journey: Journey,
  answer: URLSearchParams,
  returnTo: string,
): Promise<string> {
  if (answer.get('state') !== journey.state) throw new Refusal('people.provider-late')
  const config = await known(provider)
  const came = new URL(returnTo)
  came.search = answer.toString()
  try {
    const { verifier: pkceCodeVerifier, state: expectedState, nonce: expectedNonce } = journey
    const checks = { pkceCodeVerifier, expectedState, expectedNonce, idTokenExpected: true }
    const tokens = await openid.authorizationCodeGrant(config, came, checks)
    return tokens.claims()!.sub
  } catch (error) {
    throw refusalFor(error)
  }
}

function refusalFor(error: unknown): Refusal {
  if (error instanceof openid.AuthorizationResponseError) return new Refusal('people.provider-refused')
  if (error instanceof openid.ResponseBodyError) return new Refusal('people.provider-refused')
  if (error instanceof TypeError || (error instanceof openid.ClientError && away.has(error.code ?? '')))
    return new Refusal('people.provider-away')
  return new Refusal('people.provider-wrong')
}

const away = new Set(['OAUTH_TIMEOUT', 'OAUTH_ABORT'])

const asked = new Map<string, Promise<openid.Configuration>>()

/** How the provider describes itself; asked once, and again if it could not say. */
function known(provider: Provider): Promise<openid.Configuration> {
  const name = `${provider.issuer} ${provider.clientId}`
  const before = asked.get(name)
  if (before) return before
  const asking = discover(provider)
  asked.set(name, asking)
  asking.catch(() => asked.delete(name))
  return asking
}

/** Only over a line nobody else can read; a provider on this machine is one for trying things. */
async function discover({ issuer, clientId, clientSecret }: Provider): Promise<openid.Configuration> {
  const isHere = ['localhost', '127.0.0.1', '[::1]'].includes(new URL(issuer).hostname)
  const authentication = openid.ClientSecretBasic(clientSecret)
  const options = { timeout: 10, ...(isHere && { execute: [openid.allowInsecureRequests] }) }
  try {
    return await openid.discovery(new URL(issuer), clientId, undefined, authentication, options)
  } catch {
    throw new Refusal('people.provider-away')
  }
}
