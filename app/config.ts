import { isAbsolute, resolve } from 'node:path'

/** What the surroundings decide; everything else is the city's files. */
export type Config = {
  port: number
  /** The embedded database, keys and uploads. */
  dataDir: string
  /** The folder of the city's files. */
  cityDir: string
  /** A PostgreSQL 15+ server instead of the embedded one. */
  databaseUrl: string | undefined
  /** The public address, without a slash at its end. */
  baseUrl: string
  smtpUrl: string | undefined
  /** Shows an invented city: a band says so, and a page lists whom to sign in as. */
  demo: boolean
  /** Lets a program on another machine read /metrics. */
  metricsToken: string | undefined
  logLevel: string
}

/** One sentence a setting that cannot stand, and what to change. */
export class Misconfigured extends Error {
  override name = 'Misconfigured'
  readonly sentences: readonly string[]

  constructor(sentences: readonly string[]) {
    super(sentences.join('\n'))
    this.sentences = sentences
  }
}

/** The only reader of the environment. @throws Misconfigured with every contradiction at once. */
export function readConfig(
  env: Record<string, string | undefined> = process.env,
  root = process.cwd(),
): Config {
  const wrong: string[] = []
  const demo = env.DEMO === '1' || env.DEMO === 'true'
  const port = Number(env.PORT || 3000)
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    wrong.push(`PORT is "${env.PORT}", but a port is a whole number from 0 to 65535: set PORT=3000.`)
  const config: Config = {
    port,
    dataDir: inside(root, env.DATA_DIR || 'data'),
    cityDir: inside(root, env.CITY || 'cities/gwangju'),
    databaseUrl: env.DATABASE_URL || undefined,
    baseUrl: (env.BASE_URL || `http://localhost:${port}`).replace(/\/$/, ''),
    smtpUrl: env.SMTP_URL || undefined,
    demo,
    metricsToken: env.METRICS_TOKEN || undefined,
    logLevel: env.LOG_LEVEL || 'info',
  }
  wrong.push(...contradictions(config, env))
  if (wrong.length > 0) throw new Misconfigured(wrong)
  return config
}

function* contradictions(config: Config, env: Record<string, string | undefined>): Generator<string> {
  if (!URL.canParse(config.baseUrl) || !/^https?:/.test(config.baseUrl))
    yield `BASE_URL is "${config.baseUrl}", which is no web address: write it like https://rights.example.org.`
  if (config.databaseUrl && !/^postgres(ql)?:\/\//.test(config.databaseUrl))
    yield 'DATABASE_URL must begin with postgres://: correct it, or leave it out to use the embedded database.'
  if (config.smtpUrl && !/^smtps?:\/\//.test(config.smtpUrl))
    yield 'SMTP_URL must begin with smtp:// or smtps://, for example smtps://user:password@mail.example.org.'
  if (config.demo) return
  if (!env.BASE_URL)
    yield 'BASE_URL is not set, but a real city sends links by e-mail: set it to the public address, or set DEMO=1.'
  else if (
    config.baseUrl.startsWith('http:') &&
    !/^http:\/\/(localhost|127\.0\.0\.1|\[::1\])(:|$)/.test(config.baseUrl)
  )
    yield 'BASE_URL begins with http:, but sign-in over an open line can be stolen: put the city behind https.'
  if (!config.smtpUrl)
    yield 'SMTP_URL is not set, but a real city answers people by e-mail: set it, or set DEMO=1.'
}

const inside = (root: string, path: string) => (isAbsolute(path) ? path : resolve(root, path))

/** The language of whoever types commands, as their surroundings say it. */
export const languageOfTerminal = (env: Record<string, string | undefined> = process.env): 'en' | 'ko' =>
  (env.LC_ALL || env.LC_MESSAGES || env.LANG || '').startsWith('ko') ? 'ko' : 'en'

/** Where what a person's own programs remember is kept. */
export const stateDir = (env: Record<string, string | undefined> = process.env): string =>
  resolve(env.XDG_STATE_HOME || resolve(env.HOME || '.', '.local/state'), 'madang')
