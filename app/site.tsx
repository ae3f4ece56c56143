import { type Context, Hono, type MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { getCookie } from 'hono/cookie'
import { secureHeaders } from 'hono/secure-headers'
import type { Audience } from '#kit/audience.ts'
import type { City } from '#kit/city.ts'
import { blank, readBody, typedOf } from '#kit/form.ts'
import { NotFound } from '#kit/found.ts'
import { type Facts, Refusal } from '#kit/refusal.ts'
import type { Room, Sentences } from '#kit/room.ts'
import { bringsToken, type Declared, wantsJson } from '#kit/routes.ts'
import type { NavItem, View, Viewer } from '#kit/view.ts'
import type { Ctx, Env, KeptForms } from '#kit/web.ts'
import type { Lang } from '#kit/words.ts'
import type { Assets } from '#ui/assets.ts'
import { BrokenPage, ForbiddenPage, MissingPage, RefusedPage } from './errors.tsx'
import { measure } from './metrics.ts'
import { csrfToken, readPrefs, visitOf } from './visit.ts'

/** Everything a site is made of; the process and the tests put it together, each in their own way. */
export type House = {
  city: City
  rooms: readonly Room[]
  /** Keeps the tokens of forms from being made elsewhere. */
  secret: Uint8Array
  identify(c: Ctx, lang: Lang): Promise<Viewer>
  kept: KeptForms
  assets: Assets
  unread(person: number): Promise<number>
  navigation(lang: Lang, viewer: Viewer): readonly NavItem[]
  footer(lang: Lang): NonNullable<View['footer']>
  /** Told of every bug, with the number that the reader is shown. */
  broken(error: unknown, number: string, c: Context): void
}

/** The site of a city: every room's paths behind the audience each was declared for. */
export function createSite(house: House): Hono<Env> {
  const site = new Hono<Env>({ strict: false })
  const tell = teller(house.rooms)
  const { languages } = house.city.facts

  site.use(measure, headers(house.city.baseUrl))
  site.post('*', limited)
  site.get('/assets/*', house.assets.serve)
  site.use(async (c, next) => {
    // PostgreSQL keeps no NUL in a text, and no header takes a control character.
    if (/%00/.test(c.req.url) || /%(?:[01][\da-f]|7f)/i.test(new URL(c.req.url).pathname))
      throw new NotFound()
    c.set('city', house.city)
    c.set('kept', house.kept)
    // What programs read is the same for everybody, and anybody may keep a copy.
    const isForReaders = languages.includes(c.req.path.split('/')[1] ?? '')
    c.set('view', isForReaders ? await viewFor(c, house, tell) : bareView(c, house, tell))
    await next()
    if (!isForReaders) return
    const { headers } = c.res
    headers.append('vary', 'Cookie')
    // At a computer that many use, nobody leafs back to what somebody else saw.
    headers.set(
      'cache-control',
      c.var.view.viewer.kind === 'person' ? 'private, no-store' : 'private, no-cache',
    )
  })
  site.get('/', (c) => {
    c.header('vary', 'Accept-Language')
    return c.redirect(`/${languageOf(c, languages)}`, 302)
  })

  const inLanguage = `/:lang{(?:${languages.join('|')})}`
  const declared = declaredIn(house.rooms)
  for (const each of [...declared.map((one) => withForm(one, declared)), ...formsAlone(declared)]) {
    const path = each.bare ? each.path : `${inLanguage}${each.path === '/' ? '' : each.path}`
    site.on(each.method, path, guarded(each))
  }

  site.notFound((c) => c.html(<MissingPage view={c.var.view ?? bareView(c, house, tell)} />, 404))
  site.onError((error, c) => answerTo(error, c, house, tell))
  return site
}

/** What every declared path admits, as a table: derived, so it cannot differ from what is enforced. */
export const accessTable = (rooms: readonly Room[]): { method: string; path: string; audience: string }[] =>
  declaredIn(rooms).map(({ method, path, audience }) => ({ method, path, audience: audience.name }))

type Mounted = Declared & { bare: boolean }

const declaredIn = (rooms: readonly Room[]): Mounted[] =>
  rooms
    .flatMap((room) => room.routes)
    .flatMap(({ bare, declared }) => declared.map((each) => ({ ...each, bare })))

/** A page with a form on it shows what its writer typed before they had to sign in. */
function withForm(page: Mounted, declared: readonly Mounted[]): Mounted {
  const form = declared.find((each) => each.again && each.path === page.path)
  if (page.method === 'POST' || !form) return page
  return { ...page, handle: async (c) => (await keptForm(c, form)) ?? page.handle(c) }
}

/** A form that stands on another page than it is sent to can be looked at where it is sent to. */
const formsAlone = (declared: readonly Mounted[]): Mounted[] =>
  declared
    .filter((form) => form.again)
    .filter((form) => !declared.some((each) => each.method === 'GET' && each.path === form.path))
    .map((form) => ({
      ...form,
      method: 'GET',
      handle: async (c) => (await keptForm(c, form)) ?? form.again!(c, blank),
    }))

async function keptForm(c: Ctx, form: Mounted): Promise<Response | undefined> {
  const typed = await c.var.kept.take(c, c.var.view.path)
  return typed && form.again!(c, { typed, problems: [], kept: true })
}

const tooLarge = () => {
  throw new Refusal('form.too-large')
}

const words = bodyLimit({ maxSize: 2 ** 20, onError: tooLarge })
/** Above what a form may bring in files, so that a little too much is refused beside what was typed. */
const files = bodyLimit({ maxSize: 20 * 2 ** 20, onError: tooLarge })

const limited: MiddlewareHandler = (c, next) =>
  (c.req.header('content-type')?.startsWith('multipart/') ? files : words)(c, next)

const headers = (baseUrl: string): MiddlewareHandler => {
  const general = secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: ["'self'"],
      imgSrc: ["'self'", 'data:'],
      objectSrc: ["'none'"],
      baseUri: ["'none'"],
      frameAncestors: ["'none'"],
      formAction: ["'self'"],
    },
    referrerPolicy: 'same-origin',
    strictTransportSecurity: baseUrl.startsWith('https:') ? 'max-age=31536000; includeSubDomains' : false,
    permissionsPolicy: { camera: [], microphone: [], geolocation: [] },
  })
  return async (c, next) => {
    let stricter: string | null = null
    await general(c, async () => {
      await next()
      stricter = c.res.headers.get(policy)
    })
    if (stricter) c.res.headers.set(policy, stricter)
  }
}

const policy = 'content-security-policy'

const guarded = (declared: Declared) => async (c: Ctx) => {
  if (declared.audience.admits(c.var.view.viewer)) return declared.handle(c)
  return turnAway(c, declared.audience)
}

/** To sign-in, or to the second factor, with what was typed kept; or the page that says who may. */
async function turnAway(c: Ctx, audience: Audience): Promise<Response> {
  const { view, kept } = c.var
  if (wantsJson(c)) return c.json({ title: view.tell('site.not-allowed'), status: 403 }, 403)
  const step = stepMissing(view.viewer, audience)
  if (!step) return c.html(<ForbiddenPage view={view} />, 403)
  if (c.req.method === 'POST') {
    const body = await readBody(c)
    // What another site's page sent is not put before somebody as their own words.
    if (bringsToken(c, body)) await kept.keep(c, view.path, typedOf(body))
  }
  const { pathname, search } = new URL(c.req.url)
  return c.redirect(`/${view.lang}${step}?${new URLSearchParams({ to: pathname + search })}`, 303)
}

function stepMissing(viewer: Viewer, audience: Audience): string | undefined {
  if (viewer.kind === 'anonymous') return '/sign-in'
  if (!viewer.secondFactor && audience.admits({ ...viewer, secondFactor: true }))
    return '/sign-in/second-factor'
  return undefined
}

function answerTo(error: unknown, c: Context<Env>, house: House, tell: Tell): Response | Promise<Response> {
  const view = c.var.view ?? bareView(c, house, tell)
  if (error instanceof NotFound) return c.html(<MissingPage view={view} />, 404)
  if (error instanceof Refusal)
    return c.html(<RefusedPage view={view} code={error.code} facts={error.facts} />, 422)
  const number = crypto.randomUUID().slice(0, 8)
  house.broken(error, number, c)
  return c.html(<BrokenPage view={view} number={number} />, 500)
}

type Tell = (lang: Lang) => View['tell']

/** Every room's sentences as one, by language. */
export function teller(rooms: readonly Room[]): Tell {
  const merged = new Map<Lang, Sentences>()
  for (const room of rooms)
    for (const [lang, sentences] of Object.entries(room.sentences))
      merged.set(lang, { ...merged.get(lang), ...sentences })
  return (lang) =>
    (code, facts: Facts = {}) => {
      const sentence = merged.get(lang)?.[code] ?? merged.get('en')?.[code] ?? code
      return typeof sentence === 'string' ? sentence : sentence(facts)
    }
}

async function viewFor(c: Ctx, house: House, tell: Tell): Promise<View> {
  const visit = visitOf(c, house.city.baseUrl)
  const bare = bareView(c, house, tell)
  const viewer = await house.identify(c, bare.lang)
  const unread = viewer.kind === 'person' ? await house.unread(viewer.id) : 0
  const nav = house.navigation(bare.lang, viewer)
  return { ...bare, viewer, unread, nav, csrf: csrfToken(house.secret, visit) }
}

/** A view that asks nobody anything, fit for an answer when all else fails. */
function bareView(c: Context, house: House, tell: Tell): View {
  const { city } = house
  const { languages, name, timeZone, currency } = city.facts
  const lang = languageOf(c, languages)
  const path = c.req.path.replace(/^\/[a-z-]+(?=\/|$)/, (first) =>
    languages.includes(first.slice(1)) ? '' : first,
  )
  return {
    lang,
    languages,
    cityName: name,
    timeZone,
    currency,
    at: city.clock.now(),
    baseUrl: city.baseUrl,
    path: path || '/',
    query: new URL(c.req.url).search,
    viewer: { kind: 'anonymous' },
    csrf: '',
    demo: city.demo,
    prefs: readPrefs(getCookie(c, 'prefs')),
    nav: house.navigation(lang, { kind: 'anonymous' }),
    footer: house.footer(lang),
    assets: house.assets.url,
    source: city.facts.source,
    tell: tell(lang),
  }
}

/** The language of the address; where it has none, the reader's first that the city speaks. */
function languageOf(c: Context, languages: readonly Lang[]): Lang {
  const inPath = c.req.path.split('/')[1] ?? ''
  if (languages.includes(inPath)) return inPath
  const wanted = (c.req.header('accept-language') ?? '')
    .split(',')
    .map((each) => each.trim().slice(0, 2).toLowerCase())
  return wanted.find((each) => languages.includes(each)) ?? languages[0]!
}
