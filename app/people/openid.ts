import { createHash } from 'node:crypto'
import { createRemoteJWKSet, type JWTPayload, jwtVerify } from 'jose'
import { z } from 'zod'
import { Refusal } from '#kit/refusal.ts'
import type { Provider } from './means.ts'
import { newToken } from './seal.ts'

/** What must come back unchanged from a journey to a provider. */
export type Journey = { state: string; nonce: string; verifier: string; goTo: string; lang: string }

export const newJourney = (goTo: string, lang: string): Journey => ({
  state: newToken(),
  nonce: newToken(),
  verifier: newToken(),
  goTo,
  lang,
})

const description = z.object({
  issuer: z.string(),
  authorization_endpoint: z.url(),
  token_endpoint: z.url(),
  jwks_uri: z.url(),
})
type Description = z.output<typeof description> & { keys: ReturnType<typeof createRemoteJWKSet> }

/** The provider's page to go to (OpenID Connect Core 3.1.2.1, with PKCE after RFC 7636). */
export async function addressOfProvider(
  provider: Provider,
  journey: Journey,
  returnTo: string,
): Promise<string> {
  const { authorization_endpoint } = await describe(provider)
  const address = new URL(authorization_endpoint)
  const challenge = createHash('sha256').update(journey.verifier).digest('base64url')
  for (const [key, value] of Object.entries({
    response_type: 'code',
    client_id: provider.clientId,
    redirect_uri: returnTo,
    scope: 'openid',
    state: journey.state,
    nonce: journey.nonce,
    code_challenge: challenge,
    code_challenge_method: 'S256',
    ui_locales: journey.lang,
  }))
    address.searchParams.set(key, value)
  return address.href
}

/** Who came back, as the provider names them. Nothing else is asked for and nothing else is kept. */
export async function subjectAtProvider(
  provider: Provider,
  journey: Journey,
  answer: URLSearchParams,
  returnTo: string,
): Promise<string> {
  if (answer.get('state') !== journey.state) throw new Refusal('people.provider-late')
  if ((answer.get('iss') ?? provider.issuer) !== provider.issuer) throw new Refusal('people.provider-wrong')
  const code = answer.get('code')
  if (!code) throw new Refusal('people.provider-refused')
  const claims = await claimsFor(provider, code, journey.verifier, returnTo)
  if (claims.nonce !== journey.nonce || !claims.sub) throw new Refusal('people.provider-wrong')
  if (claims.azp !== undefined && claims.azp !== provider.clientId) throw new Refusal('people.provider-wrong')
  return claims.sub
}

async function claimsFor(
  provider: Provider,
  code: string,
  verifier: string,
  returnTo: string,
): Promise<JWTPayload> {
  const { token_endpoint, keys } = await describe(provider)
  const { clientId, clientSecret, issuer } = provider
  const name = [clientId, clientSecret].map(encodeURIComponent).join(':')
  const answer = await ask(token_endpoint, {
    method: 'POST',
    headers: { authorization: `Basic ${Buffer.from(name).toString('base64')}`, accept: 'application/json' },
    body: new URLSearchParams({
      grant_type: 'authorization_code',
      code,
      redirect_uri: returnTo,
      code_verifier: verifier,
    }),
  })
  const read = z.object({ id_token: z.string() }).safeParse(answer)
  if (!read.success) throw new Refusal('people.provider-refused')
  return jwtVerify(read.data.id_token, keys, {
    issuer,
    audience: clientId,
    algorithms: ['RS256', 'PS256', 'ES256', 'EdDSA', 'Ed25519'],
    clockTolerance: 60,
    maxTokenAge: 600,
  }).then(
    ({ payload }) => payload,
    () => {
      throw new Refusal('people.provider-wrong')
    },
  )
}

const known = new Map<string, Promise<Description>>()

/** How the provider describes itself; asked once, and again if it could not say. */
function describe({ issuer }: Provider): Promise<Description> {
  const before = known.get(issuer)
  if (before) return before
  const asked = discover(issuer)
  known.set(issuer, asked)
  asked.catch(() => known.delete(issuer))
  return asked
}

async function discover(issuer: string): Promise<Description> {
  const said = await ask(`${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`, {})
  const read = description.safeParse(said)
  if (!read.success || read.data.issuer !== issuer) throw new Refusal('people.provider-away')
  return { ...read.data, keys: createRemoteJWKSet(new URL(read.data.jwks_uri)) }
}

/** JSON from the provider, over a line nobody else can read. */
async function ask(address: string, init: RequestInit): Promise<unknown> {
  const { protocol, hostname } = new URL(address)
  const isHere = ['localhost', '127.0.0.1', '[::1]'].includes(hostname)
  if (protocol !== 'https:' && !isHere) throw new Refusal('people.provider-away')
  try {
    const answer = await fetch(address, { ...init, redirect: 'error', signal: AbortSignal.timeout(10_000) })
    return await answer.json()
  } catch {
    throw new Refusal('people.provider-away')
  }
}
