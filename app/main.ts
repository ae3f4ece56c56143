import { mkdir, writeFile } from 'node:fs/promises'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { serve } from '@hono/node-server'
import pino from 'pino'
import { offerCopies } from '#backup/index.ts'
import { type CityFiles, factsOf, readCity } from '#city/index.ts'
import type { City } from '#kit/city.ts'
import { type Database, openDatabase } from '#kit/db.ts'
import { InUse, lock } from '#kit/lock.ts'
import { type Mail, type Mailer, openMailer } from '#kit/mail.ts'
import { migrate } from '#kit/migrate.ts'
import { systemClock } from '#kit/time.ts'
import { say } from '#kit/words.ts'
import { addressOf, passkeyScript, settleDemo } from '#people/index.ts'
import { similarScript } from '#petitions/index.ts'
import { integrate, type Keys, makeKeys, openCity, readKeys, startJobs } from '#record/index.ts'
import { readAssets } from '#ui/assets.ts'
import { CannotStart } from './cannot-start.ts'
import { closed } from './closed.ts'
import type { Config } from './config.ts'
import { buildHouse, type Ground } from './house.ts'
import { liveThrough } from './lived.ts'
import { loadCity } from './load.ts'
import { loggable } from './logging.ts'
import { readProviders } from './providers.ts'
import { createSite, teller } from './site.tsx'

export type Running = { url: string; loaded: number; stop(): Promise<void> }

/** A site in this process, asked as over the network. */
export type QuietSite = {
  keys: Keys
  ask(address: string): Response | Promise<Response>
  /** Gives what waits its leaf in the log, and whoever still writes a moment. */
  seal(): Promise<void>
}

/** Opens the city: database, files, site, jobs, in this order, and all of it undone by `stop`. @throws CannotStart */
export async function startCity(config: Config, onLiving = () => {}): Promise<Running> {
  const log = pino({ level: config.logLevel, serializers: { err: loggable } })
  const files = await readFiles(config)
  const keys = await keysFor(config)
  const { database, close } = await openStore(config)
  const post = postOf(config, files)
  const assets = await readAssets({
    colours: files.profile.chapterColours,
    scripts: { 'passkey.js': passkeyScript, 'similar.js': similarScript },
  })
  const ground: Ground = {
    database,
    files,
    clock: systemClock,
    keys,
    baseUrl: config.baseUrl,
    demo: config.demo,
    assets,
    mail: post.send,
    metricsToken: config.metricsToken,
    providers: await readProviders(config.dataDir),
    broken: (error, number) => log.error({ err: error, number }, 'bug'),
  }
  const house = buildHouse(ground)
  const { city, rooms } = house
  if (config.demo) await liveThrough(ground, city, config.cityDir, onLiving)
  const loaded = await loadCity(city, files)
  if (config.demo) await settleDemo(city, files)

  const server = await listen(createSite(house).fetch, config.port)
  const tell = teller(rooms)
  const jobs = startJobs({
    city,
    database,
    rooms,
    keys,
    broken: (error, job) => log.error({ err: error, job }, 'job'),
    post: { mailer: post, tell, addressOf: (person) => addressOf(city.reads, person) },
  })
  const copies = await offerCopies(database, config.dataDir).catch((error: unknown) =>
    log.warn({ err: error }, 'madang backup has to wait until the city is stopped'),
  )
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}`,
    loaded,
    async stop() {
      await copies?.close()
      await closed(server)
      await jobs.stop()
      post.close()
      await close()
    },
  }
}

/** Does something to a stored city without opening its site. @throws CannotStart */
export async function withCity<T>(config: Config, work: (city: City) => Promise<T>): Promise<T> {
  const files = await readFiles(config)
  const { database, close } = await openStore(config)
  try {
    const { baseUrl, demo } = config
    return await work(openCity(database, { facts: factsOf(files), clock: systemClock, baseUrl, demo }))
  } finally {
    await close()
  }
}

/** A stored city's site, to be asked without being open to anybody. @throws CannotStart */
export async function withSite<T>(config: Config, work: (site: QuietSite) => Promise<T>): Promise<T> {
  const files = await readFiles(config)
  const keys = await keysFor(config)
  const { database, close } = await openStore(config)
  try {
    const house = buildHouse({
      database,
      files,
      clock: systemClock,
      keys,
      baseUrl: config.baseUrl,
      demo: config.demo,
      assets: { url: (name) => `/assets/${name}`, serve: () => new Response(null, { status: 404 }) },
      mail: async () => {},
      broken: (error) => {
        throw error
      },
    })
    const site = createSite(house)
    return await work({
      keys,
      ask: (address) => site.request(address),
      seal: async () => {
        await integrate(house.city, keys.log)
        await new Promise((resolve) => setTimeout(resolve, 50))
      },
    })
  } finally {
    await close()
  }
}

/** The city's database, brought up to date, and for nobody else while it is the embedded one. */
async function openStore({
  databaseUrl,
  dataDir,
}: Config): Promise<{ database: Database; close(): Promise<void> }> {
  const unlock = databaseUrl ? async () => {} : await lock(dataDir).catch(inUse)
  const database = await openDatabase(databaseUrl ? { url: databaseUrl } : { dataDir: join(dataDir, 'db') })
  await migrate(database)
  return { database, close: () => database.close().then(unlock) }
}

function inUse(error: unknown): never {
  throw error instanceof InUse ? new CannotStart('in-use') : error
}

async function readFiles({ cityDir }: Config): Promise<CityFiles> {
  const reading = await readCity(cityDir).catch(() => undefined)
  if (!reading?.ok) throw new CannotStart('city-files')
  return reading.city
}

/** A demonstration makes its own keys; of a real city's, somebody must know where they are kept. */
async function keysFor({ dataDir, baseUrl, demo }: Config): Promise<Keys> {
  const keys = (await readKeys(dataDir)) ?? (demo ? await makeKeys(dataDir, baseUrl) : undefined)
  if (!keys) throw new CannotStart('no-keys')
  return keys
}

/** In a demonstration without a mail server, letters are laid into a folder, where whoever tries it finds them. */
function postOf(config: Config, files: CityFiles): Mailer {
  const { profile } = files
  const name = say(profile.name, profile.languages[0]!, profile.languages).text
  const address = profile.contact.email ?? `noreply@${new URL(config.baseUrl).hostname}`
  if (config.smtpUrl) return openMailer(config.smtpUrl, { name, address })
  return { send: (mail) => layDown(join(config.dataDir, 'mail'), mail), close: () => {} }
}

async function layDown(folder: string, mail: Mail): Promise<void> {
  await mkdir(folder, { recursive: true })
  const file = `${systemClock.now().toString().replaceAll(':', '-')}.txt`
  await writeFile(join(folder, file), `To: ${mail.to}\nSubject: ${mail.subject}\n\n${mail.text}\n`)
}

const listen = (fetch: Parameters<typeof serve>[0]['fetch'], port: number) =>
  new Promise<Server>((resolve, reject) => {
    const server = serve({ fetch, port }, () => resolve(server as Server))
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(error.code === 'EADDRINUSE' ? new CannotStart('port') : error),
    )
  })
