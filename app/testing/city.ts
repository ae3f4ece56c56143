import { join } from 'node:path'
import { generateKey } from '@madang/transparency-log'
import { type CityFiles, factsOf, readCity } from '#city/index.ts'
import { cookieName } from '#kit/cookie.ts'
import type { Database, Tx } from '#kit/db.ts'
import type { Mail } from '#kit/mail.ts'
import type { Viewer } from '#kit/view.ts'
import type { Provider } from '#people/index.ts'
import { type Keys, openCity } from '#record/index.ts'
import type { Assets } from '#ui/assets.ts'
import { buildHouse, type Ground } from '../house.ts'
import { loadCity } from '../load.ts'
import { createSite, type House } from '../site.tsx'
import { csrfToken } from '../visit.ts'
import { openTestDatabase, rolledBack } from './database.ts'

export const keys: Keys = {
  log: await generateKey('city.example/record', new Uint8Array(32).fill(7)),
  cookies: new Uint8Array(32).fill(1),
  sessions: new Uint8Array(32).fill(2),
}

const begins = Temporal.Instant.from('2026-11-21T09:00:00+09:00')

const noAssets: Assets = {
  url: (name) => `/assets/${name}`,
  serve: () => new Response(null, { status: 404 }),
}

type Options = { demo?: boolean; providers?: readonly Provider[]; assets?: Assets }

/** The files of a city of this repository, read once. */
export async function cityFiles(name = 'gwangju'): Promise<CityFiles> {
  const known = read.get(name) ?? readCity(join(import.meta.dirname, '../../cities', name))
  read.set(name, known)
  const reading = await known
  if (!reading.ok) throw new Error(`cities/${name}: ${JSON.stringify(reading.faults.slice(0, 3))}`)
  return reading.city
}
const read = new Map<string, ReturnType<typeof readCity>>()

/** A whole city with its files loaded, whose clock a test turns by hand, gone when the test ends. */
export async function testCity(options: Options = {}) {
  const files = await cityFiles()
  const database = await openTestDatabase('loaded')
  await loadedOnce(database, files)
  const tx = await rolledBack(database.db)
  return settle({ db: tx, reads: tx }, files, options)
}

/** The same on a database that really commits. */
export async function livingCity(
  database: Pick<Database, 'db' | 'reads'>,
  options: Options & { city?: string } = {},
) {
  const files = await cityFiles(options.city)
  const settled = settle(database, files, options)
  await loadCity(settled.city, files)
  return settled
}

/** A city of which nothing is stored yet, on a database that really commits. */
export const emptyCity = async (database: Pick<Database, 'db' | 'reads'>, options: Options = {}) =>
  settle(database, await cityFiles(), options)

export type TestCity = ReturnType<typeof settle>

// Loading takes longer than a test, so the city's files are the one thing that a worker's database keeps.
let loaded: Promise<number> | undefined
function loadedOnce(database: Database, files: CityFiles) {
  const city = openCity(database, {
    facts: factsOf(files),
    clock: { now: () => begins },
    baseUrl: 'https://city.example',
    demo: false,
  })
  loaded ??= loadCity(city, files)
  return loaded
}

function settle(
  database: { db: Tx; reads: Database['reads'] },
  files: CityFiles,
  { demo = false, providers = [], assets = noAssets }: Options,
) {
  let now = begins
  const bugs: unknown[] = []
  const mails: Mail[] = []
  const ground: Ground = {
    database,
    files,
    clock: { now: () => now },
    keys,
    baseUrl: 'https://city.example',
    demo,
    assets,
    providers,
    mail: async (mail) => void mails.push(mail),
    broken: (error) => bugs.push(error),
  }
  const house = buildHouse(ground)
  return {
    city: house.city,
    files,
    house,
    ground,
    /** Errors that were nobody's refusal: a test that expects none may say so. */
    bugs,
    mails,
    at: () => now,
    daysPass(days: number) {
      now = now.add({ hours: 24 * days })
    },
    turnTo(at: string) {
      now = Temporal.Instant.from(at)
    },
    /** A browser that is signed in the real way, or not at all. */
    browser: (visit?: string) => browserOf(house, visit),
    /** A browser in which somebody is signed in without having signed in. */
    as: (viewer: Viewer) => browserOf({ ...house, identify: async () => viewer }),
  }
}

export type Fields = Record<string, string | readonly string[] | Blob>

/** Asks and posts as a browser without JavaScript would, with cookies and the form's token. */
export function browserOf(house: House, visit = 'AAAAAAAAAAAAAAAAAAAAAA') {
  const site = createSite(house)
  const cookies = new Map([[cookieName('visit', house.city.baseUrl), visit]])
  const csrf = csrfToken(house.secret, visit)
  const request = async (path: string, init: RequestInit = {}) => {
    const headers = new Headers(init.headers)
    headers.set('cookie', [...cookies].map(([name, value]) => `${name}=${value}`).join('; '))
    const answer = await site.request(`${house.city.baseUrl}${path}`, { ...init, headers })
    for (const each of answer.headers.getSetCookie()) keepCookie(cookies, each)
    return answer
  }
  return {
    request,
    csrf,
    cookies,
    get: (path: string) => request(path),
    page: async (path: string) => (await request(path)).text(),
    post: (path: string, fields: Fields = {}) =>
      request(path, { method: 'POST', body: bodyOf({ _csrf: csrf, ...fields }) }),
  }
}

export type Browser = ReturnType<typeof browserOf>

function keepCookie(cookies: Map<string, string>, set: string) {
  const [pair = '', ...attributes] = set.split(';')
  const at = pair.indexOf('=')
  const gone = attributes.some((each) => /max-age=0\s*$/i.test(each))
  if (gone) cookies.delete(pair.slice(0, at))
  else cookies.set(pair.slice(0, at), pair.slice(at + 1))
}

function bodyOf(fields: Fields): FormData {
  const body = new FormData()
  for (const [name, value] of Object.entries(fields))
    for (const each of Array.isArray(value) ? value : [value]) body.append(name, each)
  return body
}

export const anonymous: Viewer = { kind: 'anonymous' }

/** Somebody of the cast: residents without a role, staff with their second factor. */
export const person = (name: string, id: number, ...roles: [role: string, body: string][]): Viewer => ({
  kind: 'person',
  id,
  name,
  assurance: roles.length > 0 ? 3 : 1,
  secondFactor: roles.length > 0,
  roles: roles.map(([role, body]) => ({ role, body })),
})
